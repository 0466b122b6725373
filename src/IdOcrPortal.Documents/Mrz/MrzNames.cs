namespace IdOcrPortal.Documents;

/// <summary>Whether the characters of a name field are written as Doc 9303 part 3 section 4.6 says.</summary>
public enum MrzNameShape
{
    WellFormed,

    /// <summary>Only fillers.</summary>
    Empty,

    /// <summary>A filler where the primary identifier has to begin.</summary>
    LeadingFiller,

    /// <summary>A digit, or a character that no zone may hold.</summary>
    IllegalCharacter,

    /// <summary>More than one double filler, or three fillers in a row, before the last letter.</summary>
    StraySeparator,
}

/// <summary>The holder's names as the zone gives them (Doc 9303 part 3 section 4.6; part 4 section 4.2.3).</summary>
/// <param name="Primary">Primary identifier (mostly the surname), single spaces; empty where there is none.</param>
/// <param name="Secondary">Secondary identifier (mostly the given names); empty where the holder has but one name.</param>
/// <param name="IsTruncated">Whether the last place of the field holds a letter: then the name may go on beyond it.</param>
/// <param name="Shape">Whether the field is written as the standard says.</param>
public readonly record struct MrzNames(string Primary, string Secondary, bool IsTruncated, MrzNameShape Shape)
{
    internal static MrzNames Read(Mrz mrz)
    {
        if (mrz.Layout.TryFindSpan(FieldNames.FullName, out var full))
        {
            var field = mrz.Characters(full);
            var (primary, secondary) = Cut(field);
            return new MrzNames(Spaced(field[..primary]), Spaced(field[secondary..]), field[^1] != '<', ShapeOf(field, RussianInternalPassport.Is(mrz)));
        }

        // The French card gives each its own field; there double fillers part the given names.
        _ = mrz.Layout.TryFindSpan(FieldNames.Surname, out var surnameSpan);
        _ = mrz.Layout.TryFindSpan(FieldNames.GivenNames, out var givenSpan);
        var surname = mrz.Characters(surnameSpan);
        var given = mrz.Characters(givenSpan);
        return new MrzNames(Spaced(surname), Spaced(given), surname[^1] != '<' || given[^1] != '<', FrenchShape(surname, given));
    }

    /// <summary>Where the primary identifier ends and the secondary begins in a name field.</summary>
    internal static (int PrimaryEnd, int SecondaryStart) Cut(ReadOnlySpan<char> field)
    {
        var separator = field.IndexOf("<<");
        return separator < 0 ? (field.Length, field.Length) : (separator, separator + 2);
    }

    /// <summary>The shape alone, without making a text.</summary>
    internal static MrzNameShape ShapeOf(Mrz mrz)
    {
        if (mrz.Layout.TryFindSpan(FieldNames.FullName, out var full))
        {
            return ShapeOf(mrz.Characters(full), RussianInternalPassport.Is(mrz));
        }

        _ = mrz.Layout.TryFindSpan(FieldNames.Surname, out var surname);
        _ = mrz.Layout.TryFindSpan(FieldNames.GivenNames, out var given);
        return FrenchShape(mrz.Characters(surname), mrz.Characters(given));
    }

    private static MrzNameShape ShapeOf(ReadOnlySpan<char> field, bool isRussian)
    {
        var content = field.TrimEnd('<');
        if (content.IsEmpty)
        {
            return MrzNameShape.Empty;
        }

        if (content[0] == '<')
        {
            return MrzNameShape.LeadingFiller;
        }

        if (isRussian ? content.ContainsAnyExcept(RussianInternalPassport.NameCharacters) : !HoldsLettersOnly(content))
        {
            return MrzNameShape.IllegalCharacter;
        }

        var separator = content.IndexOf("<<");
        return separator >= 0 && (content[separator + 2] == '<' || content[(separator + 2)..].Contains("<<", StringComparison.Ordinal))
            ? MrzNameShape.StraySeparator
            : MrzNameShape.WellFormed;
    }

    /// <summary>Characters with runs of fillers as single spaces and none at the ends.</summary>
    internal static string Spaced(ReadOnlySpan<char> characters)
    {
        var content = characters.Trim('<');
        if (!content.Contains('<'))
        {
            return content.ToString();
        }

        Span<char> spaced = stackalloc char[content.Length];
        var length = 0;
        foreach (var character in content)
        {
            if (character != '<')
            {
                spaced[length++] = character;
            }
            else if (spaced[length - 1] != ' ')
            {
                spaced[length++] = ' ';
            }
        }

        return spaced[..length].ToString();
    }

    private static MrzNameShape FrenchShape(ReadOnlySpan<char> surname, ReadOnlySpan<char> given)
    {
        var first = surname.TrimEnd('<');
        var second = given.TrimEnd('<');
        return first.IsEmpty ? MrzNameShape.Empty
            : first[0] == '<' || (!second.IsEmpty && second[0] == '<') ? MrzNameShape.LeadingFiller
            : !HoldsLettersOnly(first) || !HoldsLettersOnly(second) ? MrzNameShape.IllegalCharacter
            : first.Contains("<<", StringComparison.Ordinal) || second.Contains("<<<", StringComparison.Ordinal) ? MrzNameShape.StraySeparator
            : MrzNameShape.WellFormed;
    }

    private static bool HoldsLettersOnly(ReadOnlySpan<char> content)
    {
        foreach (var character in content)
        {
            if (character is not ((>= 'A' and <= 'Z') or '<'))
            {
                return false;
            }
        }

        return true;
    }
}
