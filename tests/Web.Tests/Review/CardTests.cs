using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Review;

/// <summary>What the desk says of the vendors' own samples.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task A_field_that_the_type_does_not_carry_is_shown_last_under_Other_and_can_be_confirmed()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (officer, opened) = await OpenAsync(portal, CardReadings.MyKadWithMisreadSex());

        var stranger = opened.Fields[^1];
        Assert.Equal(("card_colour", "Card colour", FieldGroup.Other), (stranger.Definition.Name, stranger.Definition.Label, stranger.Definition.Group));
        var after = await portal.Desk.ConfirmAsync(officer, opened.Id, opened.Version, "card_colour", CancellationToken.None);
        Assert.Equal(FieldStatus.Confirmed, after.Fields[^1].Status);
    }

    [Fact]
    public async Task A_misread_sex_needs_attention_at_a_confidence_of_nearly_one_and_the_right_word_is_only_proposed()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (_, opened) = await OpenAsync(portal, CardReadings.MyKadWithMisreadSex());

        var sex = opened.Fields.Single(field => field.Definition.Name == FieldNames.Sex);
        Assert.Equal((FieldStatus.Attention, "LEAKI", 0.9999), (sex.Status, sex.Proven.Original, sex.Proven.Confidence));
        Assert.Contains(opened.Proposals, proposal => proposal is { Field: FieldNames.Sex, Before: "LEAKI", After: "LELAKI" });
    }

    [Fact]
    public async Task The_queue_does_not_count_fields_that_nobody_gave_and_nobody_misses()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (_, opened) = await OpenAsync(portal, CardReadings.KtpAgainstItsNumber());

        var row = await portal.RowAsync(opened.Id);
        Assert.Contains(opened.Fields, field => field.Definition is { IsKey: true, IsRequired: false } && field.Proven.Original is null);
        Assert.Equal([FieldNames.DocumentNumber, FieldNames.FullName, FieldNames.BirthDate], Open(opened));
        Assert.Equal(3, row.AttentionCount);
    }

    [Fact]
    public async Task A_key_field_of_the_side_that_was_not_read_stays_open()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (_, opened) = await OpenAsync(portal, CardReadings.ChineseFront());

        Assert.Contains(FieldNames.ExpiryDate, Open(opened));
        Assert.DoesNotContain(FieldNames.IssuingAuthority, Open(opened));
    }

    private static string[] Open(DeskDocument document) =>
        [.. document.Fields.Where(field => !Approval.IsAbsent(field.Definition, field.Proven) && Approval.NeedsAttention(field.Definition, field.Status)).Select(field => field.Definition.Name)];

    // The scripted service answers for the built-in engine, so the reading goes under its name.
    private static async Task<(Guid Officer, DeskDocument Opened)> OpenAsync(FlowPortal portal, Reading reading)
    {
        portal.Service.Reads(reading with { Service = portal.Service.Info.Id });
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        return (officer, await portal.Desk.OpenAsync(officer, id, CancellationToken.None));
    }
}
