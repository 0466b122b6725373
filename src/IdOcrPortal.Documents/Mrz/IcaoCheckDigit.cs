using System.Buffers;

namespace IdOcrPortal.Documents;

/// <summary>
/// The check digit of Doc 9303 part 3 section 4.9: values 0-9 for digits, 10-35 for A-Z, 0 for the filler; weights 7, 3, 1 repeated; sum modulo 10.
/// It finds every change of a single character, save between characters whose values agree modulo 10 (0, A, K, U and the filler; 1, B, L, V; …).
/// </summary>
public static class IcaoCheckDigit
{
    /// <summary>Stands for "no digit can be expected": the protected characters hold one that no zone may hold.</summary>
    public const char Unknown = '?';

    private const byte Illegal = 255;

    private static readonly SearchValues<char> Legal = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<");

    private static ReadOnlySpan<byte> Weights => [7, 3, 1];

    /// <summary>The digit '0' to '9' that protects these characters, or <see cref="Unknown"/>.</summary>
    public static char Of(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        var position = 0;
        return TryAdd(characters, ref sum, ref position) ? Digit(sum) : Unknown;
    }

    /// <summary>Whether a zone may hold this character: A-Z, 0-9 or the filler.</summary>
    public static bool IsLegal(char character) => Value(character) != Illegal;

    internal static bool AreLegal(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept(Legal);

    internal static char Digit(int sum) => (char)('0' + (sum % 10));

    /// <summary>Adds one stretch of a field that may stand in several places; <paramref name="position"/> counts on through all of them.</summary>
    internal static bool TryAdd(ReadOnlySpan<char> characters, ref int sum, ref int position)
    {
        var phase = position % 3;
        foreach (var character in characters)
        {
            var value = Value(character);
            if (value == Illegal)
            {
                return false;
            }

            sum += value * Weights[phase];
            phase = phase == 2 ? 0 : phase + 1;
        }

        position += characters.Length;
        return true;
    }

    private static int Value(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        '<' => 0,
        _ => Illegal,
    };
}
