using IdOcrPortal.Documents;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Components.Reviewing;

/// <summary>What a field still asks of the person who reviews.</summary>
public static class FieldNeed
{
    /// <summary>Whether somebody has to look: anything doubtful, and a key field for which nothing independent speaks.</summary>
    public static bool NeedsAttention(this DeskField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return !field.IsAbsent() && Approval.NeedsAttention(field.Definition, field.Status);
    }

    /// <summary>Whether nobody gave it, and nobody has to do anything about that.</summary>
    public static bool IsAbsent(this DeskField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Approval.IsAbsent(field.Definition, field.Proven);
    }

    /// <summary>Whether comparing it with the picture would add anything: what a check proves wrong, no look makes right.</summary>
    public static bool CanBeConfirmed(this DeskField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Status is FieldStatus.Read or FieldStatus.Attention && field.Proven.Original is not null;
    }

    /// <summary>Whether the original and its normalised form say it in different characters, blanks around and between words aside.</summary>
    public static bool HasTwoForms(this DeskField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Proven is { Normalised: { } normalised, Original: { } original } && string.Join(' ', original.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) != normalised;
    }

    /// <summary>The document's issuing state: its type's, or what its own field says; <see langword="null"/> where neither tells.</summary>
    /// <param name="fields">The fields of the document.</param>
    /// <param name="typeId">Id of its type.</param>
    public static string? IssuerOf(IEnumerable<DeskField> fields, string? typeId) =>
        (typeId is null ? null : DocumentTypes.Find(typeId)?.IssuingState)
        ?? fields.FirstOrDefault(field => field.Definition.Name == FieldNames.IssuingState)?.Proven.Normalised;

    /// <summary>The element's id on the screen.</summary>
    public static string ElementId(string field) => "field-" + field;
}
