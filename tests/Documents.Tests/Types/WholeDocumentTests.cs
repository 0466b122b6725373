namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>A whole document of every type is good and goes through; with one value wrong it does not, whatever a person confirms.</summary>
public class WholeDocumentTests
{
    public static TheoryData<string> Ids() => [.. WholeDocuments.All.Select(document => document.TypeId)];

    [Fact]
    public void Every_type_has_one_whole_document() => Assert.Equal(
        DocumentTypes.All.Select(type => type.Id), WholeDocuments.All.Select(document => document.TypeId).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_whole_document_is_written_as_its_type_says(string id)
    {
        var document = WholeDocuments.Of(id);
        var given = document.Good().Claims.Where(claim => claim.Source == ClaimSource.Service || claim.Field == FieldNames.Mrz).Select(claim => claim.Field).ToHashSet();
        Assert.Equal(document.Type.Zones.Count > 0, document.Zone.Length > 0);
        Assert.All(document.Type.Fields.Where(field => field.IsRequired), field => Assert.Contains(field.Name, given));
        Assert.All(given, field => Assert.Contains(field, document.Type.Fields.Select(definition => definition.Name)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_good_document_has_no_wrong_field_and_no_grave_finding(string id)
    {
        var document = WholeDocuments.Of(id);
        var proof = document.Prove(document.Good());
        Assert.Empty(proof.Fields.Where(field => field.Status >= FieldStatus.Attention).Select(field => $"{field.Name} {field.Status}: {field.Reason}"));
        Assert.Empty(proof.Findings.Where(finding => finding.Severity >= Severity.Medium).Select(finding => $"{finding.Code} {finding.Severity}"));
        Assert.Empty(proof.Checks.Where(check => check.Result == CheckResult.Failed).Select(check => check.Code));
        Assert.Empty(proof.Proposals);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_good_document_is_approved_when_a_person_confirms_the_key_fields_that_nothing_verifies(string id)
    {
        var document = WholeDocuments.Of(id);
        var proof = document.Prove(document.Good());
        var open = document.Type.Fields.Where(field => field.IsKey && proof.Field(field.Name).Status != FieldStatus.Verified).Select(field => field.Name).ToHashSet();
        Assert.Empty(Approval.Blockers(document.Type, proof, open).Select(blocker => blocker.Reason));

        // And not before: what it asks for is what is open and was given.
        Assert.Equal(
            document.Type.Fields.Where(field => open.Contains(field.Name) && proof.Field(field.Name).Original is not null).Select(field => field.Name),
            Approval.Blockers(document.Type, proof, Proofs.Nothing).Select(blocker => blocker.Field));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_document_with_one_wrong_value_fails_the_check_and_no_confirmation_heals_it(string id)
    {
        var document = WholeDocuments.Of(id);
        var (_, _, check, field, status) = document.Broken;
        var proof = document.Prove(document.Bad());
        Assert.Equal(CheckResult.Failed, proof.Check(check).Result);
        Assert.Contains(check, proof.Codes());
        Assert.Contains(field, proof.Check(check).Fields);
        Assert.Equal(status, proof.Field(field).Status);
        var everything = proof.Fields.Select(proven => proven.Name).ToHashSet();
        Assert.Contains(field, Approval.Blockers(document.Type, proof, everything).Select(blocker => blocker.Field));
    }

    [Theory]
    [InlineData("tha-id", "issue_date", "20 ส.ค. 2563", CheckResult.Passed)] // 8 years and 328 days
    [InlineData("tha-id", "issue_date", "20 มิ.ย. 2563", CheckResult.Failed)] // 9 years and 24 days
    [InlineData("idn-ktp", "expiry_date", "10-02-2022", CheckResult.Passed)] // 5 years and 361 days
    [InlineData("idn-ktp", "expiry_date", "09-02-2021", CheckResult.Failed)] // 5 days short of 5 years
    [InlineData("chl-id", "issue_date", "20 FEB 2020", CheckResult.Passed)] // 10 years and 359 days
    [InlineData("chl-id", "issue_date", "10 FEB 2020", CheckResult.Failed)] // 11 years and 4 days
    public void A_card_that_is_valid_on_to_the_next_birthday_may_end_on_any_day_of_that_year(string id, string place, string text, CheckResult result)
    {
        var document = WholeDocuments.Of(id);
        Assert.Equal(result, document.Prove(document.With(place, text)).Check("dates.validity").Result);
    }
}
