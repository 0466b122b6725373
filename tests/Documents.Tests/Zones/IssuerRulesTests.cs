namespace IdOcrPortal.Documents.Tests.Zones;

public class IssuerRulesTests
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    public static TheoryData<string, string> OfIssuers => Specimens.OfIssuers;

    public static TheoryData<MrzFormat, string, string> Photographed => Specimens.Photographed;

    [Theory]
    [MemberData(nameof(OfIssuers))]
    public void No_specimen_of_an_issuer_breaks_a_rule_of_its_issuer(string name, string lines)
    {
        // Specimens that are blank where a number belongs, or that carry a made-up one, are known: series and rest of these three are as issued.
        string[] known = name switch
        {
            "Belgium, card of 2020" or "Belgium, BEL-BO-11005" or "Belgium, child's card" => ["mrz.issuer.bel.card_number_digits"],
            _ => [],
        };
        Assert.Empty(Failed(lines).Except(known));
    }

    [Theory]
    [MemberData(nameof(Photographed))]
    public void No_photographed_specimen_that_is_valid_breaks_a_rule_of_its_issuer(MrzFormat format, string lines, string wrong)
    {
        Assert.Equal(format, Specimens.Parse(lines).Format);
        Assert.Empty(wrong.Length == 0 ? Failed(lines) : []);
    }

    [Fact]
    public void Every_rule_names_its_source_its_fields_and_has_a_code_of_its_own()
    {
        Assert.Equal(IssuerRules.All.Count, IssuerRules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.All(IssuerRules.All, rule =>
        {
            Assert.StartsWith($"mrz.issuer.{rule.Issuer.ToLowerInvariant()}.", rule.Code, StringComparison.Ordinal);
            Assert.NotEmpty(rule.Source);
            Assert.NotEmpty(rule.Fields);
            Assert.NotEmpty(rule.Formats);
            Assert.NotNull(StateCodes.Find(rule.Issuer));
        });
        Assert.Equal(
            "ALB BRA CHL IDN IND MYS NGA NLD PAK PHL RUS THA TWN UKR VNM",
            string.Join(' ', IssuerRules.All.Where(rule => rule.Formats.Contains(MrzFormat.Td3)).Select(rule => rule.Issuer).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_state_without_rules_has_none()
    {
        Assert.Empty(IssuerRules.Of(Specimens.Parse(Specimens.Td3)));
        Assert.Empty(IssuerRules.Of(Specimens.Parse(Specimens.MrvA)));
        Assert.Empty(IssuerRules.Of(Specimens.Parse(Specimens.French)));
    }

    [Theory]
    [InlineData("VNM", "C9780204", CheckResult.Passed)]
    [InlineData("VNM", "P00000001", CheckResult.Passed)]
    [InlineData("IND", "Z1234567", CheckResult.Passed)]
    [InlineData("IND", "AB123456", CheckResult.Failed)]
    [InlineData("PHL", "P1234567A", CheckResult.Passed)]
    [InlineData("PHL", "EC1234567", CheckResult.Passed)]
    [InlineData("PHL", "P1234567", CheckResult.Failed)]
    [InlineData("ALB", "BA1234567", CheckResult.Passed)]
    [InlineData("BRA", "FZ123456", CheckResult.Passed)]
    [InlineData("BRA", "F1234567", CheckResult.Failed)]
    [InlineData("IDN", "B1234567", CheckResult.Passed)]
    [InlineData("MYS", "A12345678", CheckResult.Passed)]
    [InlineData("MYS", "A1234567", CheckResult.Failed)]
    [InlineData("NGA", "A12345678", CheckResult.Passed)]
    [InlineData("PAK", "AB1234567", CheckResult.Passed)]
    [InlineData("RUS", "701234567", CheckResult.Passed)]
    [InlineData("RUS", "70123456", CheckResult.Failed)]
    [InlineData("TWN", "301234567", CheckResult.Passed)]
    [InlineData("UKR", "FB123456", CheckResult.Passed)]
    [InlineData("UKR", "FB12345", CheckResult.Failed)]
    [InlineData("THA", "AA1234567", CheckResult.Passed)]
    [InlineData("THA", "1A1234567", CheckResult.Failed)]
    public void Knows_the_shapes_of_passport_numbers_and_is_never_certain_of_a_strange_one(string issuer, string number, CheckResult result)
    {
        var answer = Judge($"P<{issuer}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n{number.PadRight(9, '<')}0{issuer}7408122F1204159<<<<<<<<<<<<<<<0", $"mrz.issuer.{issuer.ToLowerInvariant()}.passport_number");
        Assert.Equal(result, answer.Result);
        Assert.Equal(result == CheckResult.Passed, answer.IsCertain);
    }

    [Fact]
    public void The_number_in_a_Malaysian_passport_tells_the_holders_birth_and_sex()
    {
        const string Lines = "P<MYSMAHATHIR<BIN<IDRUS<<<<<<<<<<<<<<<<<<<<<\nA000000000MYS9302165M2408312930216146007<<72";
        Assert.Equal(["Passed", "Passed", "Passed"], Results(Lines, "mykad"));
        Assert.Equal(["Passed", "Failed", "Passed"], Results(Lines.Replace("9302165M", "9302175M", StringComparison.Ordinal), "mykad"));
        Assert.Equal(["Passed", "Passed", "Failed"], Results(Lines.Replace("5M", "5F", StringComparison.Ordinal), "mykad"));
    }

    [Fact]
    public void A_Vietnamese_card_repeats_its_number_in_the_personal_number_and_has_a_digit_for_it()
    {
        // Made: a woman born 1990 in Hanoi (001), running number 123456.
        var lines = Vietnamese("190123456", "001190123456");
        Assert.Equal(CheckResult.Passed, Judge(lines, "mrz.issuer.vnm.card_number_tail").Result);
        Assert.Equal(CheckResult.Passed, Judge(lines, "mrz.issuer.vnm.card.optional_digit").Result);
        Assert.Empty(Failed(lines));
        Assert.Equal(CheckResult.Failed, Judge(Vietnamese("190123457", "001190123456"), "mrz.issuer.vnm.card_number_tail").Result);
        Assert.Equal(CheckResult.Failed, Judge(lines.Replace("<<" + lines[29], "<<" + (char)('0' + ((lines[29] - '0' + 1) % 10)), StringComparison.Ordinal), "mrz.issuer.vnm.card.optional_digit").Result);
        Assert.Equal(["Failed"], [.. Failed(lines.Replace("9005207F", "9105207F", StringComparison.Ordinal)).Where(code => code.EndsWith("birth_date", StringComparison.Ordinal)).Select(_ => "Failed")]);
    }

    [Fact]
    public void A_Cambodian_card_begins_with_IDKHM_and_has_no_optional_data()
    {
        const string Lines = "IDKHM1234567894<<<<<<<<<<<<<<<\n9804061M2806296KHM<<<<<<<<<<<0\nSOK<<SAO<<<<<<<<<<<<<<<<<<<<<<";
        Assert.Empty(Failed(Lines));
        Assert.Equal(["mrz.issuer.khm.card_head"], Failed(Lines.Replace("IDKHM", "I<KHM", StringComparison.Ordinal)));
        Assert.Equal(["mrz.issuer.khm.card_head"], Failed(Lines.Replace("KHM<<", "KHM<1", StringComparison.Ordinal)));
        Assert.Equal(["mrz.issuer.khm.card_number"], Failed(Lines.Replace("123456789", "12345678A", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("IDBEL600001795<0152<<<<<<<<<<<", CheckResult.Passed)] // 6000017950 = 97 × … + 15
    [InlineData("IDBEL000001115<7027<<<<<<<<<<<", CheckResult.Passed)]
    [InlineData("IDBEL000590696<1015<<<<<<<<<<<", CheckResult.Failed)] // a specimen with digits of no number
    [InlineData("IDBEL590330101085020100200<<<<", CheckResult.NotApplicable)]
    public void The_last_digits_of_a_Belgian_card_number_check_the_others(string first, CheckResult result) =>
        Assert.Equal(result, Judge(first + "\n8502016F0901015BEL<<<<<<<<<<<8\nVAN<DER<VELDEN<<GREET<HILDE<<<", "mrz.issuer.bel.card_number_digits").Result);

    private static string Vietnamese(string number, string personal)
    {
        var first = "IDVNM" + number + ZoneGenerator.Digit(number) + personal + "<<";
        return first + ZoneGenerator.Digit(first[15..]) + "\n9005207F3005207VNM<<<<<<<<<<<0\nNGUYEN<<THI<AN<<<<<<<<<<<<<<<<";
    }

    private static List<string> Failed(string lines)
    {
        var mrz = Specimens.Parse(lines);
        return [.. IssuerRules.Of(mrz).Where(rule => rule.Judge(mrz, Today).Result == CheckResult.Failed).Select(rule => rule.Code)];
    }

    private static AspectResult Judge(string lines, string code)
    {
        var mrz = Specimens.Parse(lines);
        return IssuerRules.Of(mrz).Single(rule => rule.Code == code).Judge(mrz, Today);
    }

    private static List<string> Results(string lines, string scheme)
    {
        var mrz = Specimens.Parse(lines);
        return [.. IssuerRules.Of(mrz).Where(rule => rule.Code.Contains($".{scheme}", StringComparison.Ordinal)).Select(rule => rule.Judge(mrz, Today).Result.ToString())];
    }
}
