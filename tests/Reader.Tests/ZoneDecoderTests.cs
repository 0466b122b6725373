using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Tests;

public class ZoneDecoderTests
{
    // Doc 9303-4, the specimen passport.
    private static readonly string[] Passport = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

    // Doc 9303-7: optional data from column 28 is protected by no digit.
    private static readonly string[] Visa = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];

    [Fact]
    public void Accepts_a_zone_that_is_certain_and_valid()
    {
        var zone = ZoneDecoder.Decode(Cells(Passport));

        Assert.Equal(Passport, zone.Lines);
        Assert.True(zone is { IsAccepted: true, Corrected: 0, AllValid: true });
    }

    [Fact]
    public void Settles_a_near_tie_by_the_check_digit_and_counts_it()
    {
        // 8 read as B, 8 nearly as probable.
        var zone = ZoneDecoder.Decode(Cells(Passport, (1, 1, 'B', 0.5f, '8', 0.4f)));

        Assert.Equal(Passport, zone.Lines);
        Assert.True(zone is { IsAccepted: false, Corrected: 1, AllValid: true });
    }

    [Fact]
    public void Leaves_a_confident_character_as_it_is_printed_though_its_check_digit_is_wrong()
    {
        var zone = ZoneDecoder.Decode(Cells(Passport, (1, 1, '3', 0.85f, '8', 0.1f)));

        Assert.Equal('3', zone.Lines[1][1]);
        Assert.True(zone is { IsAccepted: false, Corrected: 0, AllValid: false });
    }

    [Fact]
    public void Does_not_force_letters_into_a_name_that_shows_a_digit()
    {
        var zone = ZoneDecoder.Decode(Cells(Passport, (0, 5, '3', 0.85f, 'E', 0.1f)));

        Assert.StartsWith("P<UTO3RIKSSON", zone.Lines[0], StringComparison.Ordinal);
        Assert.True(zone is { IsAccepted: false, AllValid: true });
    }

    [Fact]
    public void Leaves_a_zone_with_many_near_ties_as_it_was_read()
    {
        var zone = ZoneDecoder.Decode(Cells(
            Passport, (0, 5, '3', 0.5f, 'E', 0.4f), (0, 8, '1', 0.5f, 'I', 0.4f), (0, 11, '5', 0.5f, 'S', 0.4f), (1, 1, 'B', 0.5f, '8', 0.4f)));

        Assert.Equal("P<UTO3RI", zone.Lines[0][..8]);
        Assert.Equal('B', zone.Lines[1][1]);
        Assert.True(zone is { IsAccepted: false, Corrected: 0, AllValid: false });
    }

    [Theory]
    [InlineData(0.49f, false)]
    [InlineData(0.60f, true)]
    public void Asks_for_more_than_a_half_where_a_check_digit_watches(float probability, bool accepted)
    {
        var zone = ZoneDecoder.Decode(Cells(Passport, (1, 1, '8', probability, 'B', 0.35f)));

        Assert.Equal(accepted, zone.IsAccepted);
    }

    [Theory]
    [InlineData(0.60f, 0.35f, false)]
    [InlineData(0.85f, 0.10f, true)]
    public void Asks_for_three_quarters_where_no_check_digit_would_notice(float probability, float other, bool accepted)
    {
        var zone = ZoneDecoder.Decode(Cells(Visa, (1, 32, '8', probability, 'B', other)));

        Assert.Equal(Visa, zone.Lines);
        Assert.True(zone.AllValid);
        Assert.Equal(accepted, zone.IsAccepted);
    }

    // Every character with probability 0.97, but for those that are named: first and second choice with their probabilities.
    private static float[][][] Cells(string[] lines, params (int Line, int Column, char First, float P1, char Second, float P2)[] doubtful) =>
        [.. lines.Select((line, k) => line.Select((character, i) =>
        {
            var named = doubtful.Where(place => place.Line == k && place.Column == i).ToArray();
            return named.Length == 0 ? Cell((character, 0.97f)) : Cell((named[0].First, named[0].P1), (named[0].Second, named[0].P2));
        }).ToArray())];

    private static float[] Cell(params (char Character, float Probability)[] known)
    {
        var rest = (1 - known.Sum(choice => choice.Probability)) / (GlyphNet.Classes - known.Length);
        return [.. GlyphNet.Alphabet.Select(character => MathF.Log(known.Where(choice => choice.Character == character).Select(choice => choice.Probability).DefaultIfEmpty(rest).First()))];
    }
}
