using System.Globalization;
using System.Text;

namespace IdOcrPortal.Documents.Tests.Zones;

/// <summary>One place of a zone, counted as Doc 9303 counts: line and position from 1.</summary>
internal readonly record struct Place(int Line, int Position);

/// <summary>A check digit of a made zone.</summary>
/// <param name="Field">What it protects.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Covers">The protected places, in the order in which the weights 7, 3, 1 run over them.</param>
internal sealed record MadeDigit(string Field, Place At, IReadOnlyList<Place> Covers)
{
    internal int Weight(Place place) => Covers.Index().FirstOrDefault(item => item.Item == place, (-1, default)).Item1 switch { -1 => 0, var at => (7, 3, 1).At(at % 3) };
}

/// <summary>A zone that keeps every rule, with what its maker knows of it.</summary>
internal sealed record MadeZone(MrzFormat Format, string[] Lines, IReadOnlyList<MadeDigit> Digits)
{
    internal char this[Place place] => Lines[place.Line - 1][place.Position - 1];

    /// <summary>The zone with other characters in some places.</summary>
    internal string[] With(params (Place Place, char Character)[] changes)
    {
        var lines = Lines.Select(line => line.ToCharArray()).ToArray();
        foreach (var (place, character) in changes)
        {
            lines[place.Line - 1][place.Position - 1] = character;
        }

        return [.. lines.Select(line => new string(line))];
    }

    /// <summary>Every place that some digit protects, and the digits themselves.</summary>
    internal IReadOnlyList<Place> Protected() => [.. Digits.SelectMany(digit => digit.Covers.Append(digit.At)).Distinct().Order(Comparer<Place>.Create((a, b) => (a.Line, a.Position).CompareTo((b.Line, b.Position))))];
}

/// <summary>
/// Makes zones of all six formats from a seed, from the tables of Doc 9303 parts 4 to 7 and with a check digit of its own: nothing here asks the code
/// under test. Long document numbers, empty personal numbers, partial births, single names and full name fields all occur.
/// </summary>
internal static class ZoneGenerator
{
    internal const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    /// <summary>Made documents expire after it and their holders were born before it.</summary>
    internal static readonly DateOnly Today = new(2026, 7, 29);

    private static readonly string[] States = [.. StateCodes.All.Where(state => state.IsListed && state.Kind != StateKind.Specimen).Select(state => state.Code)];

    /// <summary>What a character counts: 0-9, A-Z as 10 to 35, the filler nothing.</summary>
    internal static int Value(char character) => Alphabet.IndexOf(character, StringComparison.Ordinal) % 36;

    internal static MadeZone Make(MrzFormat format, int seed)
    {
        var random = new Random(seed);
        return format switch
        {
            MrzFormat.Td1 => Td1(random),
            MrzFormat.Td2 => TwoLines(format, 36, random),
            MrzFormat.Td3 or MrzFormat.MrvA => TwoLines(format, 44, random),
            MrzFormat.MrvB => TwoLines(format, 36, random),
            _ => French(random),
        };
    }

    internal static char Digit(string text) => (char)('0' + (text.Select((character, at) => Value(character) * (7, 3, 1).At(at % 3)).Sum() % 10));

    internal static int At(this (int, int, int) weights, int at) => at switch { 0 => weights.Item1, 1 => weights.Item2, _ => weights.Item3 };

    private static MadeZone Td1(Random random)
    {
        var isLong = random.Next(4) == 0;
        var (number, run) = Number(random, isLong ? 9 + random.Next(1, 13) : random.Next(5, 10));
        var optional = isLong ? Filled(run + "<" + Content(random, random.Next(0, 15 - run.Length)), 15) : Optional(random, 15);
        var first = Code(random, "I<", "ID", "A<", "C<") + State(random) + number + (isLong ? '<' : Digit(number)) + optional;
        var (birth, expiry) = Dates(random);
        var second = birth + Digit(birth) + Sex(random) + expiry + Digit(expiry) + State(random) + Optional(random, 11);
        second += Digit(first[5..] + second[..7] + second[8..15] + second[18..29]);
        return new(
            MrzFormat.Td1, [first, second, Names(random, 30)],
            [
                isLong
                    ? new("document_number", new(1, 15 + run.Length), [.. Places(1, 6, 14), .. Places(1, 16, 14 + run.Length)])
                    : new("document_number", new(1, 15), Places(1, 6, 14)),
                new("birth_date", new(2, 7), Places(2, 1, 6)),
                new("expiry_date", new(2, 15), Places(2, 9, 14)),
                new("composite", new(2, 30), [.. Places(1, 6, 30), .. Places(2, 1, 7), .. Places(2, 9, 15), .. Places(2, 19, 29)]),
            ]);
    }

    private static MadeZone TwoLines(MrzFormat format, int width, Random random)
    {
        var isLong = format == MrzFormat.Td2 && random.Next(4) == 0;
        var (number, run) = Number(random, isLong ? 9 + random.Next(1, 6) : random.Next(5, 10));
        var code = format switch { MrzFormat.Td3 => Code(random, "P<", "PP", "PD"), MrzFormat.Td2 => Code(random, "I<", "ID", "A<"), _ => Code(random, "V<", "VB") };
        var state = State(random);

        // IDFRA on two lines of 36 is the French card.
        var first = (format == MrzFormat.Td2 && state == "FRA" ? "I<" : code) + state + Names(random, width - 5);
        var (birth, expiry) = Dates(random);
        var second = number + (isLong ? '<' : Digit(number)) + State(random) + birth + Digit(birth) + Sex(random) + expiry + Digit(expiry);
        var protectedSecond = () => second[..10] + second[13..20] + second[21..];
        var digits = new List<MadeDigit>
        {
            isLong
                ? new("document_number", new(2, 28 + run.Length), [.. Places(2, 1, 9), .. Places(2, 29, 27 + run.Length)])
                : new("document_number", new(2, 10), Places(2, 1, 9)),
            new("birth_date", new(2, 20), Places(2, 14, 19)),
            new("expiry_date", new(2, 28), Places(2, 22, 27)),
        };
        if (format == MrzFormat.Td3)
        {
            var personal = Optional(random, 14);
            second += personal + (personal.All(character => character == '<') && random.Next(2) == 0 ? '<' : Digit(personal));
            digits.Add(new("personal_number", new(2, 43), Places(2, 29, 42)));
        }
        else
        {
            var room = width - 28 - (format == MrzFormat.Td2 ? 1 : 0);
            second += isLong ? Filled(run + "<" + Content(random, random.Next(0, room - run.Length)), room) : Optional(random, room);
        }

        if (format is MrzFormat.Td3 or MrzFormat.Td2)
        {
            second += Digit(protectedSecond());
            digits.Add(new("composite", new(2, width), [.. Places(2, 1, 10), .. Places(2, 14, 20), .. Places(2, 22, width - 1)]));
        }

        return new(format, [first, second], digits);
    }

    private static MadeZone French(Random random)
    {
        var first = "IDFRA" + Filled(Word(random, random.Next(2, 26)), 25) + random.Next(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var number = string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('0' + random.Next(10))));
        var (birth, _) = Dates(random);
        var second = number + Digit(number) + Filled(Word(random, random.Next(2, 15)), 14) + birth + Digit(birth) + (random.Next(2) == 0 ? 'M' : 'F');
        second += Digit(first + second);
        return new(
            MrzFormat.French2x36, [first, second],
            [
                new("document_number", new(2, 13), Places(2, 1, 12)), new("birth_date", new(2, 34), Places(2, 28, 33)),
                new("composite", new(2, 36), [.. Places(1, 1, 36), .. Places(2, 1, 35)]),
            ]);
    }

    /// <summary>Nine places, and what of the number goes beyond them with the digit behind it.</summary>
    private static (string Nine, string Run) Number(Random random, int length)
    {
        var number = Content(random, length);
        return length <= 9 ? (Filled(number, 9), "") : (number[..9], number[9..] + Digit(number));
    }

    private static string Content(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(36)]));

    private static string Optional(Random random, int room) => Filled(Content(random, random.Next(3) == 0 ? 0 : random.Next(room + 1)), room);

    private static (string Birth, string Expiry) Dates(Random random)
    {
        var birth = Today.AddDays(-random.Next(365, 90 * 365)).ToString("yyMMdd", CultureInfo.InvariantCulture);
        birth = random.Next(20) switch { 0 => birth[..4] + "<<", 1 => birth[..2] + "<<<<", _ => birth };
        return (birth, Today.AddDays(random.Next(1, 3650)).ToString("yyMMdd", CultureInfo.InvariantCulture));
    }

    private static string Names(Random random, int room)
    {
        var text = new StringBuilder(Word(random, random.Next(1, 15)));
        if (random.Next(8) != 0)
        {
            text.Append("<<").AppendJoin('<', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random, random.Next(1, 12))));
        }

        return Filled(text.Length > room ? text.ToString(0, room) : text.ToString(), room);
    }

    private static string Word(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('A' + random.Next(26))));

    private static string State(Random random) => Filled(States[random.Next(States.Length)], 3);

    private static string Code(Random random, params string[] codes) => codes[random.Next(codes.Length)];

    private static char Sex(Random random) => "MF<"[random.Next(3)];

    private static string Filled(string text, int room) => text.PadRight(room, '<');

    private static Place[] Places(int line, int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(position => new Place(line, position))];
}
