namespace IdOcrPortal.Documents;

/// <summary>
/// The one repair by look-alike characters that makes a number sound. Look-alikes: 0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B.
/// A number with a check digit is repaired at one position, and only where exactly one repair satisfies every part of the scheme; a number without one only
/// by writing letters as the one digit that looks like them, at most two, where the rest then passes.
/// </summary>
public static class NumberRepairs
{
    private const int LongestNumber = 32;
    private const int MostLetters = 2;
    private static readonly string[] LookAlikes = ["0ODQ", "1IL", "2Z", "5S", "6G", "8B"];

    /// <summary>The repaired number in its normalised form; <see langword="null"/> for a sound number and where none or more than one repair is possible. Never throws.</summary>
    /// <param name="scheme">What kind of number it should be.</param>
    /// <param name="text">As printed or as a service returned it.</param>
    /// <param name="today">The day against which centuries and ages are judged.</param>
    public static string? Propose(NumberScheme scheme, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (string.IsNullOrEmpty(text) || scheme.Normalise(text) is not { Length: <= LongestNumber } number)
        {
            return null;
        }

        var found = scheme.Read(number, today);
        return IsSound(found) ? null
            : HasCheckDigit(scheme) && RepairOnePlace(scheme, number, today) is { } repaired ? repaired
            : found.Shape.Result == CheckResult.Failed ? WriteLettersAsDigits(scheme, number, today)
            : null;
    }

    private static bool HasCheckDigit(NumberScheme scheme) => scheme.Aspects.Contains(NumberAspect.CheckDigit);

    private static string? RepairOnePlace(NumberScheme scheme, string number, DateOnly today)
    {
        Span<char> attempt = stackalloc char[number.Length];
        number.CopyTo(attempt);
        string? only = null;
        for (var i = 0; i < attempt.Length; i++)
        {
            foreach (var group in LookAlikes)
            {
                if (!group.Contains(number[i], StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var other in group)
                {
                    attempt[i] = other;
                    if (other == number[i] || scheme.Read(attempt, today) is not { CheckDigit.Result: CheckResult.Passed } reading || !IsSound(reading))
                    {
                        continue;
                    }

                    if (only is not null)
                    {
                        return null;
                    }

                    only = new string(attempt);
                }

                attempt[i] = number[i];
            }
        }

        return only;
    }

    private static string? WriteLettersAsDigits(NumberScheme scheme, string number, DateOnly today)
    {
        Span<char> attempt = stackalloc char[number.Length];
        var letters = 0;
        for (var i = 0; i < attempt.Length; i++)
        {
            attempt[i] = number[i];
            foreach (var group in LookAlikes)
            {
                if (char.IsAsciiLetter(number[i]) && group.Contains(number[i], StringComparison.Ordinal))
                {
                    attempt[i] = group[0];
                    letters++;
                }
            }
        }

        var reading = scheme.Read(attempt, today);
        return letters is > 0 and <= MostLetters
            && NumberParts.AllDigits(attempt)
            && reading.CheckDigit.Result is CheckResult.NotApplicable or CheckResult.NotPossible
            && IsSound(reading)
            ? new string(attempt)
            : null;
    }

    private static bool IsSound(NumberReading reading) =>
        reading.Shape.Result == CheckResult.Passed
        && reading.Region.Result != CheckResult.Failed
        && reading.Date.Result != CheckResult.Failed
        && reading.Serial.Result != CheckResult.Failed
        && reading.CheckDigit.Result != CheckResult.Failed;
}
