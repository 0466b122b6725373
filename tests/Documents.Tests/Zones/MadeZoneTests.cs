using FsCheck;
using FsCheck.Fluent;

namespace IdOcrPortal.Documents.Tests.Zones;

/// <summary>Properties of zones that keep every rule, and of what one or two wrong characters do to them.</summary>
public class MadeZoneTests
{
    private static readonly int Zones = LongTests.AreOn ? 2_000 : 25;

    public static TheoryData<MrzFormat> Formats => [.. Enum.GetValues<MrzFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_made_zone_keeps_every_rule(MrzFormat format) => Hold(format, LongTests.AreOn ? 100_000 : 2_000, zone =>
    {
        var mrz = Parse(zone.Lines);
        return mrz.Format == format
            && mrz.AllCheckDigitsValid
            && mrz.Faults(ZoneGenerator.Today) == MrzFaults.None
            && mrz.CheckDigits.Select(digit => digit.Field).SequenceEqual(zone.Digits.Select(digit => digit.Field))
            && mrz.CheckDigits.Select(digit => new Place(digit.Place.Line + 1, digit.Place.Position + 1)).SequenceEqual(zone.Digits.Select(digit => digit.At))
            && MrzRepairs.Propose(mrz, ZoneGenerator.Today).Count == 0;
    });

    // For each format: changes caught, changes that the weights cannot see (values alike modulo 10), and changes after which the zone has another form
    // (a digit that becomes a filler makes a number long; a long number that loses a character ends elsewhere).
    [Theory]
    [InlineData(MrzFormat.Td1, 41_531, 3806, 563)]
    [InlineData(MrzFormat.Td2, 26_097, 2169, 534)]
    [InlineData(MrzFormat.Td3, 33_331, 2669, 0)]
    [InlineData(MrzFormat.MrvA, 19_989, 1611, 0)]
    [InlineData(MrzFormat.MrvB, 19_989, 1611, 0)]
    [InlineData(MrzFormat.French2x36, 55_298, 5002, 4500)]
    public void Every_change_of_one_character_is_caught_by_exactly_the_digits_that_cover_it(MrzFormat format, int caught, int unseen, int reformed)
    {
        var (catches, misses, forms) = (0, 0, 0);
        Hold(format, Zones, zone =>
        {
            var original = Parse(zone.Lines);
            if (HasTwoDigits(original))
            {
                return true;
            }

            foreach (var place in zone.Protected())
            {
                foreach (var other in ZoneGenerator.Alphabet.Where(other => other != zone[place]))
                {
                    if (!Mrz.TryParse(zone.With((place, other)), out var changed, out _) || changed.Format != format || !changed.Spans.SequenceEqual(original.Spans))
                    {
                        forms++;
                        continue;
                    }

                    var expected = Failing(zone, (place, other));
                    if (!expected.SequenceEqual(Failing(changed)))
                    {
                        return false;
                    }

                    // What the standard promises: a digit sees every change of a character that it covers, unless the values agree modulo 10;
                    // a digit itself is compared character for character, and a filler in its place says that all it covers are fillers.
                    var isVisible = (ZoneGenerator.Value(other) - ZoneGenerator.Value(zone[place])) % 10 != 0
                        || zone.Digits.Any(digit => digit.At == place && !MayBe(zone, digit, other))
                        || zone.Digits.Any(digit => zone[digit.At] == '<' && digit.Covers.Contains(place));
                    if (isVisible != (expected.Length > 0))
                    {
                        return false;
                    }

                    (catches, misses) = isVisible ? (catches + 1, misses) : (catches, misses + 1);
                }
            }

            return true;
        });
        Counted((caught, unseen, reformed), (catches, misses, forms));
    }

    // Neighbouring weights differ by 4, 2 or 6, all even: a swap shifts the sum by an even multiple of the difference of the two values, which is nothing
    // modulo 10 exactly where that difference is a multiple of 5. All other swaps within a protected stretch are promised to be caught.
    [Theory]
    [InlineData(MrzFormat.Td1, 6034, 1139)]
    [InlineData(MrzFormat.Td2, 4605, 825)]
    [InlineData(MrzFormat.Td3, 5244, 973)]
    [InlineData(MrzFormat.MrvA, 3299, 526)]
    [InlineData(MrzFormat.MrvB, 3299, 526)]
    [InlineData(MrzFormat.French2x36, 9641, 1677)]
    public void Every_swap_of_neighbours_is_caught_unless_their_values_differ_by_a_multiple_of_five(MrzFormat format, int caught, int unseen)
    {
        var (catches, misses) = (0, 0);
        Hold(format, Zones * 10, zone =>
        {
            var original = Parse(zone.Lines);
            if (HasTwoDigits(original))
            {
                return true;
            }

            foreach (var place in zone.Protected())
            {
                var next = place with { Position = place.Position + 1 };
                var covering = zone.Digits.Where(digit => IsRun(digit, place, next)).ToList();
                if (covering.Count == 0 || zone[place] == zone[next]
                    || !Mrz.TryParse(zone.With((place, zone[next]), (next, zone[place])), out var changed, out _)
                    || changed.Format != format || !changed.Spans.SequenceEqual(original.Spans))
                {
                    continue;
                }

                var failing = Failing(changed);
                if (!Failing(zone, (place, zone[next]), (next, zone[place])).SequenceEqual(failing))
                {
                    return false;
                }

                var isPromised = (ZoneGenerator.Value(zone[place]) - ZoneGenerator.Value(zone[next])) % 5 != 0;
                if (covering.Any(digit => isPromised != failing.Contains(digit.Field)))
                {
                    return false;
                }

                (catches, misses) = isPromised ? (catches + 1, misses) : (catches, misses + 1);
            }

            return true;
        });
        Counted((caught, unseen), (catches, misses));
    }

    [Theory]
    [InlineData(MrzFormat.Td1, 587, 102)]
    [InlineData(MrzFormat.Td2, 550, 63)]
    [InlineData(MrzFormat.Td3, 607, 70)]
    [InlineData(MrzFormat.MrvA, 515, 38)]
    [InlineData(MrzFormat.MrvB, 515, 38)]
    [InlineData(MrzFormat.French2x36, 423, 498)]
    public void A_lookalike_is_proposed_back_to_the_original_or_not_at_all(MrzFormat format, int proposed, int silent)
    {
        var (proposals, nothing) = (0, 0);
        Hold(format, Zones, zone =>
        {
            var original = Parse(zone.Lines);
            foreach (var place in zone.Protected())
            {
                foreach (var other in Lookalikes(zone[place]))
                {
                    if (!Mrz.TryParse(zone.With((place, other)), out var changed, out _))
                    {
                        return false;
                    }

                    var repairs = MrzRepairs.Propose(changed, ZoneGenerator.Today);
                    if (repairs.Count == 0)
                    {
                        nothing++;
                        continue;
                    }

                    var (before, after) = repairs[0].Field == FieldNames.Mrz
                        ? (changed.Lines[place.Line - 1], original.Lines[place.Line - 1])
                        : (changed.Text(repairs[0].Field), original.Text(repairs[0].Field));
                    if (repairs.Count != 1 || repairs[0].Before != before || repairs[0].After != after)
                    {
                        return false;
                    }

                    proposals++;
                }
            }

            return true;
        });
        Counted((proposed, silent), (proposals, nothing));
    }

    // Belgian cards count the digit of a long number in one of two ways, and either is taken: an error that turns one into the other passes.
    private static bool HasTwoDigits(Mrz mrz) => mrz.HasLongNumber && mrz.IssuingState?.Code == "BEL";

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

    /// <summary>Which digits have to fail after these changes: computed from the maker's own table of places and weights.</summary>
    private static string[] Failing(MadeZone zone, params (Place Place, char Character)[] changes) =>
        [.. zone.Digits.Where(digit =>
        {
            var shift = changes.Sum(change => digit.Weight(change.Place) * (ZoneGenerator.Value(change.Character) - ZoneGenerator.Value(zone[change.Place])));
            var text = string.Concat(digit.Covers.Select(place => zone[place]));
            var expected = (ZoneGenerator.Digit(text) - '0' + (shift % 10) + 10) % 10;
            var found = changes.Where(change => change.Place == digit.At).Select(change => change.Character).Append(zone[digit.At]).First();
            var isEmpty = digit.Covers.All(place => changes.Where(change => change.Place == place).Select(change => change.Character).Append(zone[place]).First() == '<');
            return found != '0' + expected && !(found == '<' && isEmpty && digit.Field is "personal_number" && zone.Format == MrzFormat.Td3);
        }).Select(digit => digit.Field)];

    private static bool MayBe(MadeZone zone, MadeDigit digit, char other) =>
        digit.Field == "personal_number" && other is '<' or '0' && digit.Covers.All(place => zone[place] == '<');

    private static string[] Failing(Mrz mrz) => [.. mrz.CheckDigits.Where(digit => !digit.IsValid).Select(digit => digit.Field)];

    /// <summary>Whether the weights run straight on from the one place to the other.</summary>
    private static bool IsRun(MadeDigit digit, Place place, Place next)
    {
        for (var i = 0; i + 1 < digit.Covers.Count; i++)
        {
            if (digit.Covers[i] == place)
            {
                return digit.Covers[i + 1] == next;
            }
        }

        return false;
    }

    private static Mrz Parse(string[] lines)
    {
        Assert.True(Mrz.TryParse(lines, out var mrz, out _));
        return mrz;
    }

    private static void Counted<T>(T expected, T counted)
    {
        // The long version goes through more zones; its counts follow from the same rules.
        if (!LongTests.AreOn)
        {
            Assert.Equal(expected, counted);
        }
    }

    private static void Hold(MrzFormat format, int count, Func<MadeZone, bool> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(9303, 9303),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(ZoneGenerator.Make(format, seed))));
}
