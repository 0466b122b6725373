namespace IdOcrPortal.Documents;

/// <summary>The rules of Doc 9303 for a zone, in the order in which they are shown.</summary>
internal static class MrzRules
{
    private const string NoZone = "No machine-readable zone was read.";

    private static readonly string[] Zone = [FieldNames.Mrz];

    private static readonly MrzLayout[] Layouts = [MrzLayout.Td1, MrzLayout.Td2, MrzLayout.Td3, MrzLayout.MrvA, MrzLayout.MrvB, MrzLayout.French2x36];

    /// <summary>The rules that a type holds against zones of a format.</summary>
    internal static IEnumerable<Rule> For(DocumentType type, MrzFormat format)
    {
        var layout = Layouts[(int)format];
        var formats = type.Zones.Count == 0 ? "none" : string.Join(" or ", type.Zones);
        var rules = new List<Rule>();
        for (var index = 0; index < layout.Digits.Length; index++)
        {
            rules.Add(DigitRule(type, layout, index));
        }

        rules.Add(new(Findings.MrzFormatCode, "The zone has the format of this type", Zone, OnZone((_, mrz) => type.Zones.Contains(mrz.Format)
            ? Judgement.Passed("The number and length of the lines are those of this type.")
            : Judgement.Failed($"Found {mrz.Format}, expected {formats}.", Verdict.Doubts, Findings.MrzFormat))));
        rules.Add(new(Findings.MrzCharactersCode, "The zone holds only A-Z, 0-9 and <", Zone, OnZone(Characters)));
        rules.Add(new(Findings.MrzDocumentCodeCode, "The document code belongs to this type", Zone, OnZone(DocumentCode)));
        rules.Add(new(Findings.MrzIssuingStateCode, "The issuing state is listed", [FieldNames.IssuingState], OnZone(IssuingState)));
        if (layout.TryFindSpan(FieldNames.Nationality, out _))
        {
            rules.Add(new(Findings.MrzNationalityCode, "The nationality is listed", [FieldNames.Nationality], OnZone(Nationality)));
        }

        rules.Add(new(Findings.MrzSexCode, "The sex is M, F or unspecified", [FieldNames.Sex], OnZone(Sex)));
        rules.Add(new(
            Findings.MrzNamesCode, "The names are written as Doc 9303 says",
            [FieldNames.FullName, FieldNames.Surname, FieldNames.GivenNames], OnZone(Names)));
        if (layout.TryFindSpan(FieldNames.ExpiryDate, out _))
        {
            rules.Add(new(Findings.MrzExpiryDateCode, "The date of expiry is a day of the calendar", [FieldNames.ExpiryDate], OnZone(ExpiryDate)));
        }

        rules.Add(new(Findings.DocumentSpecimen, "The document is no specimen", [FieldNames.IssuingState], OnZone(Specimen)));
        return rules.Select(rule => rule with { RestsOnZone = true });
    }

    private static Func<DocumentCase, Judgement> OnZone(Func<DocumentCase, Mrz, Judgement> judge) =>
        subject => subject.Mrz is null ? Judgement.NotPossible(NoZone) : judge(subject, subject.Mrz);

    private static Rule DigitRule(DocumentType type, MrzLayout layout, int index)
    {
        var field = layout.Digits[index].Field;
        var isComposite = field == MrzLayout.Composite;
        var code = $"mrz.{field}.digit";
        var what = isComposite ? "the whole zone" : $"the {Name(field)}";
        // The digit of the document number's place speaks of what stands in that place.
        var covered = field == FieldNames.DocumentNumber && type.NumberInZone is not null ? FieldNames.PersonalNumber : field;
        string[] fields = isComposite ? Covered(layout, layout.Digits[index]) : [covered, FieldNames.Mrz];
        var finding = Findings.CheckDigit(code, what, fields);
        return new(code, $"Check digit of {what}", fields, OnZone((_, mrz) =>
        {
            // A long number has its digit elsewhere, but the digits keep their order.
            var digit = mrz.Layout.Digits[index];
            var holds = mrz.Holds(digit, out var expected);
            var place = new CheckDigitPlace(digit.Line, digit.Position, mrz.FoundAt(digit), expected);
            return (holds, digit.MayBeFiller && mrz.IsEmpty(digit)) switch
            {
                (true, true) => new(CheckResult.NotApplicable, $"The {Name(field)} is empty; {place.Found} may stand there.", Digit: place),
                (true, false) => Judgement.Passed($"Found {place.Found}, as expected.", Verdict.Proves, place),
                _ when expected == IcaoCheckDigit.Unknown =>
                    Judgement.Failed("The protected characters hold one that no zone may hold.", Verdict.Refutes, finding, place),
                _ => Judgement.Failed(
                    $"Found {place.Found}, expected {expected}.", isComposite ? Verdict.Doubts : Verdict.Refutes, finding, place),
            };
        }));
    }

    private static string[] Covered(MrzLayout layout, MrzDigit composite)
    {
        var covered = layout.Spans
            .Where(span => composite.Covers.Any(range => range.Line == span.Line && range.Start <= span.Start && span.Start + span.Length <= range.Start + range.Length))
            .Select(span => span.Field)
            .Where(field => field != FieldNames.DocumentCode)
            .Distinct().ToList();
        return covered.Contains(FieldNames.Surname) ? [.. covered, FieldNames.FullName, FieldNames.Mrz] : [.. covered, FieldNames.Mrz];
    }

    private static string Name(string field) => field switch
    {
        FieldNames.DocumentNumber => "document number",
        FieldNames.BirthDate => "date of birth",
        FieldNames.ExpiryDate => "date of expiry",
        _ => "personal number",
    };

    private static Judgement Characters(DocumentCase subject, Mrz mrz) => AreLegal(mrz)
        ? Judgement.Passed("Every character may stand in a zone.")
        : Judgement.Failed("At least one character may not stand in a zone.", Verdict.Doubts, Findings.MrzCharacters);

    private static bool AreLegal(Mrz mrz)
    {
        for (var line = 0; line < mrz.Layout.LineCount; line++)
        {
            if (!IcaoCheckDigit.AreLegal(mrz.Line(line)))
            {
                return false;
            }
        }

        return true;
    }

    private static Judgement DocumentCode(DocumentCase subject, Mrz mrz) => subject.Type.AllowsDocumentCode(mrz.DocumentCode)
        ? Judgement.Passed("Documents of this type begin so.")
        : Judgement.Failed("Documents of this type begin with another code.", Verdict.Doubts, Findings.MrzDocumentCode);

    private static Judgement IssuingState(DocumentCase subject, Mrz mrz) => mrz.IssuingState switch
    {
        null => Judgement.Failed("No such code in Doc 9303 part 3.", Verdict.Doubts, Findings.MrzIssuingState),
        { IsListed: false } => Judgement.Failed("The code has left the list.", Verdict.Doubts, Findings.MrzIssuingState),
        { } state when subject.Type.IssuingState is { } own && state.Code != own => Judgement.Failed(
            "It is not the state that issues documents of this type.", Verdict.Doubts, Findings.MrzOtherState),
        { } state => Judgement.Passed(state.Name),
    };

    private static Judgement Nationality(DocumentCase subject, Mrz mrz) => mrz.Nationality switch
    {
        { IsListed: true } => Judgement.Passed("The code is in the list of Doc 9303 part 3."),
        { } => Judgement.Failed("The code has left the list.", Verdict.Doubts, Findings.MrzNationality),
        null => Judgement.Failed("No such code in Doc 9303 part 3.", Verdict.Doubts, Findings.MrzNationality),
    };

    private static Judgement Sex(DocumentCase subject, Mrz mrz) => mrz.Sex is not null
        ? Judgement.Passed("One of M, F and < stands there.")
        : Judgement.Failed("Another character stands there.", Verdict.Doubts, Findings.MrzSex);

    private static Judgement Names(DocumentCase subject, Mrz mrz) => subject.ZoneNames.Shape switch
    {
        MrzNameShape.WellFormed when subject.ZoneNames.IsTruncated =>
            new(CheckResult.Passed, "The name may go on beyond its field.", Verdict.None, Findings.MrzNamesTruncated),
        MrzNameShape.WellFormed => Judgement.Passed(
            subject.ZoneNames.Secondary.Length == 0 ? "One identifier only." : "Primary and secondary identifier."),
        MrzNameShape.Empty => Judgement.Failed("No name stands there.", Verdict.Doubts, Findings.MrzNames),
        MrzNameShape.LeadingFiller => Judgement.Failed("The name begins with a filler.", Verdict.Doubts, Findings.MrzNames),
        MrzNameShape.IllegalCharacter => Judgement.Failed("The name holds a character that is no letter.", Verdict.Doubts, Findings.MrzNames),
        _ => Judgement.Failed("The name holds more than one separator.", Verdict.Doubts, Findings.MrzNames),
    };

    private static Judgement ExpiryDate(DocumentCase subject, Mrz mrz) => subject.ZoneExpiry.Kind switch
    {
        MrzDateKind.Full => Judgement.Passed("A day of the calendar."),
        MrzDateKind.Unknown => Judgement.NotApplicable("The zone gives no date of expiry."),
        _ => Judgement.Failed("No day of the calendar.", Verdict.Refutes, Findings.ExpiryDate),
    };

    private static Judgement Specimen(DocumentCase subject, Mrz mrz) =>
        mrz.IssuingState?.Kind == StateKind.Specimen || mrz.Nationality?.Kind == StateKind.Specimen
            ? Judgement.Failed("Issuer or nationality is Utopia, the state of the standard's examples.", Verdict.None, Findings.Specimen)
            : Judgement.Passed("Neither issuer nor nationality is Utopia, the state of the standard's examples.");
}
