using System.Buffers;
using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>
/// The holder's sex as a word or letter → <c>M</c>, <c>F</c> or <c>X</c>. The type's own languages come first; M, F, X and English are always known. Two
/// languages may stand side by side (<c>Ч/M</c>, <c>男 M</c>) and have to agree.
/// <para>Errors: <see cref="ReadingTrouble.NearMiss"/> with the printed word as proposal where exactly one sex is near
/// (<c>LEAKI</c> → <c>LELAKI</c>); otherwise <see cref="ReadingTrouble.Unreadable"/>. Neither is ever taken.</para>
/// </summary>
public sealed class SexForm : FieldForm
{
    private const string Unknown = "no word or letter for a sex";
    private const string Near = "nearly a word for a sex";
    private const string Differing = "two words for different sexes";

    private static readonly SearchValues<char> PartingSigns = SearchValues.Create("/|(),／");

    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> entries;
    private readonly string[] keys;
    private readonly string[] meanings;
    private readonly string[] printed;

    /// <param name="languages">The document's own languages, the foremost first.</param>
    public SexForm(params SexVocabulary[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        var known = new Dictionary<string, Entry>(StringComparer.Ordinal);
        List<(string Key, string Printed, Sex Sex)> near = [];
        foreach (var vocabulary in languages.Append(SexVocabulary.Letters).Append(SexVocabulary.English))
        {
            foreach (var (word, sex) in vocabulary.Words)
            {
                var key = WordKey.Of(word);
                var rule = vocabulary.Language.Length == 0 || key.Length == 1 && key[0] < 0x80 ? $"letter → {sex.Letter()}" : $"{vocabulary.Language} word → {sex.Letter()}";
                if (known.TryAdd(key, new Entry(new FieldReading(sex.Letter(), rule) { Sex = sex })))
                {
                    near.Add((key, word, sex));
                }
            }
        }

        entries = known.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        keys = [.. near.Select(word => word.Key)];
        printed = [.. near.Select(word => word.Printed)];
        meanings = [.. near.Select(word => word.Sex.Letter())];
        Description = languages.Length == 0 ? "sex: M, F, X or the English word" : $"sex: {string.Join(", ", languages.Select(language => language.Language))} word, M, F or X";
    }

    /// <summary>Letters and English words only.</summary>
    public static SexForm International { get; } = new();

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = ReadParts(text);
        // Lists are written composed; a text that is not is composed only when it has to be.
        return reading.Trouble != ReadingTrouble.None && WordKey.Composed(text) is var composed && !ReferenceEquals(composed, text) ? ReadParts(composed) : reading;
    }

    private FieldReading ReadParts(ReadOnlySpan<char> text)
    {
        var found = default(FieldReading?);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(PartingSigns);
            var part = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (part.IsWhiteSpace())
            {
                continue;
            }

            var reading = ReadWord(part);
            if (reading.Trouble != ReadingTrouble.None)
            {
                return reading;
            }

            if (found is { } before && before.Sex != reading.Sex)
            {
                return new FieldReading(null, Differing, ReadingTrouble.Unreadable);
            }

            found ??= reading;
        }

        return found ?? new FieldReading(null, Unknown, ReadingTrouble.Unreadable);
    }

    private FieldReading ReadWord(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordKey.MaxLength];
        if (!WordKey.TryFold(word, buffer, out var length))
        {
            return new FieldReading(null, Unknown, ReadingTrouble.Unreadable);
        }

        var key = buffer[..length];
        if (entries.TryGetValue(key, out var entry))
        {
            return entry.Reading;
        }

        if (SideBySide(word) is { } agreed)
        {
            return agreed;
        }

        var near = NearWords.Find(key, keys, meanings);
        return near < 0
            ? new FieldReading(null, Unknown, ReadingTrouble.Unreadable)
            : new FieldReading(null, Near, ReadingTrouble.NearMiss, printed[near]);
    }

    /// <summary>Two languages parted by a blank (<c>男 M</c>); <see langword="null"/> unless every word is in the list.</summary>
    private FieldReading? SideBySide(ReadOnlySpan<char> words)
    {
        Span<char> buffer = stackalloc char[WordKey.MaxLength];
        var found = default(FieldReading?);
        foreach (var range in words.SplitAny(' ', '\t', '\u3000'))
        {
            if (words[range].IsEmpty)
            {
                continue;
            }

            if (!WordKey.TryFold(words[range], buffer, out var length) || !entries.TryGetValue(buffer[..length], out var entry))
            {
                return null;
            }

            if (found is { } before && before.Sex != entry.Reading.Sex)
            {
                return new FieldReading(null, Differing, ReadingTrouble.Unreadable);
            }

            found ??= entry.Reading;
        }

        return found;
    }

    private sealed record Entry(FieldReading Reading);
}
