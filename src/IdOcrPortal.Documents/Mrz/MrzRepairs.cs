namespace IdOcrPortal.Documents;

/// <summary>
/// Repairs of a zone that is broken: characters that readers take for one another (O and 0, I and 1, …). A repair is proposed only where it is the
/// one and only change of a single character with which every check digit holds and both dates are days. Nothing is ever changed by itself: a repaired
/// zone looks valid even when the document is misprinted or forged.
/// </summary>
public static class MrzRepairs
{
    /// <summary>The repair that can be proposed, or nothing: for a sound zone, for one that no such change heals, and where several would.</summary>
    /// <param name="mrz">The zone as read.</param>
    /// <param name="today">The day on which dates are judged.</param>
    public static IReadOnlyList<Proposal> Propose(Mrz mrz, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(mrz);
        if (IsSound(mrz, today))
        {
            return [];
        }

        (Mrz Mrz, int Line, int Position)? only = null;
        for (var line = 0; line < mrz.Lines.Count; line++)
        {
            for (var position = 0; position < mrz.Lines[line].Length; position++)
            {
                if (!Array.Exists(mrz.Layout.Digits, digit => digit.Protects(line, position)))
                {
                    continue;
                }

                foreach (var other in Lookalikes(mrz.Lines[line][position]))
                {
                    if (With(mrz, line, position, other) is not { } repaired || !IsSound(repaired, today))
                    {
                        continue;
                    }

                    if (only is not null)
                    {
                        return [];
                    }

                    only = (repaired, line, position);
                }
            }
        }

        return only is { } repair ? [Describe(mrz, repair.Mrz, repair.Line, repair.Position)] : [];
    }

    private static string Lookalikes(char character) => character switch
    {
        '0' => "ODQ",
        'O' or 'D' or 'Q' => "0",
        '1' => "IL",
        'I' or 'L' => "1",
        '2' => "Z",
        'Z' => "2",
        '5' => "S",
        'S' => "5",
        '6' => "G",
        'G' => "6",
        '8' => "B",
        'B' => "8",
        _ => "",
    };

    private static bool IsSound(Mrz mrz, DateOnly today) => mrz.AllCheckDigitsValid
        && mrz.BirthDate(today).Kind != MrzDateKind.Impossible && mrz.ExpiryDate(today).Kind != MrzDateKind.Impossible;

    private static Mrz? With(Mrz mrz, int line, int position, char character)
    {
        string[] lines = [.. mrz.Lines];
        lines[line] = string.Concat(lines[line].AsSpan(0, position), [character], lines[line].AsSpan(position + 1));
        return Mrz.TryParse(lines, out var repaired, out _) ? repaired : null;
    }

    private static Proposal Describe(Mrz before, Mrz after, int line, int position)
    {
        var (was, becomes) = (before.Lines[line][position], after.Lines[line][position]);
        var reason = $"{was} and {becomes} look alike; with this one change every check digit holds.";
        foreach (var span in before.Spans)
        {
            if (span.Line == line && position >= span.Start && position < span.Start + span.Length
                && before.Text(span.Field) is { } text && after.Text(span.Field) is { } repaired)
            {
                return new Proposal(span.Field, text, repaired, reason);
            }
        }

        // A check digit belongs to no field's text: the whole line is shown.
        return new Proposal(FieldNames.Mrz, before.Lines[line], after.Lines[line], reason);
    }
}
