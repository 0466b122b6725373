namespace IdOcrPortal.Documents;

/// <summary>How two readings of one field compare.</summary>
public enum Agreement
{
    /// <summary>Neither gives a value.</summary>
    Neither,

    /// <summary>Only the first gives one.</summary>
    OnlyFirst,

    /// <summary>Only the second gives one.</summary>
    OnlySecond,

    /// <summary>Both mean the same, though they may write it differently.</summary>
    Same,

    /// <summary>They mean different things.</summary>
    Differ,

    /// <summary>One of them has a form that no rule knows, so only the letters can be compared, and those differ.</summary>
    NotComparable,
}

/// <summary>One field in two readings.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="First">The first reading's field; <see langword="null"/> where it gives none.</param>
/// <param name="Second">The second reading's field; <see langword="null"/> where it gives none.</param>
/// <param name="Agreement">How the two compare.</param>
public sealed record FieldComparison(string Field, ProvenField? First, ProvenField? Second, Agreement Agreement);

/// <summary>
/// Two readings of the same picture held against each other, field by field. Values are compared by what they mean: ១០.០៧.១៩៩៩ and 1999-07-10 agree.
/// </summary>
public static class SecondOpinion
{
    /// <summary>One row for each field of the type, in reading order, and for each further field that somebody gave.</summary>
    /// <param name="type">The type that made both proofs.</param>
    /// <param name="first">One reading, proved.</param>
    /// <param name="second">The other, proved.</param>
    /// <param name="today">The day against which centuries are chosen.</param>
    public static IReadOnlyList<FieldComparison> Compare(DocumentType type, Proof first, Proof second, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var names = type.Fields.Select(field => field.Name)
            .Concat(first.Fields.Select(field => field.Name)).Concat(second.Fields.Select(field => field.Name)).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => Row(type.DefinitionOf(name), Given(first, name), Given(second, name), today))];
    }

    private static ProvenField? Given(Proof proof, string name) =>
        proof.Fields.FirstOrDefault(field => field.Name == name && field.Original is not null);

    private static FieldComparison Row(FieldDefinition definition, ProvenField? first, ProvenField? second, DateOnly today) =>
        new(definition.Name, first, second, (first, second) switch
        {
            (null, null) => Agreement.Neither,
            (not null, null) => Agreement.OnlyFirst,
            (null, not null) => Agreement.OnlySecond,
            ({ Normalised: { } one }, { Normalised: { } two }) =>
                string.Equals(one, two, StringComparison.OrdinalIgnoreCase) || (definition.Form is NameForm && NameComparison.SamePrinted(one, two) == true)
                    ? Agreement.Same
                    : Agreement.Differ,
            _ => SameValue.Of(definition, first.Original!, second.Original!, today) == true ? Agreement.Same : Agreement.NotComparable,
        });
}

/// <summary>Whether two texts of one field mean the same.</summary>
internal static class SameValue
{
    /// <summary>Whether they do; <see langword="null"/> where one has a form that no rule knows and the letters differ.</summary>
    internal static bool? Of(FieldDefinition field, string one, string two, DateOnly today)
    {
        if (string.Equals(one, two, StringComparison.Ordinal))
        {
            return true;
        }

        if (field.Form is NameForm)
        {
            return NameComparison.SamePrinted(one, two);
        }

        var (first, second) = (field.Form.Read(one, today), field.Form.Read(two, today));
        return (first.Normalised, second.Normalised) switch
        {
            (null, _) or (_, null) => null,
            ({ } a, { } b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        };
    }
}
