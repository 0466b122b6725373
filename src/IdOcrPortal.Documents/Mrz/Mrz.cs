using System.Diagnostics.CodeAnalysis;

namespace IdOcrPortal.Documents;

/// <summary>Where one field of the zone stands.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct MrzSpan(string Field, int Line, int Start, int Length);

/// <summary>One check digit of the zone, compared.</summary>
/// <param name="Field">Name of the field it protects, or <c>composite</c>.</param>
/// <param name="Place">Where it stands, found and expected; expected is <c>?</c> where the protected characters hold one that no zone may hold.</param>
/// <param name="IsValid">Whether found and expected agree (or the standard allows the filler that stands there).</param>
public readonly record struct MrzCheckDigit(string Field, CheckDigitPlace Place, bool IsValid);

/// <summary>
/// A machine-readable zone cut into its fields (Doc 9303 parts 3 to 7, and the old French card). The lines stay as they were read. Immutable;
/// parsing allocates this object alone, the lists are made when somebody asks for them.
/// </summary>
public sealed class Mrz
{
    private readonly string _first;
    private readonly string _second;
    private readonly string? _third;
    private IReadOnlyList<string>? _lines;
    private IReadOnlyList<MrzCheckDigit>? _checkDigits;

    private Mrz(MrzLayout layout, string first, string second, string? third)
    {
        Layout = layout;
        _first = first;
        _second = second;
        _third = third;
    }

    /// <summary>Shape of the zone.</summary>
    public MrzFormat Format => Layout.Format;

    /// <summary>The lines as they were read.</summary>
    public IReadOnlyList<string> Lines => _lines ??= _third is null ? [_first, _second] : [_first, _second, _third];

    /// <summary>Where each field stands; a field that stands in two places (optional data of TD1, long numbers) has two spans, in reading order.</summary>
    public IReadOnlyList<MrzSpan> Spans => Layout.Spans;

    /// <summary>Every check digit of the format, compared; the composite last.</summary>
    public IReadOnlyList<MrzCheckDigit> CheckDigits => _checkDigits ??= Array.ConvertAll(Layout.Digits, Compare);

    /// <summary>Whether every check digit of the format holds. Allocates nothing.</summary>
    public bool AllCheckDigitsValid
    {
        get
        {
            foreach (var digit in Layout.Digits)
            {
                if (!Holds(digit, out _))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The two characters that say what kind of document it is, such as <c>P&lt;</c>.</summary>
    public ReadOnlySpan<char> DocumentCode => _first.AsSpan(0, 2);

    /// <summary>The state or organisation that issued the document; <see langword="null"/> where the list of Doc 9303 part 3 section 5 lacks the code.</summary>
    public State? IssuingState => StateCodes.Find(_first.AsSpan(2, 3));

    /// <summary>The holder's nationality; <see langword="null"/> where the format carries none or the list lacks the code.</summary>
    public State? Nationality => Layout.TryFindSpan(FieldNames.Nationality, out var span) ? StateCodes.Find(Characters(span)) : null;

    /// <summary>Whether the document number runs on into the optional data (TD1 and TD2).</summary>
    public bool HasLongNumber => Layout.HasLongNumber;

    /// <summary>The holder's sex; <see langword="null"/> where something stands there that is none.</summary>
    public Sex? Sex => Layout.TryFindSpan(FieldNames.Sex, out var span) ? SexLetter.Read(Characters(span)[0]) : null;

    /// <summary>The names, cut at their separator.</summary>
    public MrzNames Names => MrzNames.Read(this);

    internal MrzLayout Layout { get; }

    /// <summary>Cuts the lines into fields. Refuses only a shape that no format has; a wrong check digit is not a reason.</summary>
    public static bool TryParse(IReadOnlyList<string> lines, [NotNullWhen(true)] out Mrz? mrz, [NotNullWhen(false)] out Finding? finding)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var layout = MrzLayout.Of(lines);
        if (layout is null)
        {
            mrz = null;
            finding = Findings.MrzShape;
            return false;
        }

        mrz = new Mrz(layout, lines[0], lines[1], layout.LineCount == 3 ? lines[2] : null);
        finding = null;
        return true;
    }

    /// <summary>The holder's date of birth.</summary>
    /// <param name="today">The century is the latest that does not put the birth after this day.</param>
    public MrzDate BirthDate(DateOnly today) =>
        Layout.TryFindSpan(FieldNames.BirthDate, out var span) ? MrzDate.ReadBirth(Characters(span), today) : default;

    /// <summary>The day on which the document expires; <see cref="MrzDateKind.Unknown"/> where the format carries none.</summary>
    /// <param name="today">The century is the one that puts the expiry nearest to this day.</param>
    public MrzDate ExpiryDate(DateOnly today) =>
        Layout.TryFindSpan(FieldNames.ExpiryDate, out var span) ? MrzDate.ReadExpiry(Characters(span), today) : default;

    /// <summary>The characters of a span as they were read, fillers and all.</summary>
    public ReadOnlySpan<char> Characters(MrzSpan span) => Line(span.Line).AsSpan(span.Start, span.Length);

    /// <summary>
    /// A field's text without its fillers: trailing ones dropped, inner ones as single spaces, several spans joined by a space (a long number: by nothing).
    /// <see langword="null"/> where the format does not carry the field or only fillers stand there. The sex keeps its filler, for it has a meaning.
    /// </summary>
    public string? Text(string field)
    {
        string? text = null;
        if (field is FieldNames.Surname or FieldNames.GivenNames && !Layout.TryFindSpan(field, out _))
        {
            var names = Names;
            text = field == FieldNames.Surname ? names.Primary : names.Secondary;
        }
        else if (field == FieldNames.FullName)
        {
            var names = Names;
            text = names.Secondary.Length == 0 ? names.Primary : $"{names.Primary} {names.Secondary}";
        }
        else if (field == FieldNames.Mrz)
        {
            text = string.Join('\n', Lines);
        }
        else
        {
            foreach (var span in Spans)
            {
                if (span.Field == field)
                {
                    var part = field == FieldNames.Sex ? Characters(span).ToString() : MrzNames.Spaced(Characters(span));
                    text = string.IsNullOrEmpty(text) ? part
                        : part.Length == 0 ? text
                        : field == FieldNames.DocumentNumber ? text + part
                        : $"{text} {part}";
                }
            }
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    internal string Line(int line) => line switch { 0 => _first, 1 => _second, _ => _third! };

    internal char FoundAt(MrzDigit digit) => Line(digit.Line)[digit.Position];

    internal bool Holds(MrzDigit digit, out char expected)
    {
        if (!TryExpect(digit.Covers, out expected))
        {
            return false;
        }

        var found = FoundAt(digit);
        if (found == expected || (digit.MayBeFiller && found == '<' && IsEmpty(digit)))
        {
            return true;
        }

        if (digit.WithFiller is { } covers && _first.AsSpan(2, 3) is "BEL" && TryExpect(covers, out var belgian) && found == belgian)
        {
            expected = belgian;
            return true;
        }

        return false;
    }

    internal bool IsEmpty(MrzDigit digit)
    {
        foreach (var range in digit.Covers)
        {
            if (Line(range.Line).AsSpan(range.Start, range.Length).ContainsAnyExcept('<'))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryExpect(MrzRange[] covers, out char expected)
    {
        var sum = 0;
        var position = 0;
        foreach (var range in covers)
        {
            if (!IcaoCheckDigit.TryAdd(Line(range.Line).AsSpan(range.Start, range.Length), ref sum, ref position))
            {
                expected = IcaoCheckDigit.Unknown;
                return false;
            }
        }

        expected = IcaoCheckDigit.Digit(sum);
        return true;
    }

    private MrzCheckDigit Compare(MrzDigit digit)
    {
        var holds = Holds(digit, out var expected);
        return new MrzCheckDigit(digit.Field, new CheckDigitPlace(digit.Line, digit.Position, FoundAt(digit), expected), holds);
    }
}
