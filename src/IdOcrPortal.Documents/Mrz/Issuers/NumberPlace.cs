namespace IdOcrPortal.Documents;

/// <summary>Where an issuer writes a national number.</summary>
/// <param name="Format">In zones of this format.</param>
/// <param name="Field">The field of the zone that it stands in.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record NumberPlace(MrzFormat Format, string Field, int Line, int Start, int Length)
{
    /// <summary>The most characters that any place gives.</summary>
    internal const int Longest = 15;

    private const int BirthStart = 13;
    private const int BirthLength = 6;

    /// <summary>Personal number or optional data of a passport: fourteen places.</summary>
    internal static NumberPlace Passport { get; } = new(MrzFormat.Td3, FieldNames.PersonalNumber, 1, 28, 14);

    /// <summary>Optional data in the first line of a card: fifteen places.</summary>
    internal static NumberPlace CardFirst { get; } = new(MrzFormat.Td1, FieldNames.OptionalData, 0, 15, 15);

    /// <summary>Optional data in the second line of a card: eleven places.</summary>
    internal static NumberPlace CardSecond { get; } = new(MrzFormat.Td1, FieldNames.OptionalData, 1, 18, 11);

    /// <summary>Optional data of a card with two lines: seven places.</summary>
    internal static NumberPlace TwoLineCard { get; } = new(MrzFormat.Td2, FieldNames.OptionalData, 1, 28, 7);

    /// <summary>What an inner filler stands for (Finnish codes have a hyphen); <see langword="null"/>: nothing.</summary>
    internal char? Separator { get; init; }

    /// <summary>Whether the zone's date of birth belongs behind the first character, where the number would only repeat it (Romanian cards).</summary>
    internal bool LeavesOutBirth { get; init; }

    /// <summary>Copies the number without the fillers around it and returns its length; 0 where only fillers stand there.</summary>
    internal int Copy(Mrz mrz, Span<char> number)
    {
        var length = 0;
        foreach (var character in mrz.Line(Line).AsSpan(Start, Length).Trim('<'))
        {
            if (character != '<')
            {
                number[length++] = character;
            }
            else if (Separator is { } separator)
            {
                number[length++] = separator;
            }
        }

        if (LeavesOutBirth && length > 0)
        {
            number[1..length].CopyTo(number[(1 + BirthLength)..]);
            mrz.Line(1).AsSpan(BirthStart, BirthLength).CopyTo(number[1..]);
            length += BirthLength;
        }

        return length;
    }
}
