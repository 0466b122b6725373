using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ValueLanguageTests
{
    [Theory]
    [InlineData("សុខ សុភា", "KHM", "km")]
    [InlineData("១០.០៧.១៩៩៩", "KHM", "km")]
    [InlineData("张样本", "CHN", "zh-Hans")]
    [InlineData("樣本", "HKG", "zh-Hant")]
    [InlineData("樣本", "TWN", "zh-Hant")]
    [InlineData("張樣本", null, "zh-Hans")]
    [InlineData("สมหญิง", "THA", "th")]
    [InlineData("محمد", "PAK", "ur")]
    [InlineData("محمد", null, "ar")]
    [InlineData("ОБРАЗЕЦ", "RUS", "ru")]
    [InlineData("ЗРАЗОК", "UKR", "uk")]
    public void Is_told_by_the_script_and_where_several_share_it_by_the_issuer(string text, string? issuer, string expected) =>
        Assert.Equal(expected, ValueLanguage.Of(text, issuer));

    [Theory]
    [InlineData("CONTOH SPESIMEN", "IDN")]
    [InlineData("Giấy phép lái xe", "VNM")]
    [InlineData("1999-07-10", "KHM")]
    [InlineData("", "CHN")]
    [InlineData(null, "CHN")]
    public void Is_left_open_for_Latin_letters_and_digits(string? text, string issuer) => Assert.Null(ValueLanguage.Of(text, issuer));

    [Fact]
    public void Is_that_of_the_script_of_its_own_where_Latin_stands_beside_it() => Assert.Equal("zh-Hans", ValueLanguage.Of("WANG 王", "CHN"));
}
