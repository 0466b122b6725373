using System.Text.RegularExpressions;

namespace IdOcrPortal.Documents.Tests.Pictures;

/// <summary>The committed specimens: files and truth agree, every type is there, every truth proves, and no number is a living person's.</summary>
public class SpecimenTruthTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    public static TheoryData<int> SoundCards() =>
        [.. SpecimenTruth.Pictures.Where(picture => picture.Scenario is null).Select(picture => picture.Card).Distinct()];

    [Fact]
    public void Every_picture_has_its_truth_and_every_truth_its_picture()
    {
        Assert.Equal(
            Directory.GetFiles(SpecimenTruth.Folder, "*.jpg").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            SpecimenTruth.Pictures.Select(picture => picture.File).Order(StringComparer.Ordinal));
        Assert.InRange(SpecimenTruth.Pictures.Length, 40, int.MaxValue);
        Assert.InRange(Directory.GetFiles(SpecimenTruth.Folder).Sum(file => new FileInfo(file).Length), 1, 15_000_000);
    }

    [Fact]
    public void Every_type_has_a_sound_card_flat_and_photographed() => Assert.All(DocumentTypes.All, type => Assert.All(
        (string[])["clean", "phone"],
        version => Assert.Contains(SpecimenTruth.Pictures, picture => picture.Type == type.Id && picture.Version == version && picture.Side == "front" && picture.Scenario is null)));

    [Fact]
    public void A_code_names_one_side_of_one_card_and_fits_into_a_line_of_a_zone()
    {
        Assert.All(SpecimenTruth.Pictures, picture => Assert.Matches("^SPECIMEN<[A-Z]{3}<[A-Z0-9]+<[0-9]{4}<*$", picture.Code));
        Assert.All(SpecimenTruth.Pictures, picture => Assert.Equal(30, picture.Code.Length));
        Assert.All(SpecimenTruth.Pictures.GroupBy(picture => picture.Code), same => Assert.Single(same.Select(picture => (picture.Card, picture.Side)).Distinct()));
    }

    [Fact]
    public void A_picture_tells_only_fields_that_its_type_carries() => Assert.All(SpecimenTruth.Pictures, picture => Assert.All(
        picture.Fields.Keys, field => Assert.Contains(field, DocumentTypes.Find(picture.Type)!.Fields.Select(definition => definition.Name))));

    [Fact]
    public void A_portrait_lies_inside_of_its_picture_and_every_front_has_one()
    {
        Assert.All(SpecimenTruth.Pictures, picture => Assert.Equal(picture.Side == "front", picture.Portrait is not null));
        Assert.All(SpecimenTruth.Pictures.Where(picture => picture.Portrait is not null), picture =>
        {
            Assert.All(picture.Portrait!, value => Assert.InRange(value, 1, 2000));
            Assert.InRange((double)picture.Portrait![2] / picture.Portrait[3], 0.6, 0.95);
        });
    }

    [Theory]
    [MemberData(nameof(SoundCards))]
    public void A_sound_specimen_proves(int card)
    {
        var type = SpecimenTruth.Sides(card)[0].Type;
        var proof = DocumentTypes.Find(type)!.Prove(SpecimenTruth.Evidence(card), Today);
        Assert.Empty(proof.Fields.Where(field => field.Status >= FieldStatus.Attention).Select(field => $"{field.Name} {field.Status}: {field.Reason}"));

        // Utopia's documents are known as specimens; nothing else is wrong with any.
        string[] expected = SpecimenTruth.Sides(card)[0].Code.Contains("<UTO<", StringComparison.Ordinal) ? ["document.specimen"] : [];
        Assert.Equal(expected, proof.Checks.Where(check => check.Result == CheckResult.Failed).Select(check => check.Code));
        Assert.Equal(expected, proof.Findings.Where(finding => finding.Severity >= Severity.Medium).Select(finding => finding.Code));
    }

    [Fact]
    public void The_expired_passport_is_found_expired()
    {
        var expired = SpecimenTruth.Pictures.Single(picture => picture.Scenario == "expired");
        var proof = DocumentTypes.Find(expired.Type)!.Prove(SpecimenTruth.Evidence(expired.Card), Today);
        Assert.Contains("document.expired", proof.Findings.Select(finding => finding.Code));
        Assert.Empty(proof.Fields.Where(field => field.Status == FieldStatus.Missing).Select(field => field.Name));
    }

    [Fact]
    public void No_number_can_be_a_living_persons() => Assert.All(SpecimenTruth.Pictures.GroupBy(picture => picture.Card), card =>
    {
        var rule = card.First().Nobody;
        var texts = card.Where(picture => picture.Fields.ContainsKey(rule.Field)).Select(picture => picture.Fields[rule.Field]).ToList();
        Assert.NotEmpty(texts);
        Assert.NotEmpty(rule.Reason);
        Assert.All(texts, text => Assert.Matches(new Regex(rule.Pattern, RegexOptions.CultureInvariant), text));
    });

    [Fact]
    public void A_number_that_is_nobodys_by_its_day_of_birth_says_the_century_and_is_read_so_by_its_own_scheme()
    {
        Assert.All(Texts("chn-id", FieldNames.DocumentNumber), text => IsOfLongAgo(ChineseResidentNumber.Instance, text));
        Assert.All(Texts("alb-dl", FieldNames.PersonalNumber), text => IsOfLongAgo(AlbanianNumber.Instance, text));
    }

    private static void IsOfLongAgo(NumberScheme scheme, string text)
    {
        var reading = scheme.Read(scheme.Normalise(text), Today);
        Assert.False(reading.IsCenturyOpen);
        Assert.InRange(reading.BirthYear!.Value, 1800, 1902);
    }

    private static List<string> Texts(string type, string field)
    {
        var texts = SpecimenTruth.Pictures.Where(picture => picture.Type == type && picture.Side == "front").Select(picture => picture.Fields[field]).ToList();
        Assert.NotEmpty(texts);
        return texts;
    }
}
