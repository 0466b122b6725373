using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>
/// A word of a closed list → its normalised form. Any case; blanks, hyphens and full stops don't matter, and two languages may stand side by side.
/// <para>Errors: <see cref="ReadingTrouble.NearMiss"/> with the printed word as proposal where exactly one meaning is near; otherwise
/// <see cref="ReadingTrouble.Unreadable"/>.</para>
/// </summary>
public sealed class WordForm : FieldForm
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> meaningByKey;
    private readonly string[] keys;
    private readonly string[] meanings;
    private readonly string[] printed;
    private readonly string rule;
    private readonly string unknown;
    private readonly string near;

    /// <param name="what">What the list is of, for people: "religion".</param>
    /// <param name="words">The words as they are printed, each with its normalised form.</param>
    public WordForm(string what, IReadOnlyList<(string Printed, string Normalised)> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var list = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, meaning) in words)
        {
            if (!list.TryAdd(WordKey.Of(word), meaning) && list[WordKey.Of(word)] != meaning)
            {
                throw new ArgumentException("One word has two meanings.", nameof(words));
            }
        }

        meaningByKey = list.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        keys = [.. words.Select(word => WordKey.Of(word.Printed))];
        meanings = [.. words.Select(word => word.Normalised)];
        printed = [.. words.Select(word => word.Printed)];
        Description = $"{what}, a word of the list";
        rule = $"list of words for {what}";
        unknown = $"no word of the list for {what}";
        near = $"nearly a word of the list for {what}";
        Words = words;
    }

    /// <summary>The list, as printed, with the normalised forms.</summary>
    public IReadOnlyList<(string Printed, string Normalised)> Words { get; }

    /// <summary>Religion of Indonesian and Malaysian cards → English name in lower case (the six recognised ones, KEPERCAYAAN and others).</summary>
    public static WordForm Religion { get; } = new("religion", WordLists.Religions);

    /// <summary>Status perkawinan of the KTP → <c>single</c>, <c>married</c>, <c>divorced</c> or <c>widowed</c>.</summary>
    public static WordForm MaritalStatus { get; } = new("marital status", WordLists.MaritalStatuses);

    /// <summary>The 56 peoples of China (GB/T 3304-1991) → romanised name; with or without 族.</summary>
    public static WordForm Ethnicity { get; } = new("people", WordLists.Peoples());

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = ReadWord(text);
        if (reading.Trouble == ReadingTrouble.None)
        {
            return reading;
        }

        if (WordKey.Composed(text) is var composed && !ReferenceEquals(composed, text) && ReadWord(composed) is { Trouble: ReadingTrouble.None } sound)
        {
            return sound;
        }

        // KAWIN / MARRIED: both have to be known and mean the same.
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && ReadWord(text.AsSpan(0, slash)) is { Trouble: ReadingTrouble.None } first
            && ReadWord(text.AsSpan(slash + 1)) is { Trouble: ReadingTrouble.None } second && first.Normalised == second.Normalised
            ? first
            : reading;
    }

    private FieldReading ReadWord(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordKey.MaxLength];
        if (!WordKey.TryFold(word, buffer, out var length))
        {
            return new FieldReading(null, unknown, ReadingTrouble.Unreadable);
        }

        var key = buffer[..length];
        if (meaningByKey.TryGetValue(key, out var meaning))
        {
            return new FieldReading(meaning, rule);
        }

        var index = NearWords.Find(key, keys, meanings);
        return index < 0
            ? new FieldReading(null, unknown, ReadingTrouble.Unreadable)
            : new FieldReading(null, near, ReadingTrouble.NearMiss, printed[index]);
    }
}
