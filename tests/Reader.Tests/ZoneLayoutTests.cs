using IdOcrPortal.Documents;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Tests;

/// <summary>The Reader's fast check-digit tables say the same as the room that knows what a zone means.</summary>
public class ZoneLayoutTests
{
    [Fact]
    public void Agrees_with_the_documents_room_about_every_specimen()
    {
        Assert.All(Specimens.All, specimen => AssertAgrees(specimen.Mrz));
        Assert.All(Specimens.All, specimen => Assert.Equal(specimen.AllChecksValid, AllHold(specimen.Mrz)));
    }

    [Fact]
    public void Agrees_with_the_documents_room_about_changed_zones_of_all_formats()
    {
        var random = new Random(5);
        foreach (var specimen in Specimens.All)
        {
            for (var i = 0; i < 300; i++)
            {
                var lines = specimen.Mrz.Select(line => line.ToCharArray()).ToArray();
                if (lines.Length == 2 && random.Next(3) == 0)
                {
                    lines[0][0] = 'V';
                }

                for (var change = random.Next(4); change > 0; change--)
                {
                    var line = lines[random.Next(lines.Length)];
                    line[random.Next(line.Length)] = GlyphNet.Alphabet[random.Next(GlyphNet.Alphabet.Length)];
                }

                AssertAgrees(Array.ConvertAll(lines, line => new string(line)));
            }
        }
    }

    [Theory]
    [InlineData("I<UTOD23145890<7349<<<<<<<<<<<", true)] // Doc 9303-5: D23145890734, check digit 9
    [InlineData("I<UTOD23145890<7348<<<<<<<<<<<", false)]
    [InlineData("I<UTOD23145890<<<<<<<<<<<<<<<<", false)]
    public void Knows_numbers_that_go_on_in_the_optional_data(string line, bool holds)
    {
        string[] lines = [line, "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

        Assert.Equal(holds, ZoneLayout.Of(lines).Checks[0].Holds(lines));
        AssertAgrees(lines);
    }

    private static void AssertAgrees(string[] lines)
    {
        Assert.True(Mrz.TryParse(lines, out var mrz, out _));
        var layout = ZoneLayout.Of(lines);

        Assert.Equal(mrz.Format, layout.Format);
        Assert.Equal(mrz.CheckDigits.Select(digit => digit.IsValid), layout.Checks.Select(check => check.Holds(lines)));
    }

    private static bool AllHold(string[] lines) => ZoneLayout.Of(lines).Checks.All(check => check.Holds(lines));
}
