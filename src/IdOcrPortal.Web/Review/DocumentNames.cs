using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Review;

/// <summary>What people call things that rows hold by id.</summary>
internal static class DocumentNames
{
    /// <summary>The type's name; the id itself where the type is not known any more.</summary>
    internal static string Type(string? typeId) => typeId is null ? "Not recognised" : DocumentTypes.Find(typeId)?.Name ?? typeId;
}
