namespace IdOcrPortal.Documents;

/// <summary>The series of document numbers that are still valid, by issuer. A number that fits none may be of a new series: such a failure is never certain.</summary>
internal static class NumberShapes
{
    private const string Validator = "validator.js 13.15, isPassportNumber";
    private const string Purview = "Microsoft Purview, sensitive information types (passport numbers)";
    private const string TestSuites = "Zones in public test suites of MRZ readers; no publication of the issuer is known";

    private static readonly AspectResult Fits = new(CheckResult.Passed, "It has the shape of a known series.");
    private static readonly AspectResult Differs = new(CheckResult.Failed, "No known series of this issuer has numbers of this shape.", IsCertain: false);
    private static readonly AspectResult IsLong = new(CheckResult.NotApplicable, "The number runs on into the optional data.");

    /// <summary>One rule for each issuer and format.</summary>
    internal static IssuerRule[] Rules { get; } =
    [
        Passports("VNM", TestSuites, "@#######", "@########"),
        Passports("IND", Validator, "@#######"),
        Passports("PHL", Purview, "@#######@", "@@#######", "@@######", "@######"),
        Passports("ALB", TestSuites, "@@#######"),
        Passports("BRA", Validator, "@@######"),
        Passports("IDN", Validator, "@#######"),
        Passports("MYS", Purview, "@########"),
        Passports("NGA", TestSuites, "@########"),
        Passports("PAK", Validator, "@@#######"),
        Passports("RUS", Purview, "#########"),
        Passports("TWN", Purview, "#########"),
        Passports("UKR", Purview, "@@######", "########"),
        Passports("THA", Validator, "@@#######", "@@######", "@#######", "@######"),
        Cards("KHM", TestSuites, "#########"),
        Cards("VNM", "Public explanations of the MRZ of the citizen card with chip (2021): the last nine digits of the personal number", "#########"),
        Cards("ESP", "Spanish press on the DNI's OCR lines: serial of three letters and six digits", "@@@######"),
    ];

    /// <summary>Whether the text has the shape: <c>@</c> stands for a letter A-Z, <c>#</c> for a digit, all else for itself.</summary>
    internal static bool Fit(ReadOnlySpan<char> text, string shape)
    {
        if (text.Length != shape.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var fits = shape[i] switch
            {
                '@' => char.IsAsciiLetterUpper(text[i]),
                '#' => char.IsAsciiDigit(text[i]),
                var literal => text[i] == literal,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static IssuerRule Passports(string issuer, string source, params string[] shapes) =>
        Rule(issuer, MrzFormat.Td3, line: 1, start: 0, "The passport number has the shape of a known series", source, shapes);

    private static IssuerRule Cards(string issuer, string source, params string[] shapes) =>
        Rule(issuer, MrzFormat.Td1, line: 0, start: 5, "The card number has the shape of a known series", source, shapes);

    private static IssuerRule Rule(string issuer, MrzFormat format, int line, int start, string title, string source, string[] shapes) => new(
        $"mrz.issuer.{issuer.ToLowerInvariant()}.{(format == MrzFormat.Td3 ? "passport" : "card")}_number", issuer, [format], title, source,
        [FieldNames.DocumentNumber],
        (mrz, _) =>
        {
            if (mrz.HasLongNumber)
            {
                return IsLong;
            }

            var number = mrz.Line(line).AsSpan(start, 9).TrimEnd('<');
            foreach (var shape in shapes)
            {
                if (Fit(number, shape))
                {
                    return Fits;
                }
            }

            return Differs;
        });
}
