namespace IdOcrPortal.Documents.Tests.Zones;

public class RussianInternalPassportTests
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    // Made: series 45 11, number 123456, born 2 January 1985, issued 3 March 2012 by division 770-001.
    private static readonly string Made = Zone("451123456", "850102", "1120303770001<");

    [Fact]
    public void Its_names_and_its_empty_expiry_break_no_rule()
    {
        var mrz = Specimens.Parse(Made);
        Assert.True(RussianInternalPassport.Is(mrz));
        Assert.Equal(MrzFaults.None, mrz.Faults(Today));
        Assert.Equal(MrzNameShape.WellFormed, mrz.Names.Shape);
        Assert.Equal(CheckResult.Passed, Judge(Made, "optional_data").Result);
        Assert.Equal(CheckResult.Passed, Judge(Made, "no_expiry").Result);
        Assert.Equal(CheckResult.Passed, Judge(Made, "issue_date").Result);
        Assert.Equal(CheckResult.Passed, Judge(Made, "series_year").Result);
    }

    [Fact]
    public void The_same_name_in_a_passport_for_travel_is_not_well_formed()
    {
        var abroad = Made.Replace("PNRUS", "P<RUS", StringComparison.Ordinal);
        Assert.Equal(MrzNameShape.IllegalCharacter, Specimens.Parse(abroad).Names.Shape);
        Assert.Equal(CheckResult.NotApplicable, Judge(abroad, "optional_data").Result);
    }

    [Theory]
    [InlineData("451123456", "850102", "112030377000<<", "optional_data", CheckResult.Failed)]
    [InlineData("451123456", "850102", "1121303770001<", "issue_date", CheckResult.Failed)] // month 13
    [InlineData("451123456", "010102", "1120303770001<", "issue_date", CheckResult.Failed)] // eleven years old
    [InlineData("451123456", "980303", "1120303770001<", "issue_date", CheckResult.Passed)] // on the fourteenth birthday
    [InlineData("450123456", "850102", "9120303770001<", "series_year", CheckResult.Passed)] // blank of 2009
    [InlineData("450123456", "850102", "8120303770001<", "series_year", CheckResult.Failed)] // blank of 2008
    [InlineData("451123456", "850102", "3120303770001<", "series_year", CheckResult.Passed)] // blank of 2013, used at the turn of the year
    [InlineData("451123456", "850102", "4120303770001<", "series_year", CheckResult.Failed)] // blank of 2014
    [InlineData("451123456", "8501<<", "1120303770001<", "issue_date", CheckResult.NotPossible)]
    public void Holds_series_issue_and_birth_against_one_another(string number, string birth, string optional, string rule, CheckResult result) =>
        Assert.Equal(result, Judge(Zone(number, birth, optional), rule).Result);

    [Theory]
    [InlineData("IVANOV IVAN IVANOVI3", "ИВАНОВ ИВАН ИВАНОВИЧ")]
    [InlineData("ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")]
    [InlineData("ALEKSEQ", "АЛЕКСЕЙ")]
    [InlineData("IVAN0V", null)]
    [InlineData("", "")]
    public void Reads_a_name_back_into_Cyrillic(string name, string? cyrillic) => Assert.Equal(cyrillic, RussianInternalPassport.InCyrillic(name));

    private static AspectResult Judge(string lines, string rule)
    {
        var mrz = Specimens.Parse(lines);
        return IssuerRules.Of(mrz).Single(candidate => candidate.Code == $"mrz.issuer.rus.internal.{rule}").Judge(mrz, Today);
    }

    private static string Zone(string number, string birth, string optional)
    {
        var second = number + ZoneGenerator.Digit(number) + "RUS" + birth + ZoneGenerator.Digit(birth) + "M<<<<<<<" + optional + ZoneGenerator.Digit(optional);
        return "PNRUSIVANOV<<IVAN<IVANOVI3<<<<<<<<<<<<<<<<<<\n" + second + ZoneGenerator.Digit(second[..10] + second[13..20] + second[21..43]);
    }

    [Theory]
    [InlineData("ЗДРИЛЮК СЕРГЕЙ АНАТОЛЬЕВИЧ", CheckResult.Passed)]
    [InlineData("Сергей Анатольевич Здрилюк", CheckResult.Passed)]
    [InlineData("ЗДРИЛЮК СЕРГЕИ\u0306 АНАТОЛЬЕВИЧ", CheckResult.Passed)]
    [InlineData("ЗДРИЛЮК СЕРГЕЙ АНАТОЛЕВИЧ", CheckResult.Failed)]
    [InlineData("ЗДРИЛЮК СЕРГЕЙ", CheckResult.Failed)]
    [InlineData("ZDRILYUK SERGEI ANATOLEVICH", CheckResult.NotPossible)]
    public void A_name_printed_in_Cyrillic_is_compared_letter_by_letter(string printed, CheckResult result)
    {
        string[] lines = ["PNRUSZDRIL7K<<SERGEQ<ANATOL9EVI3<<<<<<<<<<<<", "3919353498RUS7207233M<<<<<<<4151218910003<50"];

        var proof = DocumentTypes.Find("passport")!.Prove(
            new Evidence([new Claim(FieldNames.FullName, printed, 0.97, ClaimSource.Service)], lines, true), new DateOnly(2026, 1, 1));

        Assert.Equal(result, proof.Checks.Single(check => check.Code == "cross.full_name.printed_mrz").Result);
    }

    [Theory]
    [InlineData("ПЁТР", "PETR", false, true)]
    [InlineData("ПЁТР", "P2TR", false, true)]
    [InlineData("АЛЕКСАНДР КОНСТАНТИНОПОЛЬСКИЙ", "ALEKSANDR KONSTANT", true, true)]
    [InlineData("АЛЕКСАНДР КОНСТАНТИНОПОЛЬСКИЙ", "ALEKSANDR KONSTANT", false, false)]
    [InlineData("ИВАН", "5", false, null)]
    public void E_may_stand_for_Yo_and_a_full_field_cut_the_name(string printed, string zone, bool truncated, bool? agree) =>
        Assert.Equal(agree, RussianInternalPassport.Agree(printed, zone, truncated));
}
