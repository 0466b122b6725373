namespace IdOcrPortal.Documents;

/// <summary>A stretch of one line.</summary>
internal readonly record struct MrzRange(int Line, int Start, int Length)
{
    internal bool Holds(int line, int position) => line == Line && position >= Start && position < Start + Length;
}

/// <summary>One check digit of a format.</summary>
/// <param name="Field">The field it protects, or <see cref="MrzLayout.Composite"/>.</param>
/// <param name="Line">Line of the digit, from 0.</param>
/// <param name="Position">Position of the digit, from 0.</param>
/// <param name="MayBeFiller">Whether a filler may stand in its place when the field is empty (Doc 9303 part 4, personal number; the expiry of Russian internal passports).</param>
/// <param name="Covers">What it protects, in the order in which the weights run.</param>
internal sealed record MrzDigit(string Field, int Line, int Position, bool MayBeFiller, params MrzRange[] Covers)
{
    /// <summary>
    /// For a long number: the same stretches with the filler between them. Belgian cards of some years (PRADO BEL-BO-03003) let it take a weight, later
    /// ones (BEL-BO-11005) do as the standard says.
    /// </summary>
    internal MrzRange[]? WithFiller { get; init; }

    internal bool Protects(int line, int position) =>
        (Line == line && Position == position) || Array.Exists(Covers, range => range.Holds(line, position));
}

/// <summary>Where everything stands in one format. The layouts are fixed tables; a zone only points at its own.</summary>
internal sealed class MrzLayout
{
    internal const string Composite = "composite";

    private static readonly MrzLayout?[] Td1LongNumbers = new MrzLayout?[16];
    private static readonly MrzLayout?[] Td2LongNumbers = new MrzLayout?[8];

    private readonly MrzSpan[] _spans;

    private MrzLayout(MrzFormat format, int lineCount, int width, MrzSpan[] spans, MrzDigit[] digits)
    {
        Format = format;
        LineCount = lineCount;
        Width = width;
        _spans = spans;
        Spans = Array.AsReadOnly(spans);
        Digits = digits;
    }

    internal MrzFormat Format { get; }

    internal int LineCount { get; }

    internal int Width { get; }

    internal IReadOnlyList<MrzSpan> Spans { get; }

    internal MrzDigit[] Digits { get; }

    /// <summary>Whether the number is longer than its nine places and runs on into the optional data.</summary>
    internal bool HasLongNumber { get; private init; }

    /// <summary>Doc 9303 part 5 section 4.2: 3 × 30.</summary>
    internal static MrzLayout Td1 { get; } = new(
        MrzFormat.Td1, 3, 30,
        [
            new(FieldNames.DocumentCode, 0, 0, 2), new(FieldNames.IssuingState, 0, 2, 3), new(FieldNames.DocumentNumber, 0, 5, 9),
            new(FieldNames.OptionalData, 0, 15, 15), new(FieldNames.BirthDate, 1, 0, 6), new(FieldNames.Sex, 1, 7, 1),
            new(FieldNames.ExpiryDate, 1, 8, 6), new(FieldNames.Nationality, 1, 15, 3), new(FieldNames.OptionalData, 1, 18, 11),
            new(FieldNames.FullName, 2, 0, 30),
        ],
        [
            new(FieldNames.DocumentNumber, 0, 14, false, new MrzRange(0, 5, 9)),
            new(FieldNames.BirthDate, 1, 6, false, new MrzRange(1, 0, 6)),
            new(FieldNames.ExpiryDate, 1, 14, false, new MrzRange(1, 8, 6)),
            new(Composite, 1, 29, false, new MrzRange(0, 5, 25), new MrzRange(1, 0, 7), new MrzRange(1, 8, 7), new MrzRange(1, 18, 11)),
        ]);

    /// <summary>Doc 9303 part 6 section 4.2: 2 × 36.</summary>
    internal static MrzLayout Td2 { get; } = TwoLines(
        MrzFormat.Td2, 36, new(FieldNames.OptionalData, 1, 28, 7), mayExpiryBeEmpty: false,
        new MrzDigit(Composite, 1, 35, false, new MrzRange(1, 0, 10), new MrzRange(1, 13, 7), new MrzRange(1, 21, 14)));

    /// <summary>Doc 9303 part 4 section 4.2: 2 × 44.</summary>
    internal static MrzLayout Td3 { get; } = TwoLines(
        MrzFormat.Td3, 44, new(FieldNames.PersonalNumber, 1, 28, 14),
        // An empty date of expiry (Russian internal passports) may have a filler as its digit, as an empty personal number may.
        mayExpiryBeEmpty: true,
        new MrzDigit(FieldNames.PersonalNumber, 1, 42, true, new MrzRange(1, 28, 14)),
        new MrzDigit(Composite, 1, 43, false, new MrzRange(1, 0, 10), new MrzRange(1, 13, 7), new MrzRange(1, 21, 22)));

    /// <summary>Doc 9303 part 7 section 4.2: 2 × 44, no composite digit.</summary>
    internal static MrzLayout MrvA { get; } = TwoLines(MrzFormat.MrvA, 44, new(FieldNames.OptionalData, 1, 28, 16), mayExpiryBeEmpty: false);

    /// <summary>Doc 9303 part 7 section 5.2: 2 × 36, no composite digit.</summary>
    internal static MrzLayout MrvB { get; } = TwoLines(MrzFormat.MrvB, 36, new(FieldNames.OptionalData, 1, 28, 8), mayExpiryBeEmpty: false);

    /// <summary>
    /// The French identity card of 1988 to 2021. Line 1: ID, FRA, surname (25), department and office of issue (6). Line 2: number (year, month,
    /// department, serial: 12) and digit, given names (14), birth date and digit, sex, and a digit over everything before it. No expiry, no nationality.
    /// </summary>
    internal static MrzLayout French2x36 { get; } = new(
        MrzFormat.French2x36, 2, 36,
        [
            new(FieldNames.DocumentCode, 0, 0, 2), new(FieldNames.IssuingState, 0, 2, 3), new(FieldNames.Surname, 0, 5, 25),
            new(FieldNames.OptionalData, 0, 30, 6), new(FieldNames.DocumentNumber, 1, 0, 12), new(FieldNames.GivenNames, 1, 13, 14),
            new(FieldNames.BirthDate, 1, 27, 6), new(FieldNames.Sex, 1, 34, 1),
        ],
        [
            new(FieldNames.DocumentNumber, 1, 12, false, new MrzRange(1, 0, 12)),
            new(FieldNames.BirthDate, 1, 33, false, new MrzRange(1, 27, 6)),
            new(Composite, 1, 35, false, new MrzRange(0, 0, 36), new MrzRange(1, 0, 35)),
        ]);

    /// <summary>
    /// The layout of lines of this shape, or <see langword="null"/>. Where two formats share a shape the first characters decide: V is a visa
    /// (part 7; no other document may start so), IDFRA on 2 × 36 the French card.
    /// </summary>
    internal static MrzLayout? Of(IReadOnlyList<string> lines)
    {
        if (lines.Count == 3)
        {
            if (!(HasWidth(lines[0], 30) && HasWidth(lines[1], 30) && HasWidth(lines[2], 30)))
            {
                return null;
            }

            var runOn = RunOn(lines[0], 14, 15, 30);
            return runOn == 0 ? Td1 : Td1LongNumbers[runOn] ??= Td1.WithLongNumber(runOn);
        }

        if (lines.Count != 2)
        {
            return null;
        }

        var (first, second) = (lines[0], lines[1]);
        if (HasWidth(first, 44) && HasWidth(second, 44))
        {
            return first[0] == 'V' ? MrvA : Td3;
        }

        if (!(HasWidth(first, 36) && HasWidth(second, 36)))
        {
            return null;
        }

        if (first[0] == 'V')
        {
            return MrvB;
        }

        if (first.StartsWith("IDFRA", StringComparison.Ordinal))
        {
            return French2x36;
        }

        var td2RunOn = RunOn(second, 9, 28, 35);
        return td2RunOn == 0 ? Td2 : Td2LongNumbers[td2RunOn] ??= Td2.WithLongNumber(td2RunOn);
    }

    /// <summary>The span of a field that stands in one place; false where the format does not carry it.</summary>
    internal bool TryFindSpan(string field, out MrzSpan found)
    {
        foreach (var span in _spans)
        {
            if (ReferenceEquals(span.Field, field) || span.Field == field)
            {
                found = span;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static MrzLayout TwoLines(MrzFormat format, int width, MrzSpan optional, bool mayExpiryBeEmpty, params MrzDigit[] further) => new(
        format, 2, width,
        [
            new(FieldNames.DocumentCode, 0, 0, 2), new(FieldNames.IssuingState, 0, 2, 3), new(FieldNames.FullName, 0, 5, width - 5),
            new(FieldNames.DocumentNumber, 1, 0, 9), new(FieldNames.Nationality, 1, 10, 3), new(FieldNames.BirthDate, 1, 13, 6),
            new(FieldNames.Sex, 1, 20, 1), new(FieldNames.ExpiryDate, 1, 21, 6), optional,
        ],
        [
            new(FieldNames.DocumentNumber, 1, 9, false, new MrzRange(1, 0, 9)),
            new(FieldNames.BirthDate, 1, 19, false, new MrzRange(1, 13, 6)),
            new(FieldNames.ExpiryDate, 1, 27, mayExpiryBeEmpty, new MrzRange(1, 21, 6)),
            .. further,
        ]);

    private static bool HasWidth(string? line, int width) => line is not null && line.Length == width;

    /// <summary>
    /// A number of more than nine characters (part 5 section 4.2.2.2, part 6 note j): a filler in the digit's place, the rest of the number and then its
    /// digit at the start of the optional data, ended by a filler. Returns how many places it takes there; 0 for a number of ordinary length.
    /// </summary>
    private static int RunOn(string line, int digitAt, int from, int to)
    {
        if (line[digitAt] != '<')
        {
            return 0;
        }

        var rest = line.AsSpan(from, to - from);
        var end = rest.IndexOf('<');
        var length = end < 0 ? rest.Length : end;
        return length < 2 ? 0 : length;
    }

    // The filler between the two parts is no part of the number and takes no weight (its value is 0, but the weights after it would shift).
    private MrzLayout WithLongNumber(int runOn)
    {
        var head = Array.Find(_spans, span => span.Field == FieldNames.DocumentNumber);
        var optionalAt = Array.FindIndex(_spans, span => span.Field == FieldNames.OptionalData);
        var optional = _spans[optionalAt];
        MrzSpan[] spans =
        [
            .. _spans[..optionalAt],
            new(FieldNames.DocumentNumber, optional.Line, optional.Start, runOn - 1),
            new(FieldNames.OptionalData, optional.Line, optional.Start + runOn, optional.Length - runOn),
            .. _spans[(optionalAt + 1)..],
        ];
        var digit = new MrzDigit(
            FieldNames.DocumentNumber, optional.Line, optional.Start + runOn - 1, false,
            new MrzRange(head.Line, head.Start, head.Length), new MrzRange(optional.Line, optional.Start, runOn - 1))
        {
            WithFiller = [new MrzRange(head.Line, head.Start, head.Length + 1), new MrzRange(optional.Line, optional.Start, runOn - 1)],
        };
        return new MrzLayout(Format, LineCount, Width, spans, [digit, .. Digits[1..]]) { HasLongNumber = true };
    }
}
