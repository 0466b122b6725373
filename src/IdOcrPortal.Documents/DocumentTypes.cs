namespace IdOcrPortal.Documents;

/// <summary>All document types of this assembly, found by themselves.</summary>
public static class DocumentTypes
{
    /// <summary>Every type, by id.</summary>
    public static IReadOnlyList<DocumentType> All { get; } =
    [
        .. typeof(DocumentTypes).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DocumentType)) && !type.IsAbstract)
            .Select(type => (DocumentType)Activator.CreateInstance(type)!)
            .OrderBy(type => type.Id, StringComparer.Ordinal),
    ];

    /// <summary>The type with this id, or <see langword="null"/>.</summary>
    public static DocumentType? Find(string id) => All.FirstOrDefault(type => type.Id == id);

    /// <summary>
    /// The type that carries this machine-readable zone, or <see langword="null"/> where none of ours does. One state's own card comes before the type
    /// for cards of any state.
    /// </summary>
    public static DocumentType? Carrying(Mrz mrz) =>
        All.Where(type => type.Carries(mrz)).OrderBy(type => type.IssuingState is null).FirstOrDefault();
}
