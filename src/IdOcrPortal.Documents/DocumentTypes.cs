using System.Collections.Frozen;
using System.Reflection;

namespace IdOcrPortal.Documents;

/// <summary>All document types of this assembly, found by themselves.</summary>
public static class DocumentTypes
{
    private static readonly FrozenDictionary<string, DocumentType> ById;

    static DocumentTypes()
    {
        All = In(typeof(DocumentTypes).Assembly);
        ById = All.ToFrozenDictionary(type => type.Id, StringComparer.Ordinal);
    }

    /// <summary>Every type, by id.</summary>
    public static IReadOnlyList<DocumentType> All { get; }

    /// <summary>The type with this id, or <see langword="null"/>.</summary>
    public static DocumentType? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>
    /// The type that carries this machine-readable zone, or <see langword="null"/> where none of ours does. One state's own card comes before the type
    /// for cards of any state.
    /// </summary>
    public static DocumentType? Carrying(Mrz mrz)
    {
        DocumentType? carrying = null;
        foreach (var type in All)
        {
            if (type.Carries(mrz))
            {
                if (type.IssuingState is not null)
                {
                    return type;
                }

                carrying ??= type;
            }
        }

        return carrying;
    }

    /// <summary>The types that an assembly defines, by id: a type is one record, and nothing else has to name it.</summary>
    internal static IReadOnlyList<DocumentType> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DocumentType)) && !type.IsAbstract)
            .Select(type => (DocumentType)Activator.CreateInstance(type)!)
            .OrderBy(type => type.Id, StringComparer.Ordinal),
    ];
}
