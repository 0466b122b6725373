namespace IdOcrPortal.Documents;

/// <summary>A part of a national number that can be held against a rule.</summary>
public enum NumberAspect
{
    /// <summary>Length, letters and digits in their places.</summary>
    Shape,

    /// <summary>Code of a province, regency, state or country.</summary>
    Region,

    /// <summary>Date or year of birth.</summary>
    Date,

    /// <summary>Running number, where some values are never given out.</summary>
    Serial,

    /// <summary>Check digit or letter.</summary>
    CheckDigit,
}

/// <summary>How one aspect of a number came out.</summary>
/// <param name="Result">Passed, Failed, or why not.</param>
/// <param name="Detail">What was found, for people, without personal values; a constant, so that checking allocates nothing.</param>
/// <param name="IsCertain">For a failure: whether it proves the number wrong. False where a table may lack the entry (a new regency).</param>
public readonly record struct AspectResult(CheckResult Result, string Detail, bool IsCertain = true)
{
    /// <summary>The scheme has no such part.</summary>
    public static AspectResult NotApplicable { get; } = new(CheckResult.NotApplicable, "These numbers have no such part.");

    /// <summary>Without its shape a number has no parts.</summary>
    public static AspectResult NotPossible { get; } = new(CheckResult.NotPossible, "The number does not have its shape.");
}

/// <summary>A national number taken apart and checked.</summary>
/// <param name="Shape">Whether it has the scheme's shape; where it has not, all else is not possible.</param>
public readonly record struct NumberReading(AspectResult Shape)
{
    /// <summary>Code of the region.</summary>
    public AspectResult Region { get; init; } = AspectResult.NotApplicable;

    /// <summary>Date or year of birth.</summary>
    public AspectResult Date { get; init; } = AspectResult.NotApplicable;

    /// <summary>Running number.</summary>
    public AspectResult Serial { get; init; } = AspectResult.NotApplicable;

    /// <summary>Check digit or letter.</summary>
    public AspectResult CheckDigit { get; init; } = AspectResult.NotApplicable;

    /// <summary>Whether any part breaks its rule.</summary>
    public bool IsBroken => Shape.Result == CheckResult.Failed || Region.Result == CheckResult.Failed || Date.Result == CheckResult.Failed
        || Serial.Result == CheckResult.Failed || CheckDigit.Result == CheckResult.Failed;

    /// <summary>The check digit: line 0, position in the normalised number from 0, found and expected; <see langword="null"/> where there is none.</summary>
    public CheckDigitPlace? Digit { get; init; }

    /// <summary>The holder's day of birth, where the number tells all of it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Whether the number leaves the century open, so that <see cref="BirthDate"/> and <see cref="BirthYear"/> may be 100 years off.</summary>
    public bool IsCenturyOpen { get; init; }

    /// <summary>The holder's year of birth, where the number tells it.</summary>
    public int? BirthYear { get; init; }

    /// <summary>The holder's sex, where the number tells it.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Name of the first-level region (province, state), where the number tells it.</summary>
    public string? Province { get; init; }

    /// <summary>Name of the second-level region (regency, city, county), where the number tells it.</summary>
    public string? City { get; init; }
}

/// <summary>The rules of one kind of national number. Immutable and shared; the only instance is a static property of the scheme.</summary>
public abstract class NumberScheme
{
    /// <summary>Stable id and prefix of its checks' codes: <c>nik</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What people call it: "NIK (nomor induk kependudukan)".</summary>
    public abstract string Name { get; }

    /// <summary>Where the rules are published.</summary>
    public abstract string Source { get; }

    /// <summary>The parts that these numbers have, in the order in which they are shown; the shape first.</summary>
    public abstract IReadOnlyList<NumberAspect> Aspects { get; }

    /// <summary>Whether these numbers tell the holder's sex.</summary>
    public virtual bool TellsSex => false;

    /// <summary>
    /// The number without blanks, hyphens, dots and brackets, upper case, with digits of every script as ASCII; the same instance where nothing changes.
    /// <see langword="null"/> where nothing is left. Does not judge.
    /// </summary>
    public virtual string? Normalise(string text) => BareNumber.Normalise(text);

    /// <summary>Takes a normalised number apart. Never throws; allocates nothing where all is well.</summary>
    /// <param name="number">From <see cref="Normalise"/>.</param>
    /// <param name="today">The day against which centuries and ages are judged.</param>
    public abstract NumberReading Read(ReadOnlySpan<char> number, DateOnly today);
}
