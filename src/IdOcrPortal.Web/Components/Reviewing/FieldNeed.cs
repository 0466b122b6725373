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
        return Approval.NeedsAttention(field.Definition, field.Status);
    }

    /// <summary>Whether comparing it with the picture would add anything: what a check proves wrong, no look makes right.</summary>
    public static bool CanBeConfirmed(this DeskField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Status is FieldStatus.Read or FieldStatus.Attention && field.Proven.Original is not null;
    }

    /// <summary>The element's id on the screen.</summary>
    public static string ElementId(string field) => "field-" + field;
}
