using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.House;

/// <summary>Every check of a national number's parts, of the dates and of the sides passes for some document and fails for some other.</summary>
public class ChecksTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    /// <summary>Type, then fields as name=value; numbers by the published algorithms, persons invented.</summary>
    private static readonly string[] Documents =
    [
        "idn-ktp;document_number=3171014509930001;birth_date=05-09-1993;sex=PEREMPUAN;issue_date=01-01-2013;expiry_date=05-09-2018;nationality=WNI;rt=001;rw=002;postcode=10110;religion=ISLAM;marital_status=BELUM KAWIN",
        "idn-ktp;document_number=9971013202930000;birth_date=05-09-2093;sex=LAKI-LAKI;issue_date=01-01-2099;expiry_date=31-02-2030",
        "idn-ktp;document_number=317101450993;birth_date=30-02-1993;issue_date=01-01-2020;expiry_date=01-01-2019",
        "idn-ktp;document_number=3171014509930001;birth_date=06-09-1993;sex=LAKI-LAKI;issue_date=06-09-1990;expiry_date=SEUMUR HIDUP",
        "idn-ktp;document_number=3171014509150001;birth_date=05-09-2015;sex=PEREMPUAN;issue_date=31-02-2013;expiry_date=01-01-2015;marital_status=BELUM KAWIN",
        "idn-ktp;birth_date=05-09-1993;issue_date=01-01-2016;expiry_date=01-01-2026",
        "idn-ktp;birth_date=05-09-1993;expiry_date=01-01-1990",
        "chn-id;document_number=11010519491231002X;birth_date=1949/12/31;sex=女;ethnicity=汉;issue_date=2010.07.21-长期;issuing_authority=北京市公安局",
        "chn-id;document_number=110105194902300021;birth_date=1949/12/30;sex=男;issue_date=2019.07.21-2029.07.21",
        "chn-id;document_number=110105194912310021;birth_date=1949/12/30;sex=男",
        "chn-id;document_number=123",
        "chn-id;document_number=100105194912310021;birth_date=1949-02-30",
        "mys-mykad;document_number=710716-08-6085;sex=LELAKI;birth_date=16-07-1971;nationality=WARGANEGARA;religion=ISLAM;postcode=50480",
        "mys-mykad;document_number=200716-08-0005;sex=PEREMPUAN;birth_date=17-07-2020",
        "mys-mykad;document_number=713216-00-6085;sex=PEREMPUAN;birth_date=30-02-1971",
        "mys-mykad;document_number=7107160860",
        "hkg-id;document_number=A123456(3);birth_date=01-01-1990;issue_date=01-01-2019;sex=女",
        "hkg-id;document_number=A123456(4);birth_date=01-01-2020;issue_date=01-01-2099",
        "hkg-id;document_number=1A;birth_date=30-02-2020;issue_date=01-01-1980",
        "hkg-id;birth_date=01-01-1990;issue_date=01-01-1980",
        "chl-id;document_number=12.345.678-5;sex=F;birth_date=01-01-1990;issue_date=01-01-2022;expiry_date=01-01-2032",
        "chl-id;document_number=12.345.678-6",
        "chl-id;document_number=ABC",
        "vnm-id;document_number=001171000001;birth_date=01-01-1971;sex=Nữ",
        "vnm-id;document_number=097071000001;birth_date=01-01-1972;sex=Nữ",
        "vnm-id;document_number=001299000001",
        "vnm-id;document_number=12",
        "alb-id;document_number=H15101001L;birth_date=01-01-1971;sex=F",
        "alb-id;document_number=H19901001A;birth_date=02-01-1971;sex=M",
        "alb-id;document_number=H15101001A;birth_date=02-01-1971;sex=M",
        "alb-id;document_number=1",
    ];

    /// <summary>Parts of numbers, cross-checks with the number, and days.</summary>
    [Theory]
    [InlineData("idn-ktp")]
    [InlineData("chn-id")]
    [InlineData("mys-mykad")]
    [InlineData("hkg-id")]
    [InlineData("chl-id")]
    [InlineData("vnm-id")]
    [InlineData("alb-id")]
    public void Every_rule_of_the_number_passes_for_one_document_and_fails_for_another(string id)
    {
        var type = DocumentTypes.Find(id)!;
        string[] codes = [.. type.Checks.Select(check => check.Code).Where(
            code => code.StartsWith(type.Number!.Id + ".", StringComparison.Ordinal) || code.EndsWith(".number", StringComparison.Ordinal))];
        Assert.NotEmpty(codes);
        AssertBothWays(codes, [.. Documents.Where(row => row.StartsWith(id + ";", StringComparison.Ordinal))]);
    }

    [Fact]
    public void Every_rule_of_the_days_passes_for_one_document_and_fails_for_another() => AssertBothWays(
        [.. DocumentTypes.All.SelectMany(type => type.Checks).Select(check => check.Code).Where(code => code.StartsWith("dates.", StringComparison.Ordinal)).Distinct(), "document.expired"],
        Documents);

    [Fact]
    public void A_failed_check_leaves_none_of_its_fields_verified_or_read()
    {
        foreach (var row in Documents)
        {
            var proof = Prove(row);
            foreach (var check in proof.Checks.Where(check => check.Result == CheckResult.Failed && check.Code != Findings.DocumentExpired))
            {
                Assert.Contains(check.Code, proof.Codes());
                Assert.All(
                    proof.Fields.Where(field => check.Fields.Contains(field.Name) && field.Original is not null),
                    field => Assert.True(field.Status >= FieldStatus.Attention, $"{check.Code} leaves {field.Name} {field.Status}"));
            }
        }
    }

    private static void AssertBothWays(string[] codes, string[] rows)
    {
        var seen = rows.SelectMany(row => Prove(row).Checks).Select(check => (check.Code, check.Result)).ToHashSet();
        Assert.Empty(codes.Where(code => !seen.Contains((code, CheckResult.Passed))).Select(code => code + " never passes"));
        Assert.Empty(codes.Where(code => !seen.Contains((code, CheckResult.Failed))).Select(code => code + " never fails"));
    }

    private static Proof Prove(string row)
    {
        var parts = row.Split(';');
        var claims = parts[1..].Select(part => part.Split('=', 2)).Select(part => Printed(part[0], part[1]));
        return DocumentTypes.Find(parts[0])!.Prove(new Evidence([.. claims], [], MrzAccepted: false), Day);
    }
}
