using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>
/// Whole cards of each national type, as the services write them. Numbers are made by the published algorithms with serials that nobody has, or are the
/// vendors' and the standards' own examples.
/// </summary>
public class CardTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly (string, string)[] Ktp =
    [
        ("document_number", "3171014509930001"), ("full_name", "SITI CONTOH"), ("birth_place", "JAKARTA"), ("birth_date", "05-09-1993"), ("sex", "PEREMPUAN"),
        ("address", "JL. CONTOH NO. 1"), ("rt", "001"), ("rw", "002"), ("village", "GAMBIR"), ("district", "GAMBIR"), ("city", "JAKARTA PUSAT"),
        ("province", "DKI JAKARTA"), ("religion", "ISLAM"), ("marital_status", "BELUM KAWIN"), ("occupation", "KARYAWAN SWASTA"), ("nationality", "WNI"),
    ];

    private static readonly (string, string)[] Chinese =
    [
        ("full_name", "张三"), ("sex", "女"), ("ethnicity", "汉"), ("birth_date", "1949/12/31"), ("address", "北京市朝阳区某某路1号"), ("document_number", "11010519491231002X"),
        ("issuing_authority", "北京市公安局朝阳分局"), ("issue_date", "2010.07.21-长期"),
    ];

    private static readonly (string, string)[] Khmer =
    [
        ("document_number", "០១០១២៣៤៥៦(០១)"), ("name_local", "សុខ ដារ៉ា"), ("full_name", "SOK DARA"), ("birth_date", "១០.០៧.១៩៩៩"), ("sex", "ស្រី"), ("height_cm", "១៥៨ ស.ម"),
        ("birth_place", "ភ្នំពេញ"), ("address", "ភូមិ១ សង្កាត់បឹងកេងកង ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ"), ("issue_date", "១០.០៧.២០១៩"), ("expiry_date", "០៩.០៧.២០២៩"),
        ("personal_features", "ប្រជ្រុយចំ ០,៥ ស.ម លើចុងចិញ្ចើមខាងឆ្វេង"),
    ];

    [Fact]
    public void Reads_a_Cambodian_card_in_Khmer_and_keeps_its_script()
    {
        var proof = Prove("khm-id", Khmer);
        Assert.Equal(("១០.០៧.១៩៩៩", "1999-07-10"), (proof.Field("birth_date").Original, proof.Field("birth_date").Normalised));
        Assert.Equal(("ស្រី", "F"), (proof.Field("sex").Original, proof.Field("sex").Normalised));
        Assert.Equal("158", proof.Field("height_cm").Normalised);
        Assert.Equal("010123456", proof.Field("document_number").Normalised);
        Assert.Equal(CheckResult.Passed, proof.Check("dates.validity").Result);
        Assert.Empty(proof.Findings);
        Assert.All(proof.Fields.Where(field => field.Original is not null), field => Assert.Equal(FieldStatus.Read, field.Status));
    }

    [Fact]
    public void The_zone_of_a_Cambodian_card_verifies_what_is_printed_in_Khmer()
    {
        var proof = DocumentTypes.Find("khm-id")!.Prove(
            new Evidence([.. Khmer.Select(field => Printed(field.Item1, field.Item2))], KhmerZone("990710", "F", "290709"), MrzAccepted: true), Day);
        foreach (var name in (string[])["document_number", "full_name", "birth_date", "sex", "expiry_date", "mrz"])
        {
            Assert.Equal((name, FieldStatus.Verified), (name, proof.Field(name).Status));
        }

        Assert.Equal("១០.០៧.១៩៩៩", proof.Field("birth_date").Original);
        Assert.Empty(Approval.Blockers(DocumentTypes.Find("khm-id")!, proof, Nothing));
    }

    [Fact]
    public void A_Khmer_date_that_the_zone_contradicts_is_a_conflict()
    {
        var proof = DocumentTypes.Find("khm-id")!.Prove(
            new Evidence([.. Khmer.Select(field => Printed(field.Item1, field.Item2))], KhmerZone("990711", "M", "290709"), MrzAccepted: true), Day);
        Assert.Equal((FieldStatus.Conflict, FieldStatus.Conflict), (proof.Field("birth_date").Status, proof.Field("sex").Status));
    }

    [Fact]
    public void A_misread_sex_is_not_taken_however_sure_the_service_is_and_the_nearest_word_is_proposed()
    {
        var proof = DocumentTypes.Find("mys-mykad")!.Prove(
            new Evidence([Printed("document_number", "710716-08-6085", 0.9996), Printed("full_name", "CONTOH BIN CONTOH", 0.99), Printed("sex", "LEAKI", 0.9999)], [], false), Day);
        Assert.Equal((FieldStatus.Attention, null), (proof.Field("sex").Status, proof.Field("sex").Normalised));
        var proposal = Assert.Single(proof.Proposals);
        Assert.Equal(("sex", "LEAKI", "LELAKI"), (proposal.Field, proposal.Before, proposal.After));
        Assert.Contains("same sex", proposal.Reason, StringComparison.Ordinal);
        Assert.Equal(CheckResult.NotPossible, proof.Check("cross.sex.number").Result);
        // A MyKad prints no date of birth but in its number.
        Assert.Equal(("1971-07-16", ClaimSource.DocumentNumber), (proof.Field("birth_date").Normalised, proof.Field("birth_date").Source));
    }

    [Theory]
    [InlineData("mys-mykid", "710716-08-6085", CheckResult.Failed)] // 55 years old
    [InlineData("mys-mykid", "200716-08-0005", CheckResult.Passed)]
    [InlineData("mys-mykad", "200716-08-0005", CheckResult.Failed)]
    [InlineData("mys-mykad", "710716-08-6085", CheckResult.Passed)]
    [InlineData("mys-mypr", "710716-71-6085", CheckResult.Passed)] // born abroad
    public void A_child_has_a_MyKid_and_who_is_twelve_a_MyKad(string type, string number, CheckResult age) =>
        Assert.Equal(age, Prove(type, [("document_number", number), ("full_name", "CONTOH"), ("sex", "LELAKI")]).Check("dates.age").Result);

    [Theory]
    [InlineData("LELAKI", FieldStatus.Verified)]
    [InlineData("PEREMPUAN", FieldStatus.Conflict)]
    public void The_last_digit_of_a_MyKad_number_tells_the_sex(string sex, FieldStatus status) =>
        Assert.Equal(status, Prove("mys-mykad", [("document_number", "710716-08-6085"), ("sex", sex)]).Field("sex").Status);

    [Fact]
    public void A_whole_KTP_is_proved_by_its_number()
    {
        var proof = Prove("idn-ktp", Ktp);
        Assert.DoesNotContain(proof.Checks, check => check.Result == CheckResult.Failed);
        Assert.Equal((FieldStatus.Verified, FieldStatus.Verified), (proof.Field("birth_date").Status, proof.Field("sex").Status));
        Assert.Equal(["IDN", "single", "F", "1993-09-05"], new[] { "nationality", "marital_status", "sex", "birth_date" }.Select(name => proof.Field(name).Normalised));
    }

    [Theory]
    [InlineData("document_number", "9971014509930001", "nik.region")] // no such province
    [InlineData("document_number", "3171013202930001", "nik.date")] // 32 February
    [InlineData("document_number", "317101450993000", "nik.shape")]
    public void A_NIK_that_cannot_be_fails(string field, string value, string code)
    {
        var proof = Prove("idn-ktp", With(Ktp, field, value));
        Assert.Equal(CheckResult.Failed, proof.Check(code).Result);
        Assert.Equal(FieldStatus.Failed, proof.Field(field).Status);
    }

    [Fact]
    public void A_serial_of_zeros_is_given_to_nobody() =>
        Assert.Equal(CheckResult.Failed, Prove("idn-ktp", With(Ktp, "document_number", "3171014509930000")).Check("nik.serial").Result);

    [Fact]
    public void A_NIK_that_tells_another_birth_or_sex_is_a_conflict()
    {
        var proof = Prove("idn-ktp", With(Ktp, "birth_date", "06-09-1993"));
        Assert.Equal((FieldStatus.Conflict, FieldStatus.Conflict), (proof.Field("birth_date").Status, proof.Field("document_number").Status));
        Assert.Equal(FieldStatus.Conflict, Prove("idn-ktp", With(Ktp, "sex", "LAKI-LAKI")).Field("sex").Status);
    }

    [Theory]
    [InlineData("KAWIN", CheckResult.Passed)]
    [InlineData("CERAI HIDUP", CheckResult.Passed)]
    [InlineData("BELUM KAWIN", CheckResult.Failed)]
    [InlineData("", CheckResult.Failed)]
    public void Who_is_below_seventeen_has_a_KTP_only_when_married(string status, CheckResult age) => Assert.Equal(
        age, Prove("idn-ktp", With(With(With(Ktp, "birth_date", "05-09-2010"), "document_number", "3171014509100001"), "marital_status", status)).Check("dates.age").Result);

    [Fact]
    public void A_whole_Chinese_card_is_proved_by_its_check_digit()
    {
        var proof = Prove("chn-id", Chinese);
        Assert.Equal((FieldStatus.Verified, FieldStatus.Verified, FieldStatus.Verified), (proof.Field("document_number").Status, proof.Field("birth_date").Status, proof.Field("sex").Status));
        // One text tells both days, and who is older than 45 has a card without end.
        Assert.Equal(("2010-07-21", "long-term"), (proof.Field("issue_date").Normalised, proof.Field("expiry_date").Normalised));
        Assert.Equal((CheckResult.Passed, CheckResult.Passed), (proof.Check("dates.validity").Result, proof.Check("document.expired").Result));
        Assert.Empty(proof.Findings);
    }

    [Fact]
    public void A_wrong_check_digit_is_shown_where_it_stands()
    {
        var proof = Prove("chn-id", With(Chinese, "document_number", "110105194912310021"));
        var check = proof.Check("gb11643.check_digit");
        Assert.Equal((CheckResult.Failed, new CheckDigitPlace(0, 17, '1', 'X')), (check.Result, check.Digit));
        Assert.Equal(FieldStatus.Failed, proof.Field("document_number").Status);
    }

    [Fact]
    public void What_only_a_broken_number_tells_asks_for_a_look()
    {
        var proof = DocumentTypes.Find("chn-id")!.Prove(new Evidence([Printed("document_number", "110105194912310021", 0.99)], [], false), Day);
        Assert.Equal((ClaimSource.DocumentNumber, FieldStatus.Attention), (proof.Field("birth_date").Source, proof.Field("birth_date").Status));
        Assert.Equal(FieldStatus.Attention, proof.Field("sex").Status);
    }

    [Fact]
    public void A_key_field_on_a_side_that_was_not_read_blocks_approval_and_is_not_to_be_confirmed()
    {
        var proof = Prove("chn-id", [.. Chinese.Where(field => field.Item1 is not ("issuing_authority" or "issue_date"))]);
        var blocker = Assert.Single(
            Approval.Blockers(DocumentTypes.Find("chn-id")!, proof, new HashSet<string> { "full_name", "expiry_date" }), blocker => blocker.Field == "expiry_date");
        Assert.EndsWith("nothing was read.", blocker.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_read_for_a_digit_is_proposed_back_where_one_repair_alone_holds()
    {
        var proof = Prove("chn-id", With(Chinese, "document_number", "11O10519491231002X"));
        var proposal = Assert.Single(proof.Proposals);
        Assert.Equal(("document_number", "11O10519491231002X", "11010519491231002X"), (proposal.Field, proposal.Before, proposal.After));
        Assert.Equal(FieldStatus.Failed, proof.Field("document_number").Status);
    }

    [Fact]
    public void The_front_of_a_Chinese_card_alone_leaves_its_validity_open()
    {
        var proof = Prove("chn-id", [.. Chinese.Where(field => field.Item1 is not ("issuing_authority" or "issue_date"))]);
        Assert.Contains("document.sides", proof.Codes());
        Assert.Equal((null, FieldStatus.Read), (proof.Field("expiry_date").Original, proof.Field("expiry_date").Status));
        Assert.Equal(FieldStatus.Missing, Prove("chn-id", [("issuing_authority", "北京市公安局")]).Field("full_name").Status);
    }

    [Theory]
    [InlineData("2019.07.21-2029.07.21", CheckResult.Failed)] // 70 years old: without end
    [InlineData("2019.07.21-长期", CheckResult.Passed)]
    public void The_span_of_validity_follows_the_age(string span, CheckResult result) =>
        Assert.Equal(result, Prove("chn-id", With(Chinese, "issue_date", span)).Check("dates.validity").Result);

    [Fact]
    public void A_Thai_card_counts_years_from_the_Buddha()
    {
        var proof = Prove("tha-id", [("document_number", "1 1020 03450 68 1"), ("full_name", "Miss Somying Example"), ("name_local", "น.ส. สมหญิง ตัวอย่าง"), ("birth_date", "16 ก.ค. 2514"), ("expiry_date", "15 ก.ค. 2575"), ("issue_date", "20 พ.ค. 2566")]);
        Assert.Equal(("1971-07-16", "2032-07-15"), (proof.Field("birth_date").Normalised, proof.Field("expiry_date").Normalised));
        Assert.Equal(CheckResult.Passed, proof.Check("thai.shape").Result);
    }

    [Theory]
    [InlineData("hkg-id", "A123456(3)", FieldStatus.Verified)]
    [InlineData("hkg-id", "A123456(4)", FieldStatus.Failed)]
    [InlineData("chl-id", "12.345.678-5", FieldStatus.Verified)]
    [InlineData("chl-id", "12.345.678-6", FieldStatus.Failed)]
    [InlineData("chn-id", "440524188001010014", FieldStatus.Verified)]
    [InlineData("vnm-id", "001071000001", FieldStatus.Read)]
    [InlineData("vnm-id", "097071000001", FieldStatus.Failed)]
    [InlineData("vnm-id", "999071000001", FieldStatus.Attention)] // perhaps a country of birth
    [InlineData("phl-umid", "0111-1234567-8", FieldStatus.Read)]
    public void A_number_is_proved_by_the_rules_of_its_issuer(string type, string number, FieldStatus status) =>
        Assert.Equal(status, Prove(type, [("document_number", number)]).Field("document_number").Status);

    [Fact]
    public void Two_readings_of_one_picture_are_compared_by_what_they_mean()
    {
        var type = DocumentTypes.Find("khm-id")!;
        var first = Prove("khm-id", Khmer);
        var second = Prove("khm-id", [("birth_date", "1999-07-10"), ("sex", "F"), ("full_name", "SOK DARO"), ("expiry_date", "someday"), ("nationality", "KHM")]);
        var rows = SecondOpinion.Compare(type, first, second, Day).ToDictionary(row => row.Field, row => row.Agreement);
        Assert.Equal(
            (Agreement.Same, Agreement.Same, Agreement.Differ, Agreement.NotComparable, Agreement.OnlySecond, Agreement.OnlyFirst, Agreement.Neither),
            (rows["birth_date"], rows["sex"], rows["full_name"], rows["expiry_date"], rows["nationality"], rows["height_cm"], rows["card_kind"]));
    }

    [Fact]
    public void Front_and_back_that_tell_different_numbers_are_a_conflict()
    {
        var proof = DocumentTypes.Find("mys-mykad")!.Prove(
            new Evidence([Printed("document_number", "710716-08-6085") with { Side = CardSide.Front }, Printed("document_number", "710716-08-6086") with { Side = CardSide.Back }], [], false), Day);
        Assert.Equal(FieldStatus.Conflict, proof.Field("document_number").Status);
        Assert.Contains("cross.document_number.sides", proof.Codes());
    }

    private static Proof Prove(string type, (string Field, string Text)[] fields) =>
        DocumentTypes.Find(type)!.Prove(new Evidence([.. fields.Where(field => field.Text.Length > 0).Select(field => Printed(field.Field, field.Text))], [], false), Day);

    private static (string, string)[] With((string, string)[] fields, string field, string value) =>
        [.. fields.Select(row => row.Item1 == field ? (field, value) : row)];

    private static string[] KhmerZone(string birth, string sex, string expiry)
    {
        var first = "IDKHM010123456" + IcaoCheckDigit.Of("010123456") + new string('<', 15);
        string WithDigit(string date) => date + IcaoCheckDigit.Of(date);
        var (b, e) = (WithDigit(birth), WithDigit(expiry));
        var optional = new string('<', 11);
        return [first, $"{b}{sex}{e}KHM{optional}{IcaoCheckDigit.Of(first[5..] + b + e + optional)}", "SOK<<DARA".PadRight(30, '<')];
    }
}
