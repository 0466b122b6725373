namespace IdOcrPortal.Documents;

/// <summary>How the numbers of a card's zone agree among themselves, where an issuer goes beyond Doc 9303 part 5.</summary>
internal static class CardNumberRules
{
    private static readonly AspectResult NoNumber = new(CheckResult.NotPossible, "No number of twelve digits stands in the optional data.");

    /// <summary>Every such rule.</summary>
    internal static IssuerRule[] Rules { get; } =
    [
        new(
            "mrz.issuer.khm.card_head", "KHM", [MrzFormat.Td1], "The card begins with IDKHM and has no optional data",
            "Huawei Cloud, Cambodian ID Card: samples; zones in public test suites of MRZ readers", [FieldNames.DocumentNumber, FieldNames.OptionalData], Khmer),
        new(
            "mrz.issuer.vnm.card_number_tail", "VNM", [MrzFormat.Td1], "The card number is the end of the personal number",
            "Zones of the citizen card with chip in public test suites of MRZ readers", [FieldNames.DocumentNumber, FieldNames.OptionalData], VietnameseTail),
        OptionalDigit("VNM", "Zones of the citizen card with chip in public test suites of MRZ readers"),
        OptionalDigit("NLD", "Specimen of the Dutch identity card of 2014 (SPECI2014); dpa fact check of 13 May 2022 on the digit at the end of line 1"),
        new(
            "mrz.issuer.bel.card_number_digits", "BEL", [MrzFormat.Td1], "The last two digits of the card number check the first ten",
            "IBZ, instruction IT195: first ten digits modulo 97, 97 for 0", [FieldNames.DocumentNumber], Belgian),
    ];

    private static AspectResult Khmer(Mrz mrz, DateOnly today) =>
        mrz.Line(0).StartsWith("IDKHM", StringComparison.Ordinal)
            && !mrz.Line(0).AsSpan(15).ContainsAnyExcept('<') && !mrz.Line(1).AsSpan(18, 11).ContainsAnyExcept('<')
            ? new(CheckResult.Passed, "IDKHM, and fillers where optional data could stand.")
            : new(CheckResult.Failed, "Known cards begin with IDKHM and hold fillers where optional data could stand.", IsCertain: false);

    private static AspectResult VietnameseTail(Mrz mrz, DateOnly today) =>
        !NumberShapes.Fit(mrz.Line(0).AsSpan(15, 12), "############") ? NoNumber
        : mrz.Line(0).AsSpan(18, 9).SequenceEqual(mrz.Line(0).AsSpan(5, 9))
            ? new(CheckResult.Passed, "The card number is the last nine digits of the personal number.")
        : new(CheckResult.Failed, "The card number is not the last nine digits of the personal number.", IsCertain: false);

    // Doc 9303 part 5 asks for no digit there.
    private static IssuerRule OptionalDigit(string issuer, string source) => new(
        $"mrz.issuer.{issuer.ToLowerInvariant()}.card.optional_digit", issuer, [MrzFormat.Td1], "Check digit of the optional data at the end of line 1",
        source, [FieldNames.OptionalData],
        (mrz, _) => mrz.HasLongNumber || mrz.Line(0)[29] == '<'
            ? new(CheckResult.NotApplicable, "No digit stands there.")
            : mrz.Line(0)[29] == IcaoCheckDigit.Of(mrz.Line(0).AsSpan(15, 14))
                ? new(CheckResult.Passed, "The digit agrees with the optional data.")
                : new(CheckResult.Failed, "The digit does not agree with the optional data.", IsCertain: false));

    private static AspectResult Belgian(Mrz mrz, DateOnly today)
    {
        // Twelve digits as a long number: nine before the filler, three and the check digit of Doc 9303 after it.
        if (!mrz.HasLongNumber || !NumberShapes.Fit(mrz.Line(0).AsSpan(5, 14), "#########<####"))
        {
            return new(CheckResult.NotApplicable, "The card has no number of twelve digits.");
        }

        Span<char> number = stackalloc char[12];
        mrz.Line(0).AsSpan(5, 9).CopyTo(number);
        mrz.Line(0).AsSpan(15, 3).CopyTo(number[9..]);
        var rest = 0L;
        foreach (var digit in number[..10])
        {
            rest = ((rest * 10) + digit - '0') % 97;
        }

        return (rest == 0 ? 97 : rest) == ((number[10] - '0') * 10) + number[11] - '0'
            ? new(CheckResult.Passed, "The last two digits agree with the first ten.")
            : new(CheckResult.Failed, "The last two digits do not agree with the first ten.", IsCertain: false);
    }
}
