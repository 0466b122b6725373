using IdOcrPortal.Documents;
using IdOcrPortal.Web.Recognising;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// What people said of one reading that still holds when another takes its place. Pure. A confirmation is of a value and stays where the other reading gives the very same one; an
/// acknowledgement is of a warning and stays where the warning does.
/// </summary>
internal static class Adoption
{
    /// <summary>Whether the field's confirmation holds for the other reading as well.</summary>
    internal static bool KeepsConfirmation(DeskFacts before, DeskFacts after, string field) =>
        before.Type is not null && before.Type == after.Type
        && FieldOf(after, field) is { Status: not (FieldStatus.Missing or FieldStatus.Conflict or FieldStatus.Failed) } value && ReadingComparison.IsSameValue(FieldOf(before, field), value);

    /// <summary>
    /// Whether the acknowledgement of this code holds: a service's warning is about the picture and holds as long as it stands there; a finding of ours is about values, and holds while those are the
    /// same; what the portal says of a reading as a whole was said of that reading.
    /// </summary>
    internal static bool KeepsAcknowledgement(DeskFacts before, DeskFacts after, string code)
    {
        var then = before.Warnings().Where(warning => warning.Code == code).ToList();
        var now = after.Warnings().Where(warning => warning.Code == code).ToList();
        return now.Count > 0 && now.TrueForAll(warning => then.Exists(old => old.Service == warning.Service)
            && (warning.Service != LocalWarnings.Service || IsSameFinding(before, after, code)));
    }

    private static bool IsSameFinding(DeskFacts before, DeskFacts after, string code) =>
        FieldsOf(before, code) is { Count: > 0 } then && FieldsOf(after, code) is { Count: > 0 } now
        && then.Concat(now).Distinct(StringComparer.Ordinal).All(field => ReadingComparison.IsSameValue(FieldOf(before, field), FieldOf(after, field)));

    // Several findings may share a code; empty where none has it.
    private static List<string> FieldsOf(DeskFacts facts, string code) => [.. (facts.Reading?.Proof?.Findings ?? []).Where(finding => finding.Code == code).SelectMany(finding => finding.Fields)];

    private static ProvenField? FieldOf(DeskFacts facts, string field) => facts.Reading?.Proof?.Fields.FirstOrDefault(proven => proven.Name == field);
}
