namespace IdOcrPortal.Documents;

/// <summary>Chooses the value of a field among what was read, and makes its normalised form.</summary>
internal static class MrzValues
{
    internal static FieldValue Of(MrzCase subject, string field)
    {
        var printed = subject.Printed(field);
        var isName = field is FieldNames.FullName or FieldNames.Surname or FieldNames.GivenNames;
        if (isName && printed is not null)
        {
            return OfClaim(field, printed);
        }

        if (subject.Mrz?.Text(field) is { } text)
        {
            var (normalised, rule) = OfZone(subject, field, text);
            return new FieldValue(text, normalised, rule, subject.MrzClaim(field)?.Confidence, ClaimSource.Mrz);
        }

        if (field == FieldNames.Mrz && subject.Evidence.MrzLines.Count > 0)
        {
            return new FieldValue(
                string.Join('\n', subject.Evidence.MrzLines), null, "the shape of no format", subject.MrzClaim(field)?.Confidence, ClaimSource.Mrz);
        }

        // Without a parsed zone a claim about it is as good as a printed one: something was read, and nothing proves it.
        return (printed ?? (subject.Mrz is null ? subject.MrzClaim(field) : null)) is { } claim ? OfClaim(field, claim) : FieldValue.Absent;
    }

    /// <summary>The normalised form of a printed value and the rule that made it; <see langword="null"/> where no rule knows the shape.</summary>
    internal static (string? Normalised, string Rule) OfPrinted(string field, string text) => field switch
    {
        FieldNames.BirthDate or FieldNames.ExpiryDate => PrintedDate.Parse(text) is { } day
            ? ($"{day:yyyy-MM-dd}", "printed date, day first unless the year leads")
            : (null, "no date in digits with a year of four"),
        FieldNames.Sex => (SexWord.Normalise(text), "word or letter → M, F or X"),
        FieldNames.Nationality or FieldNames.IssuingState => (StateCodes.FindByNameOrCode(text)?.Code, "name or code → code of Doc 9303 part 3"),
        FieldNames.DocumentNumber or FieldNames.PersonalNumber => (NullIfEmpty(Bare(text)), "letters and digits only, upper case"),
        _ => (NullIfEmpty(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))), "outer and double blanks dropped"),
    };

    private static FieldValue OfClaim(string field, Claim claim)
    {
        var (normalised, rule) = OfPrinted(field, claim.Text);
        return new FieldValue(claim.Text, normalised, rule, claim.Confidence, claim.Source);
    }

    internal static (string? Normalised, string Rule) OfZone(MrzCase subject, string field, string text) => field switch
    {
        FieldNames.BirthDate => (subject.Birth.Iso, subject.Birth.Rule),
        FieldNames.ExpiryDate => (subject.Expiry.Iso, subject.Expiry.Rule),
        FieldNames.Sex => (subject.Mrz!.Sex?.Letter(), text == "<" ? "the filler stands for unspecified → X" : "letter of the zone → M, F or X"),
        FieldNames.Nationality => OfState(subject.Mrz!.Nationality),
        FieldNames.IssuingState => OfState(subject.Mrz!.IssuingState),
        FieldNames.FullName => subject.Names.Secondary.Length == 0
            ? (text, "the zone's only identifier, fillers → blanks")
            : ($"{subject.Names.Secondary} {subject.Names.Primary}", "given names before surname, fillers → blanks"),
        FieldNames.Surname or FieldNames.GivenNames => (text, "fillers → blanks"),
        FieldNames.DocumentNumber when subject.Mrz!.HasLongNumber => (Bare(text), "fillers dropped, both parts of the long number joined"),
        FieldNames.DocumentNumber or FieldNames.PersonalNumber => (Bare(text), "fillers dropped"),
        _ => (text, "as it stands in the zone"),
    };

    private static (string? Normalised, string Rule) OfState(State? state) =>
        state is null ? (null, "not in the list of Doc 9303 part 3") : (state.Code, $"{state.Code} is {state.Name}");

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
