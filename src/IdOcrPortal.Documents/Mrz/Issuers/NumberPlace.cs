namespace IdOcrPortal.Documents;

/// <summary>Where an issuer writes a national number.</summary>
/// <param name="Format">In zones of this format.</param>
/// <param name="Field">The field of the zone that it stands in.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Separator">What an inner filler stands for; <see langword="null"/>: nothing.</param>
internal sealed record NumberPlace(MrzFormat Format, string Field, int Line, int Start, int Length, char? Separator = null)
{
    /// <summary>The most characters that any place has.</summary>
    internal const int Longest = 15;

    /// <summary>Personal number or optional data of a passport: fourteen places.</summary>
    internal static NumberPlace Passport { get; } = new(MrzFormat.Td3, FieldNames.PersonalNumber, 1, 28, 14);

    /// <summary>Optional data in the first line of a card: fifteen places.</summary>
    internal static NumberPlace CardFirst { get; } = new(MrzFormat.Td1, FieldNames.OptionalData, 0, 15, 15);

    /// <summary>Optional data in the second line of a card: eleven places.</summary>
    internal static NumberPlace CardSecond { get; } = new(MrzFormat.Td1, FieldNames.OptionalData, 1, 18, 11);

    /// <summary>Copies the number without the fillers around it and returns its length; 0 where only fillers stand there.</summary>
    internal int Copy(Mrz mrz, Span<char> number)
    {
        var characters = mrz.Line(Line).AsSpan(Start, Length).Trim('<');
        var length = 0;
        foreach (var character in characters)
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

        return length;
    }
}
