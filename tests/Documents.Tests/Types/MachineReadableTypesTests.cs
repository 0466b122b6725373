using IdOcrPortal.Documents.Tests.Zones;
using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Types;

public class MachineReadableTypesTests
{
    [Theory]
    [InlineData(Specimens.Td3, "passport")]
    [InlineData(Specimens.Td1, "td1-card")]
    [InlineData(Specimens.Td1LongNumber, "td1-card")]
    [InlineData(Specimens.Td2, "td2-card")]
    [InlineData(Specimens.MrvA, "visa")]
    [InlineData(Specimens.MrvB, "visa")]
    [InlineData(Specimens.French, "fra-id")]
    public void The_type_of_a_zone_is_found_and_proves_its_key_fields(string lines, string id)
    {
        var type = DocumentTypes.Carrying(Specimens.Parse(lines));
        Assert.Equal(id, type?.Id);
        var proof = type!.Prove(Zone(lines), Today);
        Assert.Equal(id, proof.TypeId);
        Assert.Equal(type.Fields.Select(field => field.Name), proof.Fields.Select(field => field.Name));
        Assert.DoesNotContain(proof.Fields, field => field.Status is FieldStatus.Failed or FieldStatus.Conflict or FieldStatus.Missing);
        Assert.Equal(FieldStatus.Verified, proof.Field("document_number").Status);
        Assert.Equal(FieldStatus.Verified, proof.Field("birth_date").Status);
        Assert.Equal(FieldStatus.Verified, proof.Field("mrz").Status);
    }

    [Fact]
    public void No_type_carries_a_TD3_zone_that_is_no_passport() =>
        Assert.Null(DocumentTypes.Carrying(Specimens.Parse(Specimens.Td3.Replace("P<UTO", "X<UTO", StringComparison.Ordinal))));

    [Fact]
    public void The_composite_of_the_french_card_covers_names_and_sex_too()
    {
        var proof = DocumentTypes.Find("fra-id")!.Prove(Zone(Specimens.French), Today);
        Assert.All(proof.Fields.Where(field => field.Original is not null), field => Assert.Equal(FieldStatus.Verified, field.Status));
        Assert.Equal(["optional_data"], proof.Fields.Where(field => field.Original is null).Select(field => field.Name));
        Assert.Equal("CORINNE BERTHIER", proof.Field("full_name").Normalised);
        Assert.DoesNotContain(proof.Checks, check => check.Code.Contains("expir", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AC", true)]
    [InlineData("I<", true)]
    [InlineData("IV", false)]
    [InlineData("P<", false)]
    [InlineData("I1", false)]
    public void A_card_begins_with_A_C_or_I_and_never_goes_on_with_V(string code, bool allowed)
    {
        Assert.Equal(allowed, new Td1Card().AllowsDocumentCode(code));
        Assert.Equal(allowed, new Td2Card().AllowsDocumentCode(code));
    }
}
