using System.Globalization;
using System.Text;

namespace IdOcrPortal.Documents.Tests.Zones;

public class RandomTextTests
{
    private const string Zone = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<<<<<<<<<<";

    private static readonly int Count = LongTests.AreOn ? 1_000_000 : 20_000;

    private static readonly string[] Sound =
        [Specimens.Td3, Specimens.Td1, Specimens.Td2, Specimens.MrvA, Specimens.MrvB, Specimens.Td1LongNumber, Specimens.Td2LongNumber, Specimens.French];

    private static readonly string[] AllFields =
        [.. typeof(FieldNames).GetFields().Select(field => (string)field.GetRawConstantValue()!), "composite", "nothing"];

    [Fact]
    public void No_text_makes_a_rule_throw_and_none_makes_a_doubtful_zone_verified()
    {
        var random = new Random(9303);
        var parsed = 0;
        for (var i = 0; i < Count; i++)
        {
            var lines = Lines(random);
            var accepted = random.Next(2) == 0;
            var today = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            List<Claim> claims = [];
            if (Mrz.TryParse(lines, out var mrz, out _))
            {
                parsed++;
                claims.AddRange(MrzClaims.From(mrz, null));
                Assert.Equal(mrz.AllCheckDigitsValid, mrz.CheckDigits.All(digit => digit.IsValid));
                AskEverything(mrz, today);
            }

            for (var claim = random.Next(4); claim > 0; claim--)
            {
                claims.Add(new Claim(
                    Any(random, Types.Proofs.PassportType.Fields).Name, Text(random, random.Next(1, 30)), random.Next(3) == 0 ? null : random.NextDouble(),
                    Any(random, Enum.GetValues<ClaimSource>())));
            }

            var type = Any(random, DocumentTypes.All);
            var proof = type.Prove(new Evidence(claims, lines, accepted), today);
            Assert.Equal(type.Fields.Select(field => field.Name), proof.Fields.Take(type.Fields.Count).Select(field => field.Name));
            if (!accepted)
            {
                // What a national number proves needs no zone.
                Assert.DoesNotContain(proof.Fields, field => field is { Status: FieldStatus.Verified, Source: ClaimSource.Mrz });
            }

            _ = Approval.Blockers(type, proof, proof.Fields.Select(field => field.Name).ToHashSet());
        }

        // About two of three are of a known shape, so the rules are really asked.
        Assert.InRange(parsed, Count / 2, Count);
    }

    [Fact]
    public void No_text_under_an_issuers_code_makes_its_rules_throw()
    {
        var random = new Random(2026);
        var issuers = IssuerRules.All.Select(rule => (rule.Issuer, Format: rule.Formats[0])).Distinct().ToList();
        var judged = 0;
        for (var i = 0; i < Count; i++)
        {
            var (issuer, format) = Any(random, issuers);
            var lines = ZoneGenerator.Make(format, random.Next()).Lines;
            lines[0] = Any(random, ["ID", "PN", "P<", "I<"]) + issuer.PadRight(3, '<') + lines[0][5..];
            if (random.Next(2) == 0)
            {
                // National numbers are digits: random letters alone would end at their shape.
                var (line, start, room) = format == MrzFormat.Td3 ? (1, 28, 14) : Any(random, [(0, 15, 15), (1, 18, 11)]);
                var digits = string.Concat(Enumerable.Range(0, random.Next(room + 1)).Select(_ => (char)('0' + random.Next(10)))).PadRight(room, '<');
                lines[line] = lines[line][..start] + digits + lines[line][(start + room)..];
            }

            if (random.Next(4) == 0)
            {
                var at = random.Next(lines[1].Length);
                lines[1] = lines[1][..at] + (char)random.Next(1, 0x2FFF) + lines[1][(at + 1)..];
            }

            Assert.True(Mrz.TryParse(lines, out var mrz, out _));
            judged += AskEverything(mrz, DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)));
        }

        Assert.InRange(judged, Count, int.MaxValue);
    }

    /// <summary>Asks a zone all that it can be asked; returns how many issuers' rules judged it.</summary>
    private static int AskEverything(Mrz mrz, DateOnly today)
    {
        foreach (var field in AllFields)
        {
            _ = mrz.Text(field);
        }

        foreach (var span in mrz.Spans)
        {
            Assert.Equal(span.Length, mrz.Characters(span).Length);
        }

        _ = (mrz.Names, mrz.Sex, mrz.IssuingState, mrz.Nationality, mrz.HasLongNumber, mrz.BirthDate(today).Iso, mrz.ExpiryDate(today).Rule);
        _ = DocumentCodes.Describe(mrz.DocumentCode);
        _ = RussianInternalPassport.InCyrillic(mrz.Names.Primary);
        var faults = mrz.Faults(today);
        var repairs = MrzRepairs.Propose(mrz, today);
        Assert.InRange(repairs.Count, 0, 1);
        Assert.True(repairs.Count == 0 || faults != MrzFaults.None);
        var rules = IssuerRules.Of(mrz);
        foreach (var rule in rules)
        {
            var answer = rule.Judge(mrz, today);
            Assert.True(answer.Result == CheckResult.Failed || answer.IsCertain);
            Assert.NotEmpty(answer.Detail);
        }

        return rules.Count;
    }

    private static string[] Lines(Random random)
    {
        switch (random.Next(3))
        {
            case 0:
                return [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random, random.Next(50)))];
            case 1:
                var (count, width) = Any(random, [(3, 30), (2, 36), (2, 44)]);
                return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, width).Select(_ => Any(random, Zone.ToCharArray()))))];
            default:
                var text = new StringBuilder(Any(random, Sound));
                for (var change = random.Next(6); change > 0; change--)
                {
                    var at = random.Next(text.Length);
                    text[at] = text[at] == '\n' ? '\n' : random.Next(4) == 0 ? (char)random.Next(1, 0x2FFF) : Any(random, Zone.ToCharArray());
                }

                return text.ToString().Split('\n');
        }
    }

    private static string Text(Random random, int length)
    {
        switch (random.Next(4))
        {
            case 0:
                return random.Next(1900, 2100).ToString(CultureInfo.InvariantCulture) + Any(random, ["-", "/", "."]) + random.Next(20) + "-" + random.Next(40);
            case 1:
                return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(0x10000)));
            default:
                return string.Concat(Enumerable.Range(0, length).Select(_ => Any(random, Zone.ToCharArray())));
        }
    }

    private static T Any<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
