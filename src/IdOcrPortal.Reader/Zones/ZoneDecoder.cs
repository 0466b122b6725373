namespace IdOcrPortal.Reader.Zones;

/// <summary>A zone as characters, with what speaks for it.</summary>
/// <param name="Layout">The format that its shape and first letters tell.</param>
/// <param name="Lines">The characters.</param>
/// <param name="LogProbabilities">For each line and character the natural logarithm of the net's probability of the character that was taken.</param>
/// <param name="ValidChecks">Number of check digits that hold.</param>
/// <param name="Corrected">Number of characters that are not the net's first choice.</param>
/// <param name="LeastUnprotected">Of the characters that no check digit protects, the least probability among the characters that its place allows.</param>
/// <param name="MeanLog">Mean logarithm of the first choices' probabilities: 0 is certainty.</param>
internal sealed record DecodedZone(ZoneLayout Layout, string[] Lines, float[][] LogProbabilities, int ValidChecks, int Corrected, double LeastUnprotected, double MeanLog)
{
    /// <summary>Whether every check digit holds.</summary>
    public bool AllValid => ValidChecks == Layout.Checks.Count;

    /// <summary>Order of candidates: check digits first, then certainty.</summary>
    public double Rank => (2.0 * ValidChecks / Layout.Checks.Count) + (1.2 * MeanLog) - (0.05 * Corrected);

    /// <summary>Whether looking further would hardly find better.</summary>
    public bool IsGood => (AllValid && MeanLog > -0.22) || (ValidChecks >= Layout.Checks.Count - 1 && MeanLog > -0.10) || MeanLog > -0.07;

    /// <summary>
    /// The strict gate: all checks valid, nothing corrected, every character above 0.5 and of a kind that its place allows; and where no check digit would
    /// notice a mistake, three times as probable as all others together.
    /// </summary>
    public bool IsAccepted => AllValid && Corrected == 0 && LeastUnprotected > 0.75
        && LogProbabilities.All(line => line.All(log => log > -Math.Log(2)))
        && Lines.Index().All(line => line.Item.Index().All(character => Layout.Allows(line.Index, character.Index, character.Item)));
}

/// <summary>
/// Turns the net's answers for all cells of a zone into characters. It reads what is printed: a kind of character that a place does not allow, or a
/// check digit that does not hold, only decides between two answers that are nearly equally probable. Anything more would turn
/// a misprinted card into one that looks valid.
/// </summary>
internal static class ZoneDecoder
{
    // Differences of log probabilities up to which the second choice still counts as nearly tied.
    private const float KindMargin = 1.6f, CheckMargin = 1.6f;

    // With more doubtful characters than this a zone is not nearly anything: print in another font can be "corrected" into valid check digits.
    private const int MostCorrected = 2;

    private const int MostAlternatives = 24;

    /// <summary>Decodes cells[line][column][class] of log probabilities.</summary>
    public static DecodedZone Decode(float[][][] cells)
    {
        var first = Array.ConvertAll(cells, line => new string(Array.ConvertAll(line, cell => GlyphNet.Alphabet[Best(cell)])));
        var layout = ZoneLayout.Of(first);
        var lines = Array.ConvertAll(first, line => line);
        for (var line = 0; line < cells.Length; line++)
        {
            lines[line] = PreferAllowed(layout, line, first[line], cells[line]);
        }

        // Other kinds in line 0 could tell another format; then the first choice stands.
        lines = ZoneLayout.Of(lines) == layout ? lines : first;
        foreach (var check in layout.Checks)
        {
            if (!check.Holds(lines) && SettleTie(layout, check, lines, cells) is { } settled)
            {
                lines = settled;
            }
        }

        var corrected = Differences(lines, first);
        if (corrected > MostCorrected)
        {
            (lines, corrected) = (first, 0);
        }

        var logs = lines.Select((line, k) => line.Select((character, i) => cells[k][i][GlyphNet.Alphabet.IndexOf(character)]).ToArray()).ToArray();
        return new DecodedZone(layout, lines, logs, layout.CountValid(lines), corrected, LeastMargin(layout, lines, cells), cells.Average(line => line.Average(cell => cell.Max())));
    }

    private static int Differences(string[] lines, string[] others) =>
        lines.Zip(others).Sum(pair => pair.First.Zip(pair.Second).Count(characters => characters.First != characters.Second));

    // Over all characters that no check digit protects: the probability of the taken one among those that its place allows.
    private static double LeastMargin(ZoneLayout layout, string[] lines, float[][][] cells)
    {
        var least = 1.0;
        for (var line = 0; line < lines.Length; line++)
        {
            for (var i = 0; i < lines[line].Length; i++)
            {
                if (layout.IsProtected(line, i))
                {
                    continue;
                }

                double all = 0, taken = 0;
                for (var k = 0; k < GlyphNet.Alphabet.Length; k++)
                {
                    var character = GlyphNet.Alphabet[k];
                    var probability = Math.Exp(cells[line][i][k]);
                    all += character == lines[line][i] || layout.Allows(line, i, character) ? probability : 0;
                    taken += character == lines[line][i] ? probability : 0;
                }

                least = Math.Min(least, taken / all);
            }
        }

        return least;
    }

    private static string PreferAllowed(ZoneLayout layout, int line, string first, float[][] cells) => string.Create(first.Length, 0, (characters, _) =>
    {
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = first[i];
            if (layout.Allows(line, i, first[i]))
            {
                continue;
            }

            var least = cells[i].Max() - KindMargin;
            for (var k = 0; k < cells[i].Length; k++)
            {
                if (cells[i][k] > least && layout.Allows(line, i, GlyphNet.Alphabet[k]))
                {
                    characters[i] = GlyphNet.Alphabet[k];
                    least = cells[i][k];
                }
            }
        }
    });

    // Changes one or two characters at the least cost so that the check holds, or nothing.
    private static string[]? SettleTie(ZoneLayout layout, ZoneCheck check, string[] lines, float[][][] cells)
    {
        var alternatives = Alternatives(OpenPlaces(layout, check, lines), lines, cells);
        string[]? best = null;
        var least = CheckMargin;
        for (var i = 0; i < alternatives.Count; i++)
        {
            var one = alternatives[i].ApplyTo(lines);
            if (alternatives[i].Cost < least && check.Holds(one))
            {
                (best, least) = (one, alternatives[i].Cost);
            }

            for (var j = i + 1; j < alternatives.Count && alternatives[i].Cost + alternatives[j].Cost < least; j++)
            {
                if (alternatives[i].Place != alternatives[j].Place && alternatives[j].ApplyTo(one) is var two && check.Holds(two))
                {
                    (best, least) = (two, alternatives[i].Cost + alternatives[j].Cost);
                }
            }
        }

        return best;
    }

    // The composite digit may only speak about characters that no valid digit of their own protects.
    private static IEnumerable<ZonePlace> OpenPlaces(ZoneLayout layout, ZoneCheck check, string[] lines)
    {
        if (!check.IsComposite)
        {
            return check.Places;
        }

        var settled = layout.Checks.Where(other => !other.IsComposite && other.Holds(lines)).SelectMany(other => other.Places).ToHashSet();
        return check.Places.Where(place => !settled.Contains(place));
    }

    private static List<Alternative> Alternatives(IEnumerable<ZonePlace> places, string[] lines, float[][][] cells)
    {
        var alternatives = new List<Alternative>();
        foreach (var place in places)
        {
            var cell = cells[place.Line][place.Column];
            var taken = lines[place.Line][place.Column];
            var log = cell[GlyphNet.Alphabet.IndexOf(taken)];
            for (var k = 0; k < cell.Length; k++)
            {
                if (GlyphNet.Alphabet[k] != taken && log - cell[k] < CheckMargin)
                {
                    alternatives.Add(new Alternative(Math.Max(0, log - cell[k]), place, GlyphNet.Alphabet[k]));
                }
            }
        }

        alternatives.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        if (alternatives.Count > MostAlternatives)
        {
            alternatives.RemoveRange(MostAlternatives, alternatives.Count - MostAlternatives);
        }

        return alternatives;
    }

    private static int Best(float[] cell) => cell.AsSpan().IndexOf(cell.Max());

    private readonly record struct Alternative(float Cost, ZonePlace Place, char Character)
    {
        public string[] ApplyTo(string[] lines)
        {
            var changed = (string[])lines.Clone();
            var (line, column) = Place;
            changed[line] = string.Concat(lines[line].AsSpan(0, column), [Character], lines[line].AsSpan(column + 1));
            return changed;
        }
    }
}
