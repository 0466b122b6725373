using System.Globalization;
using System.Text;

namespace IdOcrPortal.Web.Submissions;

/// <summary>The display form of a file name: text to show to its sender, never a path.</summary>
internal static class FileLabel
{
    /// <summary>Longest display form, UTF-16 characters.</summary>
    internal const int MaxLength = 120;

    private const string Nameless = "picture";

    /// <summary>The last part of the name without control, formatting (bidirectional, zero-width) and broken characters, composed, at most <see cref="MaxLength"/> long.</summary>
    internal static string Clean(string fileName)
    {
        var text = new StringBuilder(Math.Min(fileName.Length, MaxLength));
        foreach (var rune in fileName.AsSpan(fileName.LastIndexOfAny(['/', '\\']) + 1).EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for half of a surrogate pair.
            if (rune == Rune.ReplacementChar || IsInvisible(Rune.GetUnicodeCategory(rune)))
            {
                continue;
            }

            text.Append(rune);
        }

        var composed = text.ToString().Normalize(NormalizationForm.FormC).Trim();
        return composed.Length == 0 ? Nameless : Shorten(composed);
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..length];
    }

    private static bool IsInvisible(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
