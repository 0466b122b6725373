namespace IdOcrPortal.Documents;

/// <summary>Turns a zone into the claims that it makes about the document.</summary>
public static class MrzClaims
{
    private static readonly string[] Fields =
    [
        FieldNames.DocumentNumber, FieldNames.FullName, FieldNames.Surname, FieldNames.GivenNames, FieldNames.Sex, FieldNames.BirthDate,
        FieldNames.Nationality, FieldNames.IssuingState, FieldNames.ExpiryDate, FieldNames.PersonalNumber, FieldNames.OptionalData, FieldNames.Mrz,
    ];

    /// <summary>
    /// One claim for each field that is not empty, with the text as it stands in the zone (fillers dropped, names with single spaces).
    /// Confidence is the least probability of any character of the field, its fillers included: a filler in doubt may hide a letter.
    /// </summary>
    /// <param name="mrz">The zone.</param>
    /// <param name="probabilities">For each line and character the reader's probability, 0 to 1; <see langword="null"/>: not provided.</param>
    /// <exception cref="ArgumentException">The probabilities do not have the shape of the zone.</exception>
    public static IReadOnlyList<Claim> From(Mrz mrz, IReadOnlyList<float[]>? probabilities)
    {
        ArgumentNullException.ThrowIfNull(mrz);
        if (probabilities is not null
            && (probabilities.Count != mrz.Lines.Count || probabilities.Where((line, index) => line.Length != mrz.Lines[index].Length).Any()))
        {
            throw new ArgumentException("One probability is needed for each character of each line.", nameof(probabilities));
        }

        var claims = new List<Claim>(Fields.Length);
        foreach (var field in Fields)
        {
            if (mrz.Text(field) is { } text)
            {
                claims.Add(new Claim(field, text, probabilities is null ? null : Weakest(mrz, field, probabilities), ClaimSource.Mrz));
            }
        }

        return claims;
    }

    private static double Weakest(Mrz mrz, string field, IReadOnlyList<float[]> probabilities)
    {
        var weakest = 1f;
        foreach (var (line, start, length) in Places(mrz, field))
        {
            foreach (var probability in probabilities[line].AsSpan(start, length))
            {
                // A probability that is no number vouches for nothing.
                weakest = float.IsNaN(probability) ? 0 : Math.Min(weakest, probability);
            }
        }

        return Math.Clamp(weakest, 0f, 1f);
    }

    private static IEnumerable<MrzRange> Places(Mrz mrz, string field)
    {
        if (field == FieldNames.Mrz)
        {
            return mrz.Lines.Select((line, index) => new MrzRange(index, 0, line.Length));
        }

        if (mrz.Layout.TryFindSpan(FieldNames.FullName, out var full) && field is FieldNames.Surname or FieldNames.GivenNames)
        {
            var (_, secondary) = MrzNames.Cut(mrz.Characters(full));
            return field == FieldNames.Surname
                ? [new MrzRange(full.Line, full.Start, secondary)]
                : [new MrzRange(full.Line, full.Start + secondary, full.Length - secondary)];
        }

        // The full name of the French card is its surname and its given names.
        return mrz.Spans
            .Where(span => span.Field == field || (field == FieldNames.FullName && span.Field is FieldNames.Surname or FieldNames.GivenNames))
            .Select(span => new MrzRange(span.Line, span.Start, span.Length));
    }
}
