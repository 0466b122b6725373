using IdOcrPortal.Documents;
using IdOcrPortal.Web.Recognising;

namespace IdOcrPortal.Web.Review;

/// <summary>Holds readings of one picture against each other. Pure.</summary>
internal static class ReadingComparison
{
    /// <summary>One row for each field that somebody gives, in the reading order of the type.</summary>
    /// <param name="readings">The reading in use first.</param>
    /// <param name="today">The day against which centuries are chosen.</param>
    internal static IReadOnlyList<OpinionRow> Rows(IReadOnlyList<StoredReading> readings, DateOnly today)
    {
        var type = readings.Select(reading => reading.Proof is { } proof ? DocumentTypes.Find(proof.TypeId) : null).FirstOrDefault(type => type is not null);
        var proofs = readings.Select(ProofOf).ToList();
        var against = proofs.Select(proof => Compare(type, proofs[0], proof, today)).ToList();
        var names = against.SelectMany(rows => rows.Select(row => row.Field)).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => Row(type, name, against)).Where(row => row.Cells.Any(cell => cell.Field is not null))];
    }

    /// <summary>Whether a person who confirmed the one has confirmed the other as well: the very same value, and nothing that only means nearly the same.</summary>
    internal static bool IsSameValue(ProvenField? one, ProvenField? other) => (one, other) switch
    {
        ({ Original: not null, Normalised: { } first }, { Original: not null, Normalised: { } second }) => string.Equals(first, second, StringComparison.Ordinal),
        ({ Original: { } first, Normalised: null }, { Original: { } second, Normalised: null }) => string.Equals(first, second, StringComparison.Ordinal),
        _ => false,
    };

    private static OpinionRow Row(DocumentType? type, string name, List<IReadOnlyList<FieldComparison>> against)
    {
        var cells = against
            .Select(rows => rows.FirstOrDefault(row => row.Field == name))
            .Select(row => new OpinionCell(row?.Second, row?.Agreement ?? Agreement.Neither))
            .ToList();
        return new OpinionRow(type?.DefinitionOf(name) ?? new FieldDefinition(name, name, FieldGroup.Other), cells, cells.Skip(1).Select(cell => cell.Agreement).DefaultIfEmpty(Agreement.Same).MaxBy(Gravity));
    }

    private static int Gravity(Agreement agreement) => agreement switch
    {
        Agreement.Differ => 4,
        Agreement.NotComparable => 3,
        Agreement.OnlyFirst or Agreement.OnlySecond => 2,
        Agreement.Same => 1,
        _ => 0,
    };

    private static IReadOnlyList<FieldComparison> Compare(DocumentType? type, Proof used, Proof other, DateOnly today) =>
        type is not null ? SecondOpinion.Compare(type, used, other, today) : Letters(used, other);

    // Nobody knows what the document is: only letters can be compared.
    private static List<FieldComparison> Letters(Proof used, Proof other)
    {
        var names = used.Fields.Concat(other.Fields).Select(field => field.Name).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            var (first, second) = (used.Fields.FirstOrDefault(field => field.Name == name), other.Fields.FirstOrDefault(field => field.Name == name));
            return new FieldComparison(name, first, second, (first, second) switch
            {
                (null, _) => Agreement.OnlySecond,
                (_, null) => Agreement.OnlyFirst,
                _ => string.Equals(first.Original, second.Original, StringComparison.Ordinal) ? Agreement.Same : Agreement.NotComparable,
            });
        })];
    }

    // What no type of ours proved is compared as it was claimed.
    private static Proof ProofOf(StoredReading reading) => reading.Proof ?? new Proof(
        reading.TypeId ?? "",
        [.. reading.Evidence.Claims.DistinctBy(claim => claim.Field).Select(claim => new ProvenField(
            claim.Field, claim.Text, null, null, claim.Confidence, claim.Source, FieldStatus.Attention, "No document type of the portal knows this document.", []))],
        [], [], []);
}
