using IdOcrPortal.Documents.Tests.Types;

namespace IdOcrPortal.Documents.Tests.House;

/// <summary>
/// No check is for show: over the whole documents, a few further values, and each of them with one value or one character changed, every check of every type
/// is seen passed and seen failed. What cannot be seen so is listed, with the reason.
/// </summary>
public class CheckCoverageTests
{
    private const string NothingPrinted = "No printed value was read.";

    /// <summary>Checks that no document passes: type and code, then why.</summary>
    private static readonly Dictionary<string, string> NeverPasses = new()
    {
        ["phl-umid crn.check_digit"] = "how the last digit of a CRN is made is not published",
        ["mys-mytentera mys_service.check_digit"] = "no rule is published for service numbers, and a MyKad number has no check digit",
        ["mys-polis mys_service.check_digit"] = "no rule is published for service numbers, and a MyKad number has no check digit",
    };

    /// <summary>Checks that end in Not possible where others fail, beside those of words and codes (<see cref="CanFail"/>).</summary>
    private static readonly Dictionary<string, string> NeverFails = new()
    {
        ["phl-umid crn.check_digit"] = "how the last digit of a CRN is made is not published",
        ["mys-mytentera mys_service.check_digit"] = "no rule is published for service numbers, and a MyKad number has no check digit",
        ["mys-polis mys_service.check_digit"] = "no rule is published for service numbers, and a MyKad number has no check digit",
        ["chn-id document.sides"] = "the other side was not photographed: nothing is wrong, and something is not known",
    };

    /// <summary>Findings that speak of the zone as a whole or of the document, and belong to no check.</summary>
    private static readonly string[] WithoutCheck = ["mrz.fillers", "mrz.missing", "mrz.names.truncated", "mrz.not_accepted", "mrz.shape"];

    /// <summary>What some cards print and the whole documents leave out: a type, then lines as in a whole document.</summary>
    private static readonly (string TypeId, string Printed)[] Further =
    [
        ("alb-dl", "nationality ALB\nsex M"),
        ("hkg-id", "nationality CHN"),
        ("mys-ikad", "postcode 50450"),
        ("mys-mykad", "postcode 50450"),
        ("mys-mykas", "postcode 80000"),
        ("mys-mykid", "postcode 40000"),
        ("mys-mypr", "postcode 10400"),
        ("mys-mytentera", "document_number 900817-08-5121\nbirth_date 17-08-1990\nsex LELAKI\npostcode 57000"),
        ("mys-polis", "document_number 840617-08-6123\nbirth_date 17-06-1984\npostcode 50450"),
        ("tha-id", "nationality THA\nsex ชาย"),
        ("vnm-dl", "sex Nam"),
    ];

    /// <summary>What a misread, forged or foreign document holds in the place of a value.</summary>
    private static readonly string[] Misreadings =
        ["---", "?!", "1", "31-02-1990", "1990/02/31", "2099-01-01", "1890-01-01", "1950-01-01", "2024-01-01", "M", "F", "LELAKI", "ABCDEFGH", "999", "KHM", "USA"];

    public static TheoryData<string> Ids() => [.. DocumentTypes.All.Select(type => type.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_of_a_type_passes_for_one_document_and_fails_for_another(string id)
    {
        var type = DocumentTypes.Find(id)!;
        var seen = Proofs(id).SelectMany(proof => proof.Checks).Where(check => check.Detail != NothingPrinted)
            .Select(check => (check.Code, check.Result)).ToHashSet();
        AssertUnseen(NeverPasses, [.. type.Checks.Where(check => !seen.Contains((check.Code, CheckResult.Passed))).Select(check => $"{id} {check.Code}")]);
        AssertUnseen(
            NeverFails,
            [.. type.Checks.Where(check => CanFail(type, check) && !seen.Contains((check.Code, CheckResult.Failed))).Select(check => $"{id} {check.Code}")]);

        // Where nothing can fail, something has to be left open.
        Assert.Empty(type.Checks
            .Where(check => (!CanFail(type, check) || NeverFails.ContainsKey($"{id} {check.Code}")) && !seen.Contains((check.Code, CheckResult.NotPossible)))
            .Select(check => $"{check.Code} is never left open"));

        void AssertUnseen(Dictionary<string, string> listed, string[] unseen) => Assert.Equal(
            listed.Keys.Where(key => key.StartsWith(id + " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal), unseen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_finding_bears_the_code_of_a_check_that_did_not_pass_or_speaks_of_the_whole(string id)
    {
        foreach (var proof in Proofs(id))
        {
            var open = proof.Checks.Where(check => check.Result != CheckResult.Passed).Select(check => check.Code).Concat(WithoutCheck).ToHashSet();
            Assert.All(proof.Codes(), code => Assert.Contains(code, open));
            Assert.Empty(proof.Checks.Where(check => check.Result == CheckResult.Failed && !proof.Codes().Contains(check.Code)).Select(check => check.Code));
        }
    }

    [Fact]
    public void Every_finding_that_speaks_of_the_whole_is_seen() => Assert.Equal(
        WithoutCheck,
        DocumentTypes.All.SelectMany(type => Proofs(type.Id)).SelectMany(proof => proof.Codes()).Distinct().Intersect(WithoutCheck).Order(StringComparer.Ordinal));

    /// <summary>
    /// Whether a check can prove something wrong. A day of no calendar and a height that nobody has are wrong; a word or code that no list knows may be a
    /// misreading or a new word, so that its check leaves it open and the field asks for attention.
    /// </summary>
    private static bool CanFail(DocumentType type, CheckDefinition check) =>
        !check.Code.StartsWith("value.", StringComparison.Ordinal) || type.DefinitionOf(check.Fields[0]).Form is DateForm or HeightForm;

    private static IEnumerable<Proof> Proofs(string id)
    {
        var whole = WholeDocuments.Of(id);
        var further = Further.Where(row => row.TypeId == id).Select(row => new WholeDocument(id, row.Printed, whole.Broken));
        return ((WholeDocument[])[whole, .. further]).SelectMany(document => Misread(document).Concat(InZone(document)).Select(document.Prove));
    }

    private static IEnumerable<Evidence> Misread(WholeDocument document)
    {
        var good = document.Good();
        yield return good;
        yield return document.Bad();
        yield return good with { Claims = [.. good.Claims.Where(claim => claim.Side == CardSide.Front)] };
        foreach (var (place, text) in document.Lines)
        {
            foreach (var other in Misreadings)
            {
                yield return document.With(place, other);
            }

            for (var i = 0; place == FieldNames.DocumentNumber && i < text.Length; i++)
            {
                foreach (var character in "0123456789")
                {
                    yield return document.With(place, With(text, i, character));
                }
            }
        }
    }

    private static IEnumerable<Evidence> InZone(WholeDocument document)
    {
        var zone = document.Filled();
        if (zone.Length == 0)
        {
            yield break;
        }

        for (var line = 0; line < zone.Length; line++)
        {
            for (var i = 0; i < zone[line].Length; i++)
            {
                foreach (var character in "09AH<?")
                {
                    yield return document.WithZone([.. zone.Select((text, at) => at == line ? With(text, i, character) : text)]);
                }
            }
        }

        // Utopia in the place of the issuer, names to the last place, and what a reader leaves of a zone.
        yield return document.WithZone([string.Concat(zone[0].AsSpan(0, 2), "UTO", zone[0].AsSpan(5)), .. zone[1..]]);
        yield return document.WithZone([.. zone.Select(text => text.Any(char.IsDigit) ? text : text.TrimEnd('<').PadRight(text.Length, 'A'))]);
        yield return document.WithZone([]);
        yield return document.WithZone([.. zone.Select(text => text.EndsWith("<<", StringComparison.Ordinal) ? text[..^1] : text)]);
        yield return document.WithZone([zone[0]]);
        yield return document.Good() with { MrzAccepted = false };

        // The zone of another document.
        foreach (var other in WholeDocuments.All.Where(other => other.Zone.Length > 0))
        {
            yield return document.WithZone(other.Filled());
        }
    }

    private static string With(string text, int at, char character) => string.Concat(text.AsSpan(0, at), [character], text.AsSpan(at + 1));
}
