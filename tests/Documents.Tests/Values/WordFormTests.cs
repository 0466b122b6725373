namespace IdOcrPortal.Documents.Tests.Values;

public class WordFormTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    private static readonly SexForm Everywhere = new(
        SexVocabulary.Khmer, SexVocabulary.Malay, SexVocabulary.Chinese, SexVocabulary.Vietnamese, SexVocabulary.Thai, SexVocabulary.Albanian, SexVocabulary.Spanish,
        SexVocabulary.Portuguese, SexVocabulary.French, SexVocabulary.Russian, SexVocabulary.Ukrainian, SexVocabulary.Urdu, SexVocabulary.Hindi);

    [Theory]
    [InlineData("ប្រុស", Sex.Male)]
    [InlineData("ស្រី", Sex.Female)]
    [InlineData("LELAKI", Sex.Male)]
    [InlineData("Perempuan", Sex.Female)]
    [InlineData("男", Sex.Male)]
    [InlineData(" 女 ", Sex.Female)]
    [InlineData("Male", Sex.Male)]
    [InlineData("FEMALE", Sex.Female)]
    [InlineData("m", Sex.Male)]
    [InlineData("F", Sex.Female)]
    [InlineData("X", Sex.Unspecified)]
    [InlineData("<", Sex.Unspecified)]
    [InlineData("NAM", Sex.Male)]
    [InlineData("Nữ", Sex.Female)]
    [InlineData("ชาย", Sex.Male)]
    [InlineData("หญิง", Sex.Female)]
    [InlineData("Femër", Sex.Female)]
    [InlineData("FEMENINO", Sex.Female)]
    [InlineData("FEMININO", Sex.Female)]
    [InlineData("МУЖ/M", Sex.Male)]
    [InlineData("М/M", Sex.Male)]
    [InlineData("Ч/M", Sex.Male)]
    [InlineData("Ж / F", Sex.Female)]
    [InlineData("NAM/M", Sex.Male)]
    [InlineData("男 (M)", Sex.Male)]
    [InlineData("男 M", Sex.Male)]
    [InlineData("女　F", Sex.Female)]
    [InlineData("Ж F", Sex.Female)]
    [InlineData("عورت", Sex.Female)]
    [InlineData("पुरुष", Sex.Male)]
    public void Reads_a_word_for_the_sex(string text, Sex sex)
    {
        var reading = Everywhere.Read(text, Today);
        Assert.Equal((sex, sex.Letter(), ReadingTrouble.None), (reading.Sex!.Value, reading.Normalised, reading.Trouble));
    }

    [Theory]
    [InlineData("LAKI-LAKI")]
    [InlineData("LAKI - LAKI")]
    [InlineData("LAKI LAKI")]
    [InlineData("laki–laki")]
    [InlineData("L")]
    public void Reads_laki_laki_however_it_is_parted(string text) => Assert.Equal("M", new SexForm(SexVocabulary.Indonesian).Read(text, Today).Normalised);

    [Theory]
    [InlineData("LEAKI", "LELAKI")]
    [InlineData("LELAK1", "LELAKI")]
    [InlineData("PEREMPUAM", "PEREMPUAN")]
    [InlineData("PREMPUAN", "PEREMPUAN")]
    [InlineData("EPREMPUAN", "PEREMPUAN")]
    [InlineData("FEMLAE", "FEMALE")]
    [InlineData("MAL", "MALE")]
    public void A_near_miss_is_proposed_and_never_taken(string text, string proposal)
    {
        var reading = new SexForm(SexVocabulary.Malay).Read(text, Today);
        Assert.Equal((null, ReadingTrouble.NearMiss, proposal, (Sex?)null), (reading.Normalised, reading.Trouble, reading.Proposal, reading.Sex));
    }

    [Theory]
    [InlineData("EMALE")] // one from MALE and one from FEMALE
    [InlineData("KUCING")]
    [InlineData("H")]
    [InlineData("M/F")]
    [InlineData("")]
    [InlineData("/")]
    public void What_is_near_no_sex_or_two_is_unreadable(string text)
    {
        var reading = new SexForm(SexVocabulary.Malay).Read(text, Today);
        Assert.Equal((null, ReadingTrouble.Unreadable, null), (reading.Normalised, reading.Trouble, reading.Proposal));
    }

    [Fact]
    public void Another_languages_word_is_not_taken() =>
        Assert.Equal(ReadingTrouble.Unreadable, new SexForm(SexVocabulary.Khmer).Read("PEREMPUAN", Today).Trouble);

    [Theory]
    [InlineData("ISLAM", "islam")]
    [InlineData("Budha", "buddhist")]
    [InlineData("KHONGHUCU", "confucian")]
    [InlineData("KATHOLIK", "catholic")]
    [InlineData("KEPERCAYAAN TERHADAP TUHAN YME", "belief")]
    public void Reads_a_religion(string text, string normalised) => Assert.Equal(normalised, WordForm.Religion.Read(text, Today).Normalised);

    [Theory]
    [InlineData("BELUM KAWIN", "single")]
    [InlineData("KAWIN", "married")]
    [InlineData("Kawin Tercatat", "married")]
    [InlineData("CERAI HIDUP", "divorced")]
    [InlineData("CERAI MATI", "widowed")]
    [InlineData("BELUMKAWIN", "single")]
    public void Reads_a_marital_status(string text, string normalised) => Assert.Equal(normalised, WordForm.MaritalStatus.Read(text, Today).Normalised);

    [Theory]
    [InlineData("ISLAN", "ISLAM")]
    [InlineData("KRlSTEN", "KRISTEN")]
    public void Proposes_a_religion(string text, string proposal)
    {
        var reading = WordForm.Religion.Read(text, Today);
        Assert.Equal((null, ReadingTrouble.NearMiss, proposal), (reading.Normalised, reading.Trouble, reading.Proposal));
    }

    [Theory]
    [InlineData("汉", "Han")]
    [InlineData("汉族", "Han")]
    [InlineData("维吾尔", "Uygur")]
    [InlineData("Han", "Han")]
    [InlineData("基诺族", "Jino")]
    public void Reads_a_people_of_china(string text, string normalised) => Assert.Equal(normalised, WordForm.Ethnicity.Read(text, Today).Normalised);

    [Fact]
    public void There_are_56_peoples_each_with_its_own_sign_and_name()
    {
        Assert.Equal(56, WordForm.Ethnicity.Words.Select(word => word.Normalised).Distinct().Count());
        Assert.Equal(56 * 3, WordForm.Ethnicity.Words.Select(word => word.Printed).Distinct().Count());
    }

    [Theory]
    [InlineData("WNI", "IDN")]
    [InlineData("WNA", NationalityWord.Foreigner)]
    [InlineData("WARGANEGARA", "MYS")]
    [InlineData("BUKAN WARGANEGARA", NationalityWord.Foreigner)]
    [InlineData("中国", "CHN")]
    [InlineData("ខ្មែរ", "KHM")]
    [InlineData("Việt Nam", "VNM")]
    [InlineData("ไทย", "THA")]
    [InlineData("Malaysia", "MYS")]
    [InlineData("MYS", "MYS")]
    [InlineData("УКРАЇНА/UKRAINE", "UKR")]
    public void Reads_a_nationality(string text, string code) => Assert.Equal(code, NationalityWord.Instance.Read(text, Today).Normalised);

    [Fact]
    public void Proposes_a_country_for_a_misread_name_but_not_for_a_code()
    {
        Assert.Equal("WARGANEGARA", NationalityWord.Instance.Read("WARGANEGRA", Today).Proposal);
        Assert.Equal((null, ReadingTrouble.Unreadable), (NationalityWord.Instance.Read("WNQ", Today).Proposal, NationalityWord.Instance.Read("WNQ", Today).Trouble));
    }

    [Theory]
    [InlineData("001", "001")]
    [InlineData("1", "001")]
    [InlineData("RT. 07", "007")]
    [InlineData("០០១", "001")]
    [InlineData("0001", null)]
    [InlineData("", null)]
    public void Reads_a_neighbourhood(string text, string? number) => Assert.Equal(number, NumberText.Rt.Read(text, Today).Normalised);

    [Fact]
    public void A_postcode_has_its_length_and_look_alikes_are_only_proposed()
    {
        Assert.Equal("50480", NumberText.Postcode5.Read("50480", Today).Normalised);
        Assert.Null(NumberText.Postcode5.Read("5048", Today).Normalised);
        Assert.Equal((null, "50480"), (NumberText.Postcode5.Read("5O48O", Today).Normalised, NumberText.Postcode5.Read("5O48O", Today).Proposal));
        Assert.Equal("100 000".Replace(" ", "", StringComparison.Ordinal), NumberText.Postcode6.Read("100 000", Today).Normalised);
    }

    [Theory]
    [InlineData("១៥៨ ស.ម", "158")]
    [InlineData("158", "158")]
    [InlineData("158 cm", "158")]
    [InlineData("1.58 m", "158")]
    [InlineData("1,58", "158")]
    [InlineData("165CM", "165")]
    [InlineData("165 ស.ម.", "165")]
    [InlineData("5'7\"", "170")]
    [InlineData("5 ft 7 in", "170")]
    [InlineData("6'", "183")]
    [InlineData("157.5 cm", "158")]
    public void Reads_a_height_in_centimetres(string text, string centimetres) => Assert.Equal(centimetres, HeightForm.Instance.Read(text, Today).Normalised);

    [Theory]
    [InlineData("15 cm", ReadingTrouble.Impossible, null)]
    [InlineData("1580", ReadingTrouble.Impossible, null)]
    [InlineData("29", ReadingTrouble.Impossible, null)]
    [InlineData("273", ReadingTrouble.Impossible, null)]
    [InlineData("tall", ReadingTrouble.Unreadable, null)]
    [InlineData("158 kg", ReadingTrouble.Unreadable, null)]
    [InlineData("l58", ReadingTrouble.Unreadable, "158")]
    public void Judges_a_height(string text, ReadingTrouble trouble, string? proposal)
    {
        var reading = HeightForm.Instance.Read(text, Today);
        Assert.Equal((null, trouble, proposal), (reading.Normalised, reading.Trouble, reading.Proposal));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(272)]
    public void The_limits_of_a_height_belong_to_it(int height) => Assert.Equal($"{height}", HeightForm.Instance.Read($"{height} cm", Today).Normalised);
}
