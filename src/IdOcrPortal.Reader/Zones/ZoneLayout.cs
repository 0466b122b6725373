using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Zones;

/// <summary>
/// Where the check digits of a format stand and which kind of character each place allows, in the form in which the Reader needs it: to rank thousands
/// of half-read candidates quickly. It names no field and explains nothing; what a zone means is the business of
/// <see cref="Mrz"/>, and a test compares the two.
/// </summary>
internal sealed class ZoneLayout
{
    private static readonly ZoneLayout Td1 = new(MrzFormat.Td1, 30,
        ["LLLLLXXXXXXXXXXXXXXXXXXXXXXXXX", "DDDDDDDSDDDDDDDLLLXXXXXXXXXXXD", new string('L', 30)],
        new(new(0, 14), CheckKind.OverflowingNumber, new ZoneRun(0, 5, 9)),
        new(new(1, 6), CheckKind.Plain, new ZoneRun(1, 0, 6)),
        new(new(1, 14), CheckKind.Plain, new ZoneRun(1, 8, 6)),
        new(new(1, 29), CheckKind.Composite, new(0, 5, 25), new(1, 0, 7), new(1, 8, 7), new(1, 18, 11)));

    private static readonly ZoneLayout Td2 = new(MrzFormat.Td2, 36,
        [new string('L', 36), "XXXXXXXXXDLLLDDDDDDDSDDDDDDDXXXXXXXD"],
        new(new(1, 9), CheckKind.OverflowingNumber, new ZoneRun(1, 0, 9)),
        new(new(1, 19), CheckKind.Plain, new ZoneRun(1, 13, 6)),
        new(new(1, 27), CheckKind.Plain, new ZoneRun(1, 21, 6)),
        new(new(1, 35), CheckKind.Composite, new(1, 0, 10), new(1, 13, 7), new(1, 21, 14)));

    private static readonly ZoneLayout Td3 = new(MrzFormat.Td3, 44,
        [new string('L', 44), "XXXXXXXXXDLLLDDDDDDDSDDDDDDDXXXXXXXXXXXXXXDD"],
        new(new(1, 9), CheckKind.Plain, new ZoneRun(1, 0, 9)),
        new(new(1, 19), CheckKind.Plain, new ZoneRun(1, 13, 6)),
        new(new(1, 27), CheckKind.Plain, new ZoneRun(1, 21, 6)),
        new(new(1, 42), CheckKind.FillerWhenEmpty, new ZoneRun(1, 28, 14)),
        new(new(1, 43), CheckKind.Composite, new(1, 0, 10), new(1, 13, 7), new(1, 21, 22)));

    private static readonly ZoneLayout MrvA = new(MrzFormat.MrvA, 44,
        [new string('L', 44), "XXXXXXXXXDLLLDDDDDDDSDDDDDDDXXXXXXXXXXXXXXXX"], VisaChecks());

    private static readonly ZoneLayout MrvB = new(MrzFormat.MrvB, 36,
        [new string('L', 36), "XXXXXXXXXDLLLDDDDDDDSDDDDDDDXXXXXXXX"], VisaChecks());

    // French decree of 1987; no expiry date, and a composite digit over both lines.
    private static readonly ZoneLayout French = new(MrzFormat.French2x36, 36,
        [new string('L', 30) + "XXXXXX", "XXXXXXXXXXXXDLLLLLLLLLLLLLLDDDDDDDSD"],
        new(new(1, 12), CheckKind.Plain, new ZoneRun(1, 0, 12)),
        new(new(1, 33), CheckKind.Plain, new ZoneRun(1, 27, 6)),
        new(new(1, 35), CheckKind.Composite, new(0, 0, 36), new(1, 0, 35)));

    private readonly string[] _kinds;
    private readonly HashSet<ZonePlace> _protected;

    private ZoneLayout(MrzFormat format, int length, string[] kinds, params ZoneCheck[] checks)
    {
        Format = format;
        Length = length;
        _kinds = kinds;
        Checks = checks;
        _protected = [.. checks.SelectMany(check => check.Places)];
    }

    public MrzFormat Format { get; }

    /// <summary>Characters a line.</summary>
    public int Length { get; }

    public IReadOnlyList<ZoneCheck> Checks { get; }

    /// <summary>The layout of lines of this shape, told apart as Doc 9303 does: by their first letters.</summary>
    public static ZoneLayout Of(IReadOnlyList<string> lines) => (lines.Count, lines[0].Length, lines[0][0]) switch
    {
        (3, _, _) => Td1,
        (_, 44, 'V') => MrvA,
        (_, 44, _) => Td3,
        (_, _, 'V') => MrvB,
        _ => lines[0].StartsWith("IDFRA", StringComparison.Ordinal) ? French : Td2,
    };

    /// <summary>Whether a place allows a character: letters, digits or either, and the filler nearly everywhere.</summary>
    public bool Allows(int line, int column, char character) => _kinds[line][column] switch
    {
        'L' => character is '<' or >= 'A',
        'D' => character is <= '9' or '<',
        'S' => character is 'M' or 'F' or 'X' or '<',
        _ => true,
    };

    /// <summary>Whether a check digit protects the character in this place.</summary>
    public bool IsProtected(int line, int column) => _protected.Contains(new ZonePlace(line, column));

    /// <summary>Number of check digits that hold.</summary>
    public int CountValid(IReadOnlyList<string> lines) => Checks.Count(check => check.Holds(lines));

    private static ZoneCheck[] VisaChecks() =>
    [
        new(new(1, 9), CheckKind.Plain, new ZoneRun(1, 0, 9)),
        new(new(1, 19), CheckKind.Plain, new ZoneRun(1, 13, 6)),
        new(new(1, 27), CheckKind.Plain, new ZoneRun(1, 21, 6)),
    ];
}
