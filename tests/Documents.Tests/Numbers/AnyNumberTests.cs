using System.Text;

namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>What holds for every scheme.</summary>
public class AnyNumberTests
{
    private const string Likely = "0123456789012345678901234567890123456789ABJKX XCRN-.()/០១៩１８Ｘ٣\uD800\uD835\uDFCF";

    private static readonly int Count = LongTests.AreOn ? 1_000_000 : 20_000;

    public static TheoryData<string, string> Sound => new()
    {
        { "nik", "3171011708450001" }, { "mykad", "710716086085" }, { "mys_service", "RF123456" }, { "gb11643", "11010519491231002X" },
        { "thai", "1234545678781" }, { "hkid", "A1234563" }, { "run", "123456785" }, { "albania", "J00101999W" }, { "cccd", "001099012345" },
        { "crn", "011112345678" }, { "khm", "012345678" },
    };

    [Fact]
    public void No_text_makes_a_scheme_throw_and_every_answer_keeps_the_contract()
    {
        var random = new Random(16);
        var shaped = 0;
        for (var i = 0; i < Count; i++)
        {
            var scheme = Reading.Schemes[random.Next(Reading.Schemes.Count)];
            var text = Text(random);
            var today = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            if (scheme.Normalise(text) is not { } number)
            {
                Assert.DoesNotContain(text, char.IsAsciiLetterOrDigit);
                continue;
            }

            var reading = scheme.Read(number, today);
            if (reading.Shape.Result == CheckResult.Passed)
            {
                shaped++;
            }
            else
            {
                Assert.All(scheme.Aspects.Skip(1), aspect => Assert.Equal(CheckResult.NotPossible, Reading.Aspect(in reading, aspect).Result));
            }

            Assert.Equal(reading.Date.Result == CheckResult.Passed, reading is { BirthYear: not null, Date.Result: not CheckResult.Failed });
            if (reading.Digit is { } digit)
            {
                Assert.Equal(number[digit.Position], digit.Found);
                Assert.Equal(reading.CheckDigit.Result == CheckResult.Passed, digit.Expected == digit.Found);
            }

            if (NumberRepairs.Propose(scheme, text, today) is { } proposed)
            {
                Assert.Empty(Reading.Failures(scheme.Read(proposed, today)));
                Assert.InRange(number.Zip(proposed).Count(pair => pair.First != pair.Second), 1, 2);
            }
        }

        Assert.InRange(shaped, Count / 100, Count);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_bare_number_is_taken_as_it_stands_and_is_sound(string id, string number)
    {
        var scheme = Reading.Schemes.Single(candidate => candidate.Id == id);
        Assert.Same(number, scheme.Normalise(number));
        Assert.Empty(Reading.Failures(scheme.Read(number, Reading.Today)));
    }

    [Fact]
    public void Every_scheme_has_its_own_id_and_begins_with_the_shape()
    {
        Assert.Distinct(Reading.Schemes.Select(scheme => scheme.Id));
        Assert.All(Reading.Schemes, scheme => Assert.Equal(NumberAspect.Shape, scheme.Aspects[0]));
        Assert.All(Reading.Schemes, scheme => Assert.NotEmpty(scheme.Source));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -.()")]
    public void Nothing_is_left_of_separators_alone(string text) => Assert.All(Reading.Schemes, scheme => Assert.Null(scheme.Normalise(text)));

    private static string Text(Random random)
    {
        if (random.Next(2) == 0)
        {
            // Digits of a likely length, so that the parts behind the shape are reached as well.
            return string.Concat(Enumerable.Range(0, random.Next(8, 19)).Select(_ => (char)('0' + random.Next(10)))) + (random.Next(4) == 0 ? "X" : "");
        }

        var text = new StringBuilder();
        for (var length = random.Next(25); length > 0; length--)
        {
            text.Append(random.Next(20) == 0 ? (char)random.Next(char.MaxValue + 1) : Likely[random.Next(Likely.Length)]);
        }

        return text.ToString();
    }
}
