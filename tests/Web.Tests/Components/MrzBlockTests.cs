using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class MrzBlockTests : BunitContext
{
    private static readonly Check BirthDigitWrong = new(
        "mrz.birth_date.digit", "Check digit of the date of birth", CheckResult.Failed, [FieldNames.BirthDate], "", new CheckDigitPlace(Line: 1, Position: 19, Found: '2', Expected: '7'));

    [Fact]
    public void Shows_every_character_in_a_cell_of_its_own()
    {
        var block = Block([], []);
        Assert.Equal(88, block.FindAll(".cell").Count);
        Assert.Equal(DeskSamples.Zone[0], string.Concat(block.FindAll(".cell").Take(44).Select(cell => cell.TextContent)));
    }

    [Fact]
    public void Marks_a_wrong_check_digit_in_its_place_with_the_expected_value()
    {
        var wrong = Assert.Single(Block([], [BirthDigitWrong]).FindAll(".cell.wrong"));
        Assert.Equal("2", wrong.FirstChild!.TextContent);
        Assert.Equal("7", wrong.QuerySelector(".expected")!.TextContent);
    }

    [Fact]
    public void Says_in_words_which_digit_is_wrong() =>
        Assert.Contains("Check digit of the date of birth: found 2, expected 7 (line 2, place 20).", Block([], [BirthDigitWrong]).Find(".note").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Does_not_mark_a_check_digit_that_holds() =>
        Assert.Empty(Block([], [BirthDigitWrong with { Result = CheckResult.Passed }]).FindAll(".wrong"));

    [Fact]
    public void Leaves_the_check_digit_of_a_national_number_to_its_own_field() =>
        Assert.Empty(Block([], [BirthDigitWrong with { Code = "chn.check_digit", Digit = new CheckDigitPlace(0, 17, '1', 'X') }]).FindAll(".wrong, .note"));

    [Fact]
    public void Tints_characters_below_nine_tenths_and_counts_them()
    {
        var probabilities = new[] { Row(), Row() };
        probabilities[0][3] = 0.899f;
        probabilities[1][7] = 0.2f;
        probabilities[1][8] = 0.9f;
        var block = Block(probabilities, []);
        Assert.Equal(2, block.FindAll(".cells .weak").Count);
        Assert.Contains("2 characters read with a probability below 0.90", block.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Tints_nothing_where_the_service_gives_no_probabilities() => Assert.Empty(Block([], []).FindAll(".weak"));

    [Fact]
    public void Reads_the_lines_to_a_screen_reader_once()
    {
        var block = Block([], []);
        Assert.Equal($"Line 1: {DeskSamples.Zone[0]}", block.Find(".visually-hidden").TextContent);
        Assert.All(block.FindAll(".cells"), cells => Assert.Equal("true", cells.GetAttribute("aria-hidden")));
    }

    private static float[] Row() => [.. Enumerable.Repeat(0.999f, 44)];

    private IRenderedComponent<MrzBlock> Block(IReadOnlyList<float[]> probabilities, IReadOnlyList<Check> checks) =>
        Render<MrzBlock>(block => block.Add(b => b.Lines, DeskSamples.Zone).Add(b => b.Probabilities, probabilities).Add(b => b.Checks, checks));
}
