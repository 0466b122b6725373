namespace IdOcrPortal.Documents;

/// <summary>What is known of one field before it has a status.</summary>
/// <param name="Original">The text as its source gave it; <see langword="null"/> where nobody gave one.</param>
/// <param name="Normalised">The form that a rule made of it; <see langword="null"/> where no rule could.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Confidence">The source's estimate of itself, 0 to 1.</param>
/// <param name="Source">Who gave the text.</param>
internal readonly record struct FieldValue(string? Original, string? Normalised, string? Rule, double? Confidence, ClaimSource? Source);

/// <summary>Chooses the value of a field among what was read, and makes its normalised form.</summary>
/// <remarks>
/// What is printed comes first, for it is what an officer sees on the picture and it keeps its script. Where nothing readable is printed the zone speaks, and
/// where there is no zone the document number tells birth and sex.
/// </remarks>
internal static class ValueChoice
{
    private const string ToldByNumber = "told by the document number";

    internal static FieldValue Of(DocumentCase subject, FieldDefinition field, int ordinal)
    {
        ref readonly var slot = ref subject.Slot(ordinal);
        var printed = slot.Printed;
        if (printed is not null && (slot.Reading.Trouble != ReadingTrouble.Unreadable || subject.Mrz is null))
        {
            return Printed(in slot, printed);
        }

        if (subject.ZoneText(field.Name) is { } text)
        {
            if (subject.IsZoneRestored && field.Name == FieldNames.Mrz)
            {
                return new FieldValue(
                    string.Join('\n', subject.Evidence.MrzLines), text, "fillers and blanks set right", slot.Zone?.Confidence, ClaimSource.Mrz);
            }

            var (normalised, rule) = OfZone(subject, field.Name, text);
            return new FieldValue(text, normalised, rule, slot.Zone?.Confidence, ClaimSource.Mrz);
        }

        if (printed is not null)
        {
            return Printed(in slot, printed);
        }

        if (TypeRules.IsPartOfAddress(field))
        {
            return subject.PartOfAddress(field.Name) is { } part ? Part(subject, field, part) : default;
        }

        return field.Name switch
        {
            FieldNames.Mrz when subject.Evidence.MrzLines.Count > 0 => new FieldValue(
                string.Join('\n', subject.Evidence.MrzLines), null, "the shape of no format", slot.Zone?.Confidence, ClaimSource.Mrz),
            FieldNames.FullName => Composed(subject),
            FieldNames.BirthDate when subject.HasNumber && subject.Number.BirthDate is { } birth => FromNumber(subject, IsoDate.Of(birth)),
            FieldNames.Sex when subject.HasNumber && subject.Number.Sex is { } sex => FromNumber(subject, sex.Letter()),
            // Without a parsed zone a claim about it is as good as a printed one: something was read, and nothing proves it.
            _ when subject.Mrz is null && slot.Zone is { } zone => Bare(field, zone, subject.Today),
            _ => default,
        };
    }

    internal static (string? Normalised, string Rule) OfZone(DocumentCase subject, string field, string text) => field switch
    {
        FieldNames.BirthDate => (subject.ZoneBirth.Iso, subject.ZoneBirth.Rule),
        FieldNames.ExpiryDate => (subject.ZoneExpiry.Iso, subject.ZoneExpiry.Rule),
        FieldNames.Sex => (subject.Mrz!.Sex?.Letter(), text == "<" ? "the filler stands for unspecified → X" : "letter of the zone → M, F or X"),
        FieldNames.Nationality => OfState(subject.Mrz!.Nationality),
        FieldNames.IssuingState => OfState(subject.Mrz!.IssuingState),
        FieldNames.FullName => subject.ZoneNames.Secondary.Length == 0
            ? (text, "the zone's only identifier, fillers → blanks")
            : ($"{subject.ZoneNames.Secondary} {subject.ZoneNames.Primary}", "given names before surname, fillers → blanks"),
        FieldNames.Surname or FieldNames.GivenNames => (text, "fillers → blanks"),
        FieldNames.DocumentNumber when subject.Type.NumberInZone is not null => (text, "stands in the zone's optional data, fillers dropped"),
        FieldNames.DocumentNumber when subject.Mrz!.HasLongNumber => (BareForm.Bare(text), "fillers dropped, both parts of the long number joined"),
        FieldNames.DocumentNumber or FieldNames.PersonalNumber => (BareForm.Bare(text), "fillers dropped"),
        _ => (text, "as it stands in the zone"),
    };

    private static FieldValue Printed(in FieldSlot slot, Claim printed) =>
        new(printed.Text, slot.Reading.Normalised, slot.Reading.Rule, printed.Confidence, printed.Source);

    private static FieldValue Bare(FieldDefinition field, Claim claim, DateOnly today)
    {
        var reading = field.Form.Read(claim.Text, today);
        return new FieldValue(claim.Text, reading.Normalised, reading.Rule, claim.Confidence, claim.Source);
    }

    /// <summary>A service that gives the parts of a name, or the name in its own script alone, gives the name.</summary>
    private static FieldValue Composed(DocumentCase subject)
    {
        if (subject.Slot(FieldNames.Surname).Printed is { } surname && subject.Slot(FieldNames.GivenNames).Printed is { } given)
        {
            var confidence = surname.Confidence is { } one && given.Confidence is { } two ? Math.Min(one, two) : (double?)null;
            return new FieldValue(
                $"{surname.Text} {given.Text}",
                subject.Slot(FieldNames.Surname).Reading.Normalised is { } last && subject.Slot(FieldNames.GivenNames).Reading.Normalised is { } first
                    ? $"{first} {last}"
                    : null,
                "given names before surname", confidence, surname.Source);
        }

        ref readonly var local = ref subject.Slot(FieldNames.NameLocal);
        return local.Printed is { } name ? Printed(in local, name) : default;
    }

    private static FieldValue Part(DocumentCase subject, FieldDefinition field, string text)
    {
        var address = subject.Slot(FieldNames.Address).Printed!;
        var reading = field.Form.Read(text, subject.Today);
        return new FieldValue(text, reading.Normalised, "a part of the address as printed", address.Confidence, address.Source);
    }

    private static FieldValue FromNumber(DocumentCase subject, string normalised)
    {
        var number = subject.Slot(FieldNames.DocumentNumber).Printed;
        return new FieldValue(number?.Text ?? subject.NumberText, normalised, ToldByNumber, number?.Confidence, ClaimSource.DocumentNumber);
    }

    private static (string? Normalised, string Rule) OfState(State? state) =>
        state is null ? (null, "not in the list of Doc 9303 part 3") : (state.Code, $"{state.Code} is {state.Name}");
}
