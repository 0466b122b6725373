using System.Globalization;
using System.Text;

namespace IdOcrPortal.Documents.Tests.Values;

public class UnicodeDigitsTests
{
    [Theory]
    [InlineData("០១២៣៤៥៦៧៨៩", "Khmer")]
    [InlineData("๐๑๒๓๔๕๖๗๘๙", "Thai")]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "Arabic-Indic")]
    [InlineData("۰۱۲۳۴۵۶۷۸۹", "Eastern Arabic-Indic")]
    [InlineData("०१२३४५६७८९", "Devanagari")]
    [InlineData("０１２３４５６７８９", "full-width")]
    [InlineData("០1២3៤5៦7៨9", "mixed")]
    [InlineData("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "foreign")]
    public void Writes_the_digits_of_a_script_in_ascii(string text, string script)
    {
        Assert.Equal("0123456789", UnicodeDigits.ToAscii(text, out var found));
        Assert.Equal(script, found);
        Assert.Equal(script, UnicodeDigits.ScriptOf(text));
    }

    [Theory]
    [InlineData("A-12 é²①五")]
    [InlineData("ពៅ")]
    [InlineData("")]
    [InlineData("\uD835")]
    public void Leaves_every_other_text_as_it_is(string text)
    {
        Assert.Same(text, UnicodeDigits.ToAscii(text, out var script));
        Assert.Null(script);
    }

    [Fact]
    public void Knows_every_decimal_digit_of_unicode()
    {
        var count = 0;
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code) || Rune.GetUnicodeCategory(new Rune(code)) != UnicodeCategory.DecimalDigitNumber)
            {
                continue;
            }

            count++;
            var digit = new Rune(code).ToString();
            Assert.Equal(((int)Rune.GetNumericValue(new Rune(code))).ToString(CultureInfo.InvariantCulture), UnicodeDigits.ToAscii(digit));
        }

        // Unicode 15 has 680 of them.
        Assert.True(count >= 650, $"{count}");
    }
}
