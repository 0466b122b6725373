using System.Text;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>Whatever services and zones claim, every type answers, and what it answers keeps the promises of a proof.</summary>
public class AnyEvidenceTests
{
    private static readonly string[] Words =
    [
        "", " ", "LELAKI", "LEAKI", "PEREMPUAN", "LAKI-LAKI", "男", "女", "ប្រុស", "ស្រី", "Nữ", "NU\u031B\u0303", "M", "F", "X", "<", "Ж/F", "长期", "ตลอดชีพ", "SEUMUR HIDUP",
        "១០.០៧.១៩៩៩", "1987/1/1", "26-12-1993", "2010.07.21-2030.07.21", "21 ก.ค. 2530", "31/02/1990", "29.02.2023", "00.00.1990", "12 AUG/AOUT 1974", "071699", "99999999",
        "១៥៨ ស.ម", "5'3\"", "3171015802860001", "317101580286O0O1", "11010519491231002X", "110000194912310022", "710716-08-6085", "A123456(3)", "12.345.678-5", "I05101999I",
        "001099012345", "1101400000006", "0111-1234567-8", "NGUYỄN VĂN A", "MUTHU A/L SAMY", "O'CONNOR", "ЗДРИЛЮК", "محمد", "王小明", "សុខ ដារា", "RT 001/002", "北京市朝阳区建国路1号",
        "ภูมิลำเนา", "\0", "\u202E", "\uD83D", "\uDE00", "\uFFFE", "𝟏𝟐𝟑", "1e309", "-1", "//", "((", "ＡＢＣ１２３",
    ];

    private static readonly string[][] Zones =
    [
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
        ["PNRUSZDRIL7K<<SERGEQ<ANATOL9EVI3<<<<<<<<<<<<", "3919353498RUS7207233M<<<<<<<4151218910003<50"],
        ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"],
        ["IDALB0251498016I05101999I<<<<<", "8001014F2901019ALB<<<<<<<<<<<4", "HOXHA<<ARBEN<<<<<<<<<<<<<<<<<<"],
        ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"],
        ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"],
        ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"],
        ["", ""],
        ["<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"],
    ];

    private static readonly DateOnly[] Days = [new(2026, 11, 21), DateOnly.MinValue, DateOnly.MaxValue, new(2000, 2, 29)];

    [Fact]
    public void No_evidence_makes_a_type_throw_or_break_its_promises()
    {
        var random = new Random(20261121);
        for (var i = 0; i < LongTests.Strings; i++)
        {
            var type = DocumentTypes.All[random.Next(DocumentTypes.All.Count)];
            var evidence = Make(type, random);

            var proof = type.Prove(evidence, Days[random.Next(Days.Length)]);

            foreach (var field in proof.Fields)
            {
                Assert.NotEmpty(field.Reason);
                if (field.Status == FieldStatus.Verified)
                {
                    Assert.NotNull(field.Normalised);
                    Assert.Contains(proof.Checks, check => check.Result == CheckResult.Passed && check.Fields.Contains(field.Name));
                }

                Assert.False(field.Status == FieldStatus.Missing && field.Original is not null, field.Name);
                // The text of a service is kept as it came.
                Assert.False(
                    field.Source == ClaimSource.Service && field.Rule?.Contains("part of the address", StringComparison.Ordinal) != true && field.Original is not null
                        && field.Name != FieldNames.FullName && !evidence.Claims.Any(claim => claim.Text == field.Original),
                    field.Name);
            }

            Assert.All(proof.Proposals, proposal => Assert.NotEqual(proposal.Before, proposal.After));
        }
    }

    private static Evidence Make(DocumentType type, Random random)
    {
        List<Claim> claims = [];
        foreach (var field in type.Fields)
        {
            for (var times = random.Next(5) switch { 0 => 0, 4 => 2, _ => 1 }; times > 0; times--)
            {
                claims.Add(new Claim(
                    field.Name, Text(random), random.Next(3) == 0 ? null : random.NextDouble(), random.Next(4) == 0 ? ClaimSource.LocalEngine : ClaimSource.Service,
                    random.Next(3) switch { 0 => CardSide.Front, 1 => CardSide.Back, _ => null }));
            }
        }

        string[] zone = random.Next(2) == 0 ? [] : [.. Zones[random.Next(Zones.Length)]];
        for (var changes = random.Next(4); changes > 0 && zone.Length > 0; changes--)
        {
            var line = random.Next(zone.Length);
            var position = random.Next(zone[line].Length + 1);
            zone[line] = zone[line][..position] + "AO01<é"[random.Next(6)] + zone[line][Math.Min(zone[line].Length, position + random.Next(3))..];
        }

        return new Evidence(claims, zone, random.Next(2) == 0);
    }

    private static string Text(Random random)
    {
        var word = Words[random.Next(Words.Length)];
        switch (random.Next(4))
        {
            case 0:
                return word + Words[random.Next(Words.Length)];
            case 1 when word.Length > 0:
                var text = new StringBuilder(word);
                text[random.Next(text.Length)] = Words[random.Next(Words.Length)] is { Length: > 0 } other ? other[random.Next(other.Length)] : '\u0301';
                return text.ToString();
            default:
                return word;
        }
    }
}
