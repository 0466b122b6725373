using System.Collections.Frozen;
using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>
/// Printed Latin letters as a zone writes them (Doc 9303 part 3 section 6, table A). Where the table leaves the issuer a choice (Ä as AE or A), the first
/// form is the one that the table names first and the second is the plain letter.
/// </summary>
internal static class Transliteration
{
    // A letter, its first form and, where the table offers one, its second. Upper case; what is not here and not A-Z has no form.
    private const string TableA = """
        ÁÀÂÃĂĀĄ:A Ä:AE:A Å:AA:A Æ:AE ÇĆĈČĊ:C ÐĐĎ:D ÉÈÊËĔĚĖĒĘ:E ĜĞĠĢ:G ĤĦ:H ÍÌÎÏĨĬİĪĮ:I Ĳ:IJ Ĵ:J Ķ:K ŁĹĽĻĿ:L
        ŃŇŅŊ:N Ñ:N:NXX ÓÒÔÕŎŐŌ:O Ö:OE:O Ø:OE:O Œ:OE ŔŘŖ:R ŚŜŠŞȘ:S ẞß:SS ŤŢȚŦ:T Þ:TH ÚÙÛŨŬŮŰŪŲ:U Ü:UE:U Ŵ:W ÝŶŸ:Y ŹŽŻ:Z
        """;

    private static readonly FrozenDictionary<char, (string First, string Second)> Forms = Read();

    /// <summary>
    /// The words of a printed name in the zone's letters: hyphens and blanks part words, apostrophes, commas and full stops vanish.
    /// <see langword="null"/> where a letter has no form, as with every other script.
    /// </summary>
    /// <param name="printed">The printed name.</param>
    /// <param name="plain">Whether to take the second form where there is a choice.</param>
    internal static string[]? Words(string printed, bool plain)
    {
        var folded = new StringBuilder(printed.Length + 8);
        foreach (var letter in printed.ToUpperInvariant())
        {
            if (letter is >= 'A' and <= 'Z')
            {
                folded.Append(letter);
            }
            else if (Forms.TryGetValue(letter, out var forms))
            {
                folded.Append(plain ? forms.Second : forms.First);
            }
            else if (char.IsWhiteSpace(letter) || letter is '-' or '‐' or '–' or '<' or ',')
            {
                folded.Append(' ');
            }
            else if (letter is not ('\'' or '’' or '‘' or '`' or '.'))
            {
                return null;
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static FrozenDictionary<char, (string First, string Second)> Read() =>
        TableA.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split(':'))
            .SelectMany(entry => entry[0].Select(letter => (letter, forms: (entry[1], entry[^1]))))
            .ToFrozenDictionary(row => row.letter, row => row.forms);
}
