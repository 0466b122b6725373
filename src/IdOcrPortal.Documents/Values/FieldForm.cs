namespace IdOcrPortal.Documents;

/// <summary>Why a value could not simply be taken.</summary>
public enum ReadingTrouble : byte
{
    None,

    /// <summary>No rule knows a value of this shape: Attention.</summary>
    Unreadable,

    /// <summary>One letter or two away from a word of the list: Attention, and the word is proposed, never taken.</summary>
    NearMiss,

    /// <summary>Two readings are possible (03/04/1999): Attention, unless something else of the document says which.</summary>
    Ambiguous,

    /// <summary>Surely wrong (month 13, 30 February): Failed.</summary>
    Impossible,
}

/// <summary>What a form made of one value.</summary>
/// <param name="Normalised">ISO date, M/F/X, digits, trimmed text …; <see langword="null"/> exactly where there is trouble.</param>
/// <param name="Rule">Which rule made it, for people ("Khmer digits, day first"); holds no personal value.</param>
/// <param name="Trouble">Why there is no normalised form.</param>
/// <param name="Proposal">The text that a near miss probably stands for, as it would be printed.</param>
public readonly record struct FieldReading(string? Normalised, string Rule, ReadingTrouble Trouble = ReadingTrouble.None, string? Proposal = null)
{
    /// <summary>The day, for a date that is one; for an ambiguous one the day-first reading.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The other reading of an ambiguous date.</summary>
    public DateOnly? Alternative { get; init; }

    /// <summary>Whether a date of expiry says that there is none (长期, SEUMUR HIDUP).</summary>
    public bool IsLongTerm { get; init; }

    /// <summary>The sex, for a value that is one.</summary>
    public Sex? Sex { get; init; }
}

/// <summary>How the value of a field is written on documents of a type, and how it becomes its normalised form. Immutable and shared.</summary>
public abstract class FieldForm
{
    /// <summary>The form in a few words, for the reference list of types: "date, day first".</summary>
    public abstract string Description { get; }

    /// <summary>Reads one value as it was printed or as a service returned it. Never throws for a bad one.</summary>
    /// <param name="text">The original text, in any script; not empty.</param>
    /// <param name="today">The day against which centuries are chosen.</param>
    public abstract FieldReading Read(string text, DateOnly today);
}
