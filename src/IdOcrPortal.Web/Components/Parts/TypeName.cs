using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Components.Parts;

/// <summary>What people call a document type.</summary>
public static class TypeName
{
    /// <summary>The type's English name; "Not known" where nothing was detected.</summary>
    public static string Of(string? typeId) => typeId is null ? "Not known" : DocumentTypes.Find(typeId)?.Name ?? typeId;
}
