using System.Text.RegularExpressions;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Tests.Truth;

/// <summary>What cards print becomes what the vendors' answers are written from.</summary>
public class PrintedTextTests
{
    private static readonly SpecimenBook Book = SpecimenBook.Load(Path.Combine(SpecimenFiles.Folder, "truth.json"));

    [Theory]
    [InlineData("១០.០៧.១៩៩៩", "1999-07-10")]
    [InlineData("20/08/1990", "1990-08-20")]
    [InlineData("03.01.2021", "2021-01-03")]
    [InlineData("28-02-1991", "1991-02-28")]
    [InlineData("1985/11/02", "1985-11-02")]
    [InlineData("14 FEB 1990", "1990-02-14")]
    [InlineData("20 ส.ค. 2563", "2020-08-20")]
    [InlineData("1898年7月15日", "1898-07-15")]
    [InlineData("SEUMUR HIDUP", "SEUMUR HIDUP")]
    [InlineData("31.02.2020", "31.02.2020")]
    [InlineData("14 XYZ 1990", "14 XYZ 1990")]
    [InlineData("1 ม.ค. 0001", "1 ม.ค. 0001")]
    public void Dates_of_all_scripts_and_eras_become_iso_and_what_is_none_stays(string printed, string expected) => Assert.Equal(expected, PrintedText.Date(printed));

    [Theory]
    [InlineData("sex", "ប្រុស", "M")]
    [InlineData("sex", "Nữ", "F")]
    [InlineData("sex", "男", "M")]
    [InlineData("sex", "LAKI-LAKI", "M")]
    [InlineData("sex", "PEREMPUAN", "F")]
    [InlineData("sex", "X", "X")]
    [InlineData("height_cm", "១៥៨ ស.ម", "158")]
    [InlineData("height_cm", "1.70", "170")]
    [InlineData("issue_date", "2015.03.02-长期", "2015-03-02")]
    [InlineData("expiry_date", "2015.03.02-长期", null)]
    [InlineData("expiry_date", "2015.03.02-2035.03.02", "2035-03-02")]
    [InlineData("document_number", "៩៩៩០០០១២៣", "៩៩៩០០០១២៣")]
    public void Words_and_measures_become_plain(string field, string printed, string? expected) =>
        Assert.Equal(expected, PrintedText.Fields(new Dictionary<string, string> { [field] = printed }, []).GetValueOrDefault(field));

    [Fact]
    public void Every_specimens_dates_sex_and_height_are_understood() => Assert.All(Book.All.SelectMany(specimen => specimen.Cards), card => Assert.All(card.Fields, field =>
    {
        var form = field.Key switch
        {
            "birth_date" or "issue_date" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "expiry_date" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$|^SEUMUR HIDUP$", "sex" => "^[MFX]$", "height_cm" => "^1[0-9]{2}$", _ => ".",
        };
        Assert.Matches(new Regex(form), field.Value);
    }));
}
