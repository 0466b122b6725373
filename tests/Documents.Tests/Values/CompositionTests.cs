using System.Text;

namespace IdOcrPortal.Documents.Tests.Values;

/// <summary>Our own composition against the framework's, which needs culture data that not every process has.</summary>
public class CompositionTests
{
    private const string Marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u0316\u031B\u0323\u0327\u0328\u0331\u0345\u0653\u0654";

    [Fact]
    public void Composes_every_letter_of_the_basic_plane_from_its_parts()
    {
        var composed = 0;
        for (var code = 0x80; code < 0xAC00; code++)
        {
            var letter = ((char)code).ToString();
            var parts = letter.Normalize(NormalizationForm.FormD);
            if (parts.Length > 1)
            {
                Assert.Equal(parts.Normalize(NormalizationForm.FormC), Composition.Compose(parts));
                composed++;
            }
        }

        Assert.True(composed > 900, "The framework decomposes nothing here; this test needs culture data.");
    }

    [Fact]
    public void Orders_and_composes_marks_as_the_framework_does()
    {
        var random = new Random(15);
        var letters = Enumerable.Range('A', 26).Concat(Enumerable.Range('a', 26)).Concat(Enumerable.Range(0xC0, 0x190)).Concat(Enumerable.Range(0x1E00, 0x100))
            .Concat(Enumerable.Range(0x410, 0x40)).Concat([0x627, 0x648, 0x64A]).Select(code => (char)code).ToArray();
        for (var i = 0; i < (LongTests.AreOn ? 1_000_000 : 20_000); i++)
        {
            var text = new StringBuilder();
            for (var j = random.Next(1, 8); j > 0; j--)
            {
                text.Append(random.Next(2) == 0 ? letters[random.Next(letters.Length)] : Marks[random.Next(Marks.Length)]);
            }

            Assert.Equal(text.ToString().Normalize(NormalizationForm.FormC), Composition.Compose(text.ToString()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("NGUYỄN THỊ A")]
    [InlineData("សុខ ដារា")]
    [InlineData("\uD83D")]
    [InlineData("\uFFFE\u0301")]
    [InlineData("\u0301")]
    public void Leaves_composed_and_unsound_text_as_it_is(string text) => Assert.Same(text, Composition.Compose(text));

    [Theory]
    [InlineData("NU\u031B\u0303", "NỮ")]
    [InlineData("NƯ\u0303", "NỮ")]
    [InlineData("NU\u0303\u031B", "NỮ")]
    [InlineData("NGUYE\u0302\u0303N THI\u0323 A", "NGUYỄN THỊ A")]
    [InlineData("И\u0306", "Й")]
    public void Composes_names_and_words_of_these_cards(string parts, string whole) => Assert.Equal(whole, Composition.Compose(parts));
}
