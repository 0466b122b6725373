using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Tests.Submissions;

public sealed class FileLabelTests
{
    [Theory]
    [InlineData("passport.jpg", "passport.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\scan 1.png", "scan 1.png")]
    [InlineData("a\r\nSet-Cookie: b\0.jpg", "aSet-Cookie: b.jpg")]
    [InlineData("invoice\u202Egpj.exe", "invoicegpj.exe")]
    [InlineData("zero\u200Bwidth\uFEFF.jpg", "zerowidth.jpg")]
    [InlineData("លិខិតឆ្លងដែន.jpg", "លិខិតឆ្លងដែន.jpg")]
    [InlineData("e\u0301.jpg", "\u00e9.jpg")]
    [InlineData("broken\ud83d.jpg", "broken.jpg")]
    [InlineData("  ", "picture")]
    [InlineData("folder/", "picture")]
    public void Keeps_what_can_be_shown(string name, string label) => Assert.Equal(label, FileLabel.Clean(name));

    [Fact]
    public void Is_at_most_120_characters_and_never_half_of_one()
    {
        var label = FileLabel.Clean(new string('a', 119) + "😀" + new string('b', 4000));

        Assert.Equal(new string('a', 119), label);
    }
}
