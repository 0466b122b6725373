using System.Globalization;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;

namespace IdOcrPortal.Web.Tests.Submissions;

/// <summary>
/// What the vendors answer of cards, shaped as their published samples are: Khmer digits and a zone, a sex that is misread with confidence, a card of which
/// one side was read, a number that contradicts the date beside it. The holders are nobody; the numbers are the standards' examples or made by their rules.
/// </summary>
internal static class CardReadings
{
    /// <summary>A sound Cambodian card, in Khmer letters and digits, with its zone.</summary>
    public static Reading Cambodian(DateOnly today)
    {
        var (issue, expiry) = (today.AddYears(-3), today.AddYears(7));
        string[] zone = ZoneOf("012345678", "990710", 'F', expiry);
        return Read(
            "HuaweiCambodianCard", "khm-id", 0.98, zone,
            (FieldNames.DocumentNumber, "012345678"), (FieldNames.NameLocal, "សុខ សុភា"), (FieldNames.FullName, "SOK SOPHEA"),
            (FieldNames.BirthDate, "១០.០៧.១៩៩៩"), (FieldNames.Sex, "ស្រី"), (FieldNames.HeightCm, "១៥៨ ស.ម"),
            (FieldNames.BirthPlace, "សង្កាត់បឹងកេងកងទី១ ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ"),
            (FieldNames.Address, " ផ្ទះលេខ ១២ ផ្លូវ ៣១០ ក្រុមទី៤ ភូមិ៦ សង្កាត់បឹងកេងកងទី១ ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ"),
            (FieldNames.IssueDate, Khmer(issue)), (FieldNames.ExpiryDate, Khmer(expiry)), (FieldNames.PersonalFeatures, "ប្រជ្រុយចំ ០,៥ ស.ម លើចិញ្ចើមខាងឆ្វេង"));
    }

    /// <summary>The same card as <see cref="Cambodian"/>, by a service that misreads the height and the Khmer name, drops the address, and writes dates in Latin digits without confidence.</summary>
    public static Reading CambodianElsewhere(DateOnly today)
    {
        var reading = Cambodian(today);
        var claims = reading.Evidence.Claims
            .Where(claim => claim.Field != FieldNames.Address)
            .Select(claim => claim with
            {
                Confidence = null,
                Text = claim.Field switch
                {
                    FieldNames.BirthDate => "10/07/1999",
                    FieldNames.HeightCm => "153 cm",
                    FieldNames.NameLocal => "សុខ សុភី",
                    _ => claim.Text,
                },
            });
        return reading with { Service = "OtherCambodianCard", RequestId = "request-elsewhere", Evidence = reading.Evidence with { Claims = [.. claims] } };
    }

    /// <summary>Tencent's own sample of a MyKad: the sex misread as LEAKI with a confidence of 0.9999, the birthday empty.</summary>
    public static Reading MyKadWithMisreadSex() => Read(
        "TencentMalaysianCard", "mys-mykad", 0.9999, [],
        (FieldNames.DocumentNumber, "710716-08-6085"), (FieldNames.FullName, "CONTOH BIN SPESIMEN"), (FieldNames.Sex, "LEAKI"),
        (FieldNames.Address, "NO 12 JALAN CONTOH 3/4 TAMAN SPESIMEN INDAH 30250 IPOH PERAK"), (FieldNames.CardKind, "MyKad"),
        ("card_colour", "biru"))
        with
        {
            Warnings = [new Warning("TencentMalaysianCard", "-9107", Severity.Medium, "Light is reflected on the card.", "Whether it hides letters.")],
        };

    /// <summary>The front of a Chinese card with the number of the annex of GB 11643; nobody read the back.</summary>
    public static Reading ChineseFront() => Read(
        "TencentChineseCard", "chn-id", null, [],
        (FieldNames.FullName, "张样本"), (FieldNames.Sex, "女"), (FieldNames.Ethnicity, "汉"), (FieldNames.BirthDate, "1949/12/31"),
        (FieldNames.Address, "北京市朝阳区样本街道示例路三百六十八号院九号楼一单元一〇一室"), (FieldNames.DocumentNumber, "11010519491231002X"));

    /// <summary>A KTP whose NIK tells 26 December 1993 beside a printed 27 December.</summary>
    public static Reading KtpAgainstItsNumber() => Read(
        "AccuAuthKtp", "idn-ktp", null, [],
        (FieldNames.DocumentNumber, "3171032612930004"), (FieldNames.FullName, "CONTOH SPESIMEN"), (FieldNames.BirthDate, "27-12-1993"), (FieldNames.Sex, "LAKI-LAKI"),
        (FieldNames.Address, "JL. CONTOH SPESIMEN NO. 12"), (FieldNames.Rt, "003"), (FieldNames.Rw, "007"), (FieldNames.Village, "GAMBIR"), (FieldNames.District, "GAMBIR"),
        (FieldNames.City, "KOTA JAKARTA PUSAT"), (FieldNames.Province, "DKI JAKARTA"), (FieldNames.Religion, "ISLAM"), (FieldNames.MaritalStatus, "KAWIN"),
        (FieldNames.Occupation, "KARYAWAN SWASTA"), (FieldNames.Nationality, "WNI"));

    private static Reading Read(string service, string type, double? confidence, string[] zone, params (string Field, string Text)[] values) => new(
        service, "2025-12", type, new Evidence([.. values.Select(value => new Claim(value.Field, value.Text, confidence, ClaimSource.Service, CardSide.Front))], zone, MrzAccepted: zone.Length > 0),
        [], Rotation: 0, [], Enum.GetValues<Coverage>().ToDictionary(subject => subject, subject => subject == Coverage.Confidence && confidence is not null ? CoverageResult.RanClear : CoverageResult.NotOffered),
        Portrait: null, "request-" + type, "{}"u8.ToArray());

    // TD1 (Doc 9303 part 5 section 4.2).
    private static string[] ZoneOf(string number, string birth, char sex, DateOnly expiry)
    {
        var first = $"IDKHM{Protected(number)}".PadRight(30, '<');
        var (born, ends) = (Protected(birth), Protected(expiry.ToString("yyMMdd", CultureInfo.InvariantCulture)));
        var composite = IcaoCheckDigit.Of(first[5..] + born + ends + new string('<', 11));
        return [first, $"{born}{sex}{ends}KHM{new string('<', 11)}{composite}", "SOK<<SOPHEA".PadRight(30, '<')];
    }

    private static string Protected(string characters) => characters + IcaoCheckDigit.Of(characters);

    private static string Khmer(DateOnly date) =>
        string.Concat(date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture).Select(character => char.IsAsciiDigit(character) ? (char)(character - '0' + '០') : character));
}

/// <summary>Answers for one document type, as the vendor that reads it would, with the same reading every time.</summary>
internal sealed class CardService(string name, string? country, Func<Reading> answer) : IConnector
{
    private readonly Reading _first = answer();

    /// <summary>One service for each of <see cref="CardReadings"/>.</summary>
    public static IReadOnlyList<IConnector> All(DateOnly today) =>
    [
        new CardService("Huawei Cambodian card", "SG", () => CardReadings.Cambodian(today)),
        new CardService("Tencent Malaysian card", "SG", CardReadings.MyKadWithMisreadSex),
        new CardService("Tencent CI Chinese card", "CN", CardReadings.ChineseFront),
        new CardService("AccuAuth KTP", "ID", CardReadings.KtpAgainstItsNumber),
    ];

    /// <summary>Two services that read the same Cambodian card, the worse one first.</summary>
    public static IReadOnlyList<IConnector> TwoOpinions(DateOnly today) =>
    [
        new CardService("Other Cambodian card", "JP", () => CardReadings.CambodianElsewhere(today)),
        new CardService("Huawei Cambodian card", "SG", () => CardReadings.Cambodian(today)),
    ];

    public ConnectorInfo Info => new(_first.Service, name, Documentation: null, [_first.TypeId!], country, IsMetered: true);

    public Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken) => Task.FromResult(answer());
}
