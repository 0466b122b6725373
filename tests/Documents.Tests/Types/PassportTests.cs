using IdOcrPortal.Documents.Tests.Zones;
using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Types;

public class PassportTests
{
    // Doc 9303's specimen with an issuer that exists; nationality and issuer stand under no check digit.
    private const string Canadian = "P<CANERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36CAN7408122F1204159ZE184226B<<<<<10";

    [Fact]
    public void Proves_number_dates_and_personal_number_of_an_accepted_zone_and_leaves_the_rest_to_a_person()
    {
        var proof = Zone(Specimens.Td3).Prove();
        (string, string?, string?, FieldStatus)[] expected =
        [
            ("document_number", "L898902C3", "L898902C3", FieldStatus.Verified),
            ("full_name", "ERIKSSON ANNA MARIA", "ANNA MARIA ERIKSSON", FieldStatus.Read),
            ("surname", "ERIKSSON", "ERIKSSON", FieldStatus.Read),
            ("given_names", "ANNA MARIA", "ANNA MARIA", FieldStatus.Read),
            ("sex", "F", "F", FieldStatus.Read),
            ("birth_date", "740812", "1974-08-12", FieldStatus.Verified),
            ("nationality", "UTO", "UTO", FieldStatus.Read),
            ("issuing_state", "UTO", "UTO", FieldStatus.Read),
            ("expiry_date", "120415", "2012-04-15", FieldStatus.Verified),
            ("personal_number", "ZE184226B", "ZE184226B", FieldStatus.Verified),
            ("mrz", Specimens.Td3, Specimens.Td3, FieldStatus.Verified),
        ];
        Assert.Equal(expected, proof.Fields.Where(field => field.Original is not null).Select(field => (field.Name, field.Original, field.Normalised, field.Status)));
        Assert.All(proof.Fields.Where(field => field.Original is not null), field => Assert.Equal((ClaimSource.Mrz, 0.99, true), (field.Source, Math.Round(field.Confidence!.Value, 2), field.Reason.Length > 0)));
        Assert.Equal("YYMMDD, past date → 1974-08-12", proof.Field("birth_date").Rule);
        Assert.Equal(["document.expired", "document.specimen"], proof.Codes());
        Assert.Empty(proof.Proposals);
    }

    [Theory]
    [InlineData("L898902C3", "L898902D3", "document_number", 1, 9)]
    [InlineData("7408122F", "7408132F", "birth_date", 1, 19)]
    [InlineData("1204159", "1204169", "expiry_date", 1, 27)]
    [InlineData("ZE184226B", "ZE184227B", "personal_number", 1, 42)]
    public void A_wrong_digit_fails_its_field_and_says_where(string was, string becomes, string field, int line, int position)
    {
        var proof = Zone(Specimens.Td3.Replace(was, becomes, StringComparison.Ordinal)).Prove();
        var check = proof.Check($"mrz.{field}.digit");
        Assert.Equal(CheckResult.Failed, check.Result);
        Assert.Equal((line, position), (check.Digit!.Line, check.Digit.Position));
        Assert.NotEqual(check.Digit.Found, check.Digit.Expected);
        Assert.Equal(FieldStatus.Failed, proof.Field(field).Status);
        Assert.Equal(FieldStatus.Failed, proof.Field("mrz").Status);
        Assert.Equal(Severity.Critical, proof.Findings.Single(finding => finding.Code == check.Code).Severity);
        // What the failing composite covers is in doubt as well, whatever its own digit says.
        Assert.Equal(CheckResult.Failed, proof.Check("mrz.composite.digit").Result);
        var others = new[] { "document_number", "birth_date", "expiry_date", "personal_number" }.Where(other => other != field);
        Assert.All(others, other => Assert.Equal(FieldStatus.Attention, proof.Field(other).Status));
    }

    [Fact]
    public void A_composite_that_fails_alone_fails_the_zone_and_puts_what_it_covers_in_doubt()
    {
        var proof = Zone(Specimens.Td3[..^1] + "1").Prove();
        Assert.Equal(new CheckDigitPlace(1, 43, '1', '0'), proof.Check("mrz.composite.digit").Digit);
        Assert.Equal(FieldStatus.Failed, proof.Field("mrz").Status);
        Assert.Equal(FieldStatus.Attention, proof.Field("document_number").Status);
        Assert.Equal(FieldStatus.Read, proof.Field("full_name").Status);
        Assert.Equal(["mrz.composite.digit"], proof.Findings.Where(finding => finding.Severity == Severity.Critical).Select(finding => finding.Code));
    }

    [Fact]
    public void Nothing_is_verified_of_a_zone_that_the_gate_did_not_let_pass()
    {
        var proof = Zone(Specimens.Td3, accepted: false, 0.99f, Printed("sex", "F"), Printed("birth_date", "1974-08-12")).Prove();
        Assert.DoesNotContain(proof.Fields, field => field.Status == FieldStatus.Verified);
        Assert.Contains("mrz.not_accepted", proof.Codes());
        Assert.Equal(CheckResult.Passed, proof.Check("mrz.document_number.digit").Result);
        Assert.Equal(FieldStatus.Read, proof.Field("document_number").Status);
    }

    [Theory]
    [InlineData(0.99f, FieldStatus.Read)]
    [InlineData(0.81f, FieldStatus.Read)]
    [InlineData(0.79f, FieldStatus.Attention)]
    [InlineData(null, FieldStatus.Attention)] // neither confidence nor check on a key field
    public void A_name_is_as_good_as_its_weakest_character(float? probability, FieldStatus status)
    {
        var proof = Zone(Specimens.Td3, probability: probability).Prove();
        Assert.Equal(status, proof.Field("full_name").Status);
        Assert.Equal(FieldStatus.Verified, proof.Field("document_number").Status); // checks outrank confidence
    }

    [Fact]
    public void Without_confidence_only_key_fields_ask_for_attention() =>
        Assert.Equal(FieldStatus.Read, Zone(Specimens.Td3, probability: null).Prove().Field("surname").Status);

    [Theory]
    [InlineData(2012, 4, 15, CheckResult.Passed)] // valid through its last day
    [InlineData(2012, 4, 16, CheckResult.Failed)]
    public void Knows_an_expired_passport(int year, int month, int day, CheckResult result)
    {
        var proof = Zone(Canadian).Prove(new DateOnly(year, month, day));
        Assert.Equal(result, proof.Check("document.expired").Result);
        Assert.Equal(result == CheckResult.Failed ? ["document.expired"] : [], proof.Codes());
        Assert.Equal(FieldStatus.Verified, proof.Field("expiry_date").Status);
        Assert.All(proof.Findings, finding => Assert.Equal(Severity.High, finding.Severity));
    }

    [Fact]
    public void An_impossible_date_fails_though_its_digit_holds()
    {
        // Month 13 with the digits that it asks for.
        var proof = Zone(WithDigits("L898902C3", "741312", "120415")).Prove();
        Assert.Equal(CheckResult.Passed, proof.Check("mrz.birth_date.digit").Result);
        Assert.Equal(CheckResult.Failed, proof.Check("dates.birth.plausible").Result);
        Assert.Equal((FieldStatus.Failed, null), (proof.Field("birth_date").Status, proof.Field("birth_date").Normalised));
    }

    [Fact]
    public void A_birth_that_is_not_known_at_all_is_missing_and_one_that_is_known_in_part_is_shown_so()
    {
        Assert.Equal(FieldStatus.Missing, Zone(WithDigits("L898902C3", "<<<<<<", "120415")).Prove().Field("birth_date").Status);
        var partial = Zone(WithDigits("L898902C3", "74<<<<", "120415")).Prove();
        Assert.Equal(("1974", FieldStatus.Verified), (partial.Field("birth_date").Normalised, partial.Field("birth_date").Status));
        Assert.Equal(CheckResult.NotPossible, partial.Check("dates.birth.plausible").Result);
    }

    [Fact]
    public void A_document_that_expires_before_its_holder_was_born_is_a_conflict_of_the_two_dates()
    {
        var proof = Zone(WithDigits("L898902C3", "200101", "190101")).Prove();
        Assert.Contains("dates.birth_before_expiry", proof.Codes());
        Assert.Equal((FieldStatus.Conflict, FieldStatus.Conflict), (proof.Field("birth_date").Status, proof.Field("expiry_date").Status));
    }

    [Theory]
    [InlineData("2031-01-01", CheckResult.Failed)] // in the future
    [InlineData("1880-01-01", CheckResult.Failed)]
    [InlineData("12.08.1974", CheckResult.Passed)]
    [InlineData("sometime", CheckResult.NotPossible)]
    public void Judges_a_printed_birth_where_no_zone_was_read(string text, CheckResult result)
    {
        var proof = new Evidence([Printed("birth_date", text)], [], false).Prove();
        Assert.Equal(result, proof.Check("dates.birth.plausible").Result);
        Assert.Equal(result switch { CheckResult.Failed => FieldStatus.Failed, CheckResult.Passed => FieldStatus.Read, _ => FieldStatus.Attention }, proof.Field("birth_date").Status);
    }

    [Fact]
    public void Printed_values_that_agree_verify_what_no_digit_covers()
    {
        var proof = Zone(
            Canadian, true, 0.6f, Printed("full_name", "Anna Maria Eriksson"), Printed("sex", "Female"), Printed("nationality", "Canada"),
            Printed("birth_date", "12/08/1974"), Printed("document_number", "L898902 C3")).Prove();
        foreach (var name in (string[])["full_name", "sex", "nationality", "birth_date", "document_number"])
        {
            Assert.Equal((FieldStatus.Verified, CheckResult.Passed), (proof.Field(name).Status, proof.Check($"cross.{name}.printed_mrz").Result));
        }

        // Names are shown as printed: the zone has fewer letters.
        Assert.Equal(("Anna Maria Eriksson", ClaimSource.Service), (proof.Field("full_name").Original, proof.Field("full_name").Source));
        Assert.Empty(Approval.Blockers(PassportType, proof, Nothing));
    }

    [Theory]
    [InlineData("full_name", "Anna Marta Eriksson")]
    [InlineData("sex", "M")]
    [InlineData("birth_date", "1974-08-13")]
    [InlineData("document_number", "L898902C4")]
    [InlineData("expiry_date", "2013-04-15")]
    [InlineData("nationality", "KHM")]
    public void Printed_values_that_differ_are_a_conflict_that_no_confirmation_heals(string field, string text)
    {
        var proof = Zone(Canadian, claims: Printed(field, text)).Prove();
        Assert.Equal(FieldStatus.Conflict, proof.Field(field).Status);
        Assert.Equal(Severity.Critical, proof.Findings.Single(finding => finding.Code == $"cross.{field}.printed_mrz").Severity);
        Assert.Contains(Approval.Blockers(PassportType, proof, proof.Fields.Select(one => one.Name).ToHashSet()), blocker => blocker.Field == field);
    }

    [Fact]
    public void Two_printed_readings_that_differ_are_a_conflict()
    {
        var proof = new Evidence([Printed("sex", "M"), Printed("sex", "F", source: ClaimSource.LocalEngine)], [], false).Prove();
        Assert.Equal(FieldStatus.Conflict, proof.Field("sex").Status);
        Assert.Contains("cross.sex.printed", proof.Codes());
    }

    [Theory]
    [InlineData("LEAKI")]
    [InlineData("LELAKI?")]
    public void A_word_of_no_known_shape_asks_for_attention_however_sure_its_source_is(string word)
    {
        var proof = new Evidence([Printed("sex", word, 0.9999)], [], false).Prove();
        Assert.Equal((FieldStatus.Attention, null), (proof.Field("sex").Status, proof.Field("sex").Normalised));
    }

    [Theory]
    [InlineData("P<CAN", "P<BDR", "mrz.issuing_state", "issuing_state")]
    [InlineData("36CAN", "36SI<", "mrz.nationality", "nationality")]
    [InlineData("2F12", "2H12", "mrz.sex", "sex")]
    [InlineData("ERIKSSON<<", "ERIK550N<<", "mrz.names.shape", "full_name")]
    public void What_the_standard_does_not_know_asks_for_attention(string was, string becomes, string code, string field)
    {
        var proof = Zone(Canadian.Replace(was, becomes, StringComparison.Ordinal)).Prove(new DateOnly(2010, 1, 1));
        Assert.Equal(CheckResult.Failed, proof.Check(code).Result);
        Assert.Equal([code], proof.Codes());
        Assert.Equal(FieldStatus.Attention, proof.Field(field).Status);
    }

    [Fact]
    public void A_filler_for_the_sex_means_unspecified()
    {
        var sex = Zone(Canadian.Replace("2F12", "2<12", StringComparison.Ordinal)).Prove().Field("sex");
        Assert.Equal(("<", "X", FieldStatus.Read), (sex.Original, sex.Normalised, sex.Status));
    }

    [Fact]
    public void A_zone_of_another_kind_is_told()
    {
        var proof = Zone(Specimens.Td1).Prove();
        Assert.Contains("mrz.format", proof.Codes());
        Assert.Contains("mrz.document_code", proof.Codes());
        Assert.Equal(FieldStatus.Attention, proof.Field("mrz").Status);
    }

    [Fact]
    public void Without_a_zone_everything_is_missing_and_every_check_says_why_it_was_not_possible()
    {
        var proof = new Evidence([], [], false).Prove();
        Assert.Equal(["mrz.missing"], proof.Codes());
        Assert.All(proof.Checks, check => Assert.Equal(CheckResult.NotPossible, check.Result));
        Assert.All(proof.Checks, check => Assert.NotEmpty(check.Detail));
        Assert.Equal(FieldStatus.Missing, proof.Field("document_number").Status);
    }

    [Fact]
    public void Lines_of_no_known_shape_are_shown_as_they_were_read()
    {
        var proof = new Evidence([], ["P<UTO", "L898"], false).Prove();
        Assert.Equal(["mrz.shape"], proof.Codes());
        Assert.Equal(("P<UTO\nL898", FieldStatus.Attention), (proof.Field("mrz").Original, proof.Field("mrz").Status));
    }

    [Fact]
    public void Every_finding_is_gravest_first_and_every_check_of_a_field_exists()
    {
        var proof = Zone(Specimens.Td3.Replace("7408122F", "7408132H", StringComparison.Ordinal), accepted: false).Prove();
        Assert.Equal(proof.Findings.OrderByDescending(finding => finding.Severity), proof.Findings);
        var codes = proof.Checks.Select(check => check.Code).ToHashSet();
        Assert.All(proof.Fields, field => Assert.All(field.Checks, code => Assert.Contains(code, codes)));
        Assert.Equal(proof.Checks.Count, codes.Count);
    }

    private static string WithDigits(string number, string birth, string expiry)
    {
        string Digit(string field) => field + IcaoCheckDigit.Of(field);
        var (n, b, e, p) = (Digit(number), Digit(birth), Digit(expiry), Digit("ZE184226B<<<<<"));
        return $"P<CANERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n{n}CAN{b}F{e}{p}{IcaoCheckDigit.Of(n + b + e + p)}";
    }
}
