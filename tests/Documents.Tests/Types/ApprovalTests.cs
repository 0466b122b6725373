using IdOcrPortal.Documents.Tests.Zones;
using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Types;

public class ApprovalTests
{
    [Fact]
    public void Name_and_sex_block_until_a_person_confirms_them()
    {
        var proof = Zone(Specimens.Td3).Prove();
        Assert.Equal(["full_name", "sex"], Approval.Blockers(PassportType, proof, Nothing).Select(blocker => blocker.Field));
        Assert.Equal(["sex"], Approval.Blockers(PassportType, proof, new HashSet<string> { "full_name" }).Select(blocker => blocker.Field));
        Assert.Empty(Approval.Blockers(PassportType, proof, new HashSet<string> { "full_name", "sex" }));
    }

    [Theory]
    [InlineData(FieldStatus.Verified, FieldStatus.Confirmed)]
    [InlineData(FieldStatus.Read, FieldStatus.Confirmed)]
    [InlineData(FieldStatus.Attention, FieldStatus.Confirmed)]
    [InlineData(FieldStatus.Missing, FieldStatus.Missing)]
    [InlineData(FieldStatus.Conflict, FieldStatus.Conflict)]
    [InlineData(FieldStatus.Failed, FieldStatus.Failed)]
    public void A_confirmation_heals_doubt_but_neither_failure_nor_conflict(FieldStatus before, FieldStatus after)
    {
        Assert.Equal(after, Approval.WithConfirmation(before, isConfirmed: true));
        Assert.Equal(before, Approval.WithConfirmation(before, isConfirmed: false));
    }

    [Fact]
    public void A_failed_field_that_is_no_key_field_blocks_as_well()
    {
        var proof = Zone(Specimens.Td3[..^1] + "1").Prove();
        var all = proof.Fields.Select(field => field.Name).ToHashSet();
        Assert.Equal(["mrz"], Approval.Blockers(PassportType, proof, all).Select(blocker => blocker.Field));
    }

    [Fact]
    public void Nothing_that_was_not_read_can_be_confirmed()
    {
        var proof = new Evidence([], [], false).Prove();
        var confirmed = Approval.WithConfirmations(proof, proof.Fields.Select(field => field.Name).ToHashSet());
        Assert.Equal(proof.Fields.Select(field => field.Status), confirmed.Fields.Select(field => field.Status));
        Assert.Equal(["document_number", "full_name", "sex", "birth_date", "expiry_date"],
            Approval.Blockers(PassportType, proof, new HashSet<string> { "document_number" }).Select(blocker => blocker.Field));
    }

    [Fact]
    public void Confirmed_fields_are_shown_so()
    {
        var proof = Approval.WithConfirmations(Zone(Specimens.Td3).Prove(), new HashSet<string> { "sex", "no_such_field" });
        Assert.Equal(["sex"], proof.Fields.Where(field => field.Status == FieldStatus.Confirmed).Select(field => field.Name));
    }

    [Fact]
    public void A_proof_of_another_type_is_a_broken_promise() =>
        Assert.Throws<ArgumentException>(() => Approval.Blockers(DocumentTypes.Find("visa")!, Zone(Specimens.Td3).Prove(), Nothing));
}
