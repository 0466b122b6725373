namespace IdOcrPortal.Documents.Tests.Zones;

public class NationalNumberTests
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    [Theory]
    [InlineData("9302161", CheckResult.Passed, CheckResult.Passed, CheckResult.Passed)]
    [InlineData("9302160", CheckResult.Passed, CheckResult.Passed, CheckResult.Failed)] // an even last digit is a woman's
    [InlineData("9302171", CheckResult.Passed, CheckResult.Failed, CheckResult.Passed)]
    [InlineData("9313161", CheckResult.Failed, CheckResult.NotPossible, CheckResult.Passed)] // month 13
    [InlineData("", CheckResult.NotApplicable, CheckResult.NotApplicable, CheckResult.NotApplicable)]
    [InlineData("93<0216<1", CheckResult.Passed, CheckResult.Passed, CheckResult.Passed)] // inner fillers stand for nothing
    [InlineData("930216", CheckResult.Failed, CheckResult.NotPossible, CheckResult.NotPossible)]
    public void Holds_a_number_against_its_scheme_and_the_rest_of_the_zone(string number, CheckResult scheme, CheckResult birth, CheckResult sex)
    {
        var rules = NationalNumber.In("MYS", NumberPlace.Passport, BirthAndSex.Instance, "a test").ToList();
        Assert.Equal(["mrz.issuer.mys.passport.made", "mrz.issuer.mys.passport.made.birth_date", "mrz.issuer.mys.passport.made.sex"], rules.Select(rule => rule.Code));
        Assert.Equal([scheme, birth, sex], rules.Select(rule => rule.Judge(Passport(number), Today).Result));
    }

    [Fact]
    public void A_contradiction_is_never_certain_and_an_impossible_date_is_where_the_place_is_published()
    {
        Assert.False(Judge("9302171", 1, isPublished: true).IsCertain);
        Assert.False(Judge("9302160", 2, isPublished: true).IsCertain);
        Assert.True(Judge("9313161", 0, isPublished: true).IsCertain);
        Assert.False(Judge("9313161", 0, isPublished: false).IsCertain);
        Assert.False(Judge("930216", 0, isPublished: true).IsCertain);
    }

    [Fact]
    public void Where_no_specimen_shows_the_place_another_shape_is_something_else()
    {
        Assert.Equal(CheckResult.NotApplicable, Judge("930216", 0, isPublished: false).Result);
        Assert.Equal(CheckResult.NotApplicable, Judge("930216", 1, isPublished: false).Result);
        Assert.Equal(CheckResult.Passed, Judge("9302161", 0, isPublished: false).Result);
    }

    [Fact]
    public void A_long_document_number_takes_the_place_of_the_first_optional_data_only()
    {
        var zone = Specimens.Parse("IDBEL600001795<0152<<<<<<<<<<<\n1301014F2311207BEL130101987398\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<");
        Assert.Equal(CheckResult.NotApplicable, NationalNumber.In("BEL", NumberPlace.CardFirst, BirthAndSex.Instance, "a test").First().Judge(zone, Today).Result);
        Assert.Equal(CheckResult.Failed, NationalNumber.In("BEL", NumberPlace.CardSecond, BirthAndSex.Instance, "a test").First().Judge(zone, Today).Result);
    }

    [Fact]
    public void A_number_that_leaves_out_the_birth_takes_it_from_the_zone()
    {
        Span<char> number = stackalloc char[NumberPlace.Longest];
        var zone = Specimens.Parse("IDROUPOPESCU<<MARIN<<<<<<<<<<<<<<<<<\nSS099993<1ROU4609135M810913814000881");
        var length = (NumberPlace.TwoLineCard with { LeavesOutBirth = true }).Copy(zone, number);
        Assert.Equal("1460913400088", number[..length].ToString());
        length = (NumberPlace.Passport with { Separator = '-' }).Copy(
            Specimens.Parse("P<FINVIRTANEN<<MARIA<OLIVIA<<<<<<<<<<<<<<<<<\nXP82716024FIN7112214F1108213211271<426U<<<04"), number);
        Assert.Equal("211271-426U", number[..length].ToString());
    }

    private static AspectResult Judge(string number, int rule, bool isPublished) =>
        NationalNumber.In("MYS", NumberPlace.Passport, BirthAndSex.Instance, "a test", isPublished).ElementAt(rule).Judge(Passport(number), Today);

    private static Mrz Passport(string number) =>
        Specimens.Parse("P<MYSMAHATHIR<BIN<IDRUS<<<<<<<<<<<<<<<<<<<<<\nA000000000MYS9302165M2408312" + number.PadRight(14, '<') + "72");

    /// <summary>A number made for these tests: YYMMDD and a digit, odd for men.</summary>
    private sealed class BirthAndSex : NumberScheme
    {
        private static readonly AspectResult Right = new(CheckResult.Passed, "Right.");
        private static readonly AspectResult Wrong = new(CheckResult.Failed, "Wrong.");

        public static BirthAndSex Instance { get; } = new();

        public override string Id => "made";

        public override string Name => "made number";

        public override string Source => "these tests";

        public override IReadOnlyList<NumberAspect> Aspects => [NumberAspect.Shape, NumberAspect.Date];

        public override bool TellsSex => true;

        public override string? Normalise(string text) => text;

        public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
        {
            if (number.Length != 7 || number.ContainsAnyExceptInRange('0', '9'))
            {
                return new(Wrong);
            }

            var birth = MrzDate.ReadBirth(number[..6], today).Date;
            return new(Right)
            {
                Date = birth is null ? Wrong : Right, BirthDate = birth, IsCenturyOpen = true,
                Sex = (number[6] - '0') % 2 == 1 ? Sex.Male : Sex.Female,
            };
        }
    }
}
