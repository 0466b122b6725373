using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>Cards whose zone has the card's own number in the place of the document number, and the national number in the optional data.</summary>
public class NumberInZoneTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("vnm-id", "ID", "VNM", "171000001", "001171000001", "", "001171000001")]
    [InlineData("chl-id", "IN", "CHL", "000003131", "S36", "12345678<5", "123456785")]
    [InlineData("alb-id", "ID", "ALB", "AB1234567", "H15101001L", "", "H15101001L")]
    public void The_zone_alone_tells_the_national_number(string id, string code, string state, string card, string first, string second, string number)
    {
        var (type, proof) = Prove(id, Zone(code, state, card, first, second));
        Assert.Equal((number, FieldStatus.Verified), (proof.Field("document_number").Normalised, proof.Field("document_number").Status));
        Assert.Equal(["mrz"], proof.Check("mrz.document_number.digit").Fields.Where(field => field != "personal_number"));
        Assert.DoesNotContain(proof.Findings, finding => finding.Severity == Severity.Critical);
        Assert.Empty(Approval.Blockers(type, proof, new HashSet<string> { "full_name", "sex" }));
    }

    [Fact]
    public void A_printed_number_that_the_optional_data_contradict_is_a_conflict()
    {
        var zone = Zone("IN", "CHL", "000003131", "S36", "12345678<5");
        var proof = Prove("chl-id", zone, Printed("document_number", "11.111.111-1"), Printed("personal_number", "000003131")).Proof;
        Assert.Equal((FieldStatus.Conflict, FieldStatus.Verified), (proof.Field("document_number").Status, proof.Field("personal_number").Status));
        Assert.Equal(CheckResult.Failed, Prove("chl-id", zone, Printed("personal_number", "000003132")).Proof.Check("cross.personal_number.printed_mrz").Result);
    }

    [Fact]
    public void Optional_data_that_are_no_number_leave_the_number_open()
    {
        var proof = Prove("vnm-id", Zone("ID", "VNM", "171000001", "", "")).Proof;
        Assert.Equal((null, FieldStatus.Missing), (proof.Field("document_number").Original, proof.Field("document_number").Status));
    }

    private static (DocumentType Type, Proof Proof) Prove(string id, string[] zone, params Claim[] claims)
    {
        var type = DocumentTypes.Find(id)!;
        return (type, type.Prove(new Evidence(claims, zone, MrzAccepted: true), Day));
    }

    private static string[] Zone(string code, string state, string card, string first, string second)
    {
        static string WithDigit(string text) => text + IcaoCheckDigit.Of(text);
        var upper = code + state + WithDigit(card) + first.PadRight(15, '<');
        var (birth, expiry, optional) = (WithDigit("710101"), WithDigit("310101"), second.PadRight(11, '<'));
        return [upper, $"{birth}F{expiry}{state}{optional}{IcaoCheckDigit.Of(upper[5..] + birth + expiry + optional)}", "CONTOH<<ANNA".PadRight(30, '<')];
    }
}
