using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class ReviewDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task One_officer_approves_a_proved_passport_once_its_open_key_fields_are_confirmed()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        var id = await portal.ReadDocumentAsync(uploader);

        var opened = await portal.Desk.OpenAsync(officer, id, None);
        Assert.True(opened is { HeldByMe: true, Holder: "Dara", Rotation: 90, HasPortrait: true, PortraitCutLocally: true });
        Assert.Equal(FieldNames.FullName, opened.Approve.FirstOpenField);
        var early = await RefusedAsync(() => portal.Desk.ApproveAsync(officer, id, opened.Version, None));
        Assert.Equal(Refusal.NotPermitted, early.Refusal);
        Assert.Contains("Full name", early.Message, StringComparison.Ordinal);

        var ready = await portal.MakeApprovableAsync(officer, id);
        Assert.True(ready.Approve.IsPossible);
        Assert.Equal("Dara", ready.Fields.Single(field => field.Definition.Name == FieldNames.FullName).ConfirmedBy);
        Assert.Equal(DocumentState.Approved, await portal.Desk.ApproveAsync(officer, id, ready.Version, None));

        var decision = await portal.AskAsync(db => db.Decisions.SingleAsync(decision => decision.DocumentId == id));
        Assert.Equal((Verdict.Approve, true, officer, uploader), (decision.Verdict, decision.IsFinal, decision.ByUserId, decision.UploaderId));
        var row = await portal.RowAsync(id);
        Assert.Null(row.ClaimHolderId);
        Assert.Equal(portal.Clock.GetUtcNow(), row.DecidedAt);
        var events = await portal.EventsAsync(id);
        Assert.Equal(AuditEvents.DecisionApproved, events[^1]);
        Assert.Contains(AuditEvents.FieldConfirmed, events);
    }

    [Fact]
    public async Task A_grave_warning_has_to_be_acknowledged_and_needs_two_officers()
    {
        var service = new ScriptedService();
        await using var portal = await FlowPortal.StartAsync(service.Reads(service.Passport(warnings: new Warning("Vendor", "-9102", Severity.Critical, "Looks like a photocopy.", "Paper edges."))));
        var (first, second) = (await portal.PersonAsync("Dara", Roles.Reviewer), await portal.PersonAsync("Sok", Roles.Approver));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var opened = await portal.Desk.OpenAsync(first, id, None);
        Assert.Contains(opened.SecondReviewCauses, cause => cause.Contains("photocopy", StringComparison.Ordinal));
        Assert.Contains(opened.Approve.Blockers, blocker => blocker.Contains("Acknowledge", StringComparison.Ordinal));
        var ready = await portal.MakeApprovableAsync(first, id);
        Assert.Equal(DocumentState.AwaitingSecondReview, await portal.Desk.ApproveAsync(first, id, ready.Version, None));

        var again = await RefusedAsync(() => portal.Desk.OpenAsync(first, id, None));
        Assert.Contains("second officer", again.Message, StringComparison.Ordinal);
        var shown = await portal.Desk.OpenAsync(second, id, None);
        Assert.Equal((true, "Dara"), (shown.IsSecondReview, shown.RecommendedBy));
        Assert.Equal(DocumentState.Approved, await portal.Desk.ApproveAsync(second, id, shown.Version, None));

        var decisions = await portal.AskAsync(db => db.Decisions.OrderBy(decision => decision.IsFinal).ToListAsync());
        Assert.Equal([(first, false), (second, true)], decisions.Select(decision => (decision.ByUserId, decision.IsFinal)));
        Assert.Contains(AuditEvents.DecisionRecommended, await portal.EventsAsync(id));
    }

    [Fact]
    public async Task Officers_who_disagree_send_the_document_into_a_new_round_with_both_verdicts_kept()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (id, first, second) = await AwaitingSecondAsync(portal);

        var shown = await portal.Desk.OpenAsync(second, id, None);
        Assert.Equal(DocumentState.ReadyForReview, await portal.Desk.RejectAsync(second, id, shown.Version, ["authenticity.altered"], "No.", None));

        var row = await portal.RowAsync(id);
        Assert.Equal((2, true, (Guid?)null), (row.Round, row.NeedsSecondReview, row.ClaimHolderId));
        Assert.Equal([Verdict.Approve, Verdict.Reject], (await portal.AskAsync(db => db.Decisions.OrderBy(d => d.Verdict).ToListAsync())).Select(d => d.Verdict));
        Assert.All(await portal.AskAsync(db => db.Decisions.ToListAsync()), decision => Assert.Equal((1, false), (decision.Round, decision.IsFinal)));

        var fresh = await portal.Desk.OpenAsync(first, id, None);
        Assert.All(fresh.Fields, field => Assert.Null(field.ConfirmedBy));
        Assert.Contains(fresh.SecondReviewCauses, cause => cause.Contains("disagreed in round 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rejecting_keeps_the_text_encrypted_and_tells_the_uploader()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        var id = await portal.ReadDocumentAsync(uploader);
        var shown = await portal.Desk.OpenAsync(officer, id, None);

        Assert.Equal(DocumentState.Rejected, await portal.Desk.RejectAsync(officer, id, shown.Version, ["validity.expired"], "Please send a valid one.", None));

        var mine = await portal.Get<MyUploads>().FindAsync(uploader, id, None);
        Assert.Equal((DocumentState.Rejected, "Please send a valid one.", "passport.jpg"), (mine!.State, mine.OutcomeText, mine.FileName));
        var texts = (await portal.AskAsync(db => db.Decisions.SingleAsync())).Texts;
        Assert.Equal(-1, texts.AsSpan().IndexOf("Please"u8));
    }

    [Theory]
    [InlineData(new string[0], "Text", "at least one")]
    [InlineData(new[] { "nothing.known" }, "Text", "not known")]
    [InlineData(new[] { "quality.blurred", "validity.expired" }, "Text", "one kind")]
    [InlineData(new[] { "quality.blurred" }, "  ", "uploader")]
    public async Task Refuses_reasons_that_say_nothing_or_two_things(string[] reasons, string text, string why)
    {
        await using var portal = await FlowPortal.StartAsync();
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var shown = await portal.Desk.OpenAsync(officer, id, None);

        var refused = await RefusedAsync(() => portal.Desk.RejectAsync(officer, id, shown.Version, reasons, text, None));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
    }

    [Fact]
    public async Task A_new_photo_is_asked_for_by_one_officer_even_where_a_verdict_would_take_two()
    {
        var service = new ScriptedService();
        await using var portal = await FlowPortal.StartAsync(service.Reads(service.Passport(accepted: false)));
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var shown = await portal.Desk.OpenAsync(officer, id, None);

        Assert.Equal(DocumentState.AwaitingUploader, await portal.Desk.RejectAsync(officer, id, shown.Version, ["quality.glare"], "Take it again.", None));
        Assert.Equal(AuditEvents.ResubmissionRequested, (await portal.EventsAsync(id))[^1]);
    }

    [Fact]
    public async Task Nobody_reviews_what_they_sent_in_themselves()
    {
        await using var portal = await FlowPortal.StartAsync();
        var both = await portal.PersonAsync("Uma", Roles.Uploader, Roles.Reviewer, Roles.Approver);
        var id = await portal.ReadDocumentAsync(both);

        var refused = await RefusedAsync(() => portal.Desk.OpenAsync(both, id, None));
        Assert.Equal(Refusal.NotPermitted, refused.Refusal);

        // The claim was forced into the row: the verdict itself is refused as well.
        await portal.ChangeAsync(async db =>
        {
            var row = await db.Documents.SingleAsync(document => document.Id == id);
            (row.ClaimHolderId, row.ClaimUntil) = (both, portal.Clock.GetUtcNow().AddMinutes(5));
        });
        var version = (await portal.RowAsync(id)).Version;
        await RefusedAsync(() => portal.Desk.RejectAsync(both, id, version, ["validity.expired"], "No.", None));
        Assert.Equal(0, await portal.AskAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task A_document_held_by_somebody_else_is_not_opened_until_the_claim_is_over()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (dara, sok) = (await portal.PersonAsync("Dara", Roles.Reviewer), await portal.PersonAsync("Sok", Roles.Reviewer));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var held = await portal.Desk.OpenAsync(dara, id, None);
        Assert.Contains("Dara holds", (await RefusedAsync(() => portal.Desk.OpenAsync(sok, id, None))).Message, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True((await portal.Desk.OpenAsync(sok, id, None)).HeldByMe);
        Assert.Contains(AuditEvents.ClaimExpired, await portal.EventsAsync(id));
        var stale = await RefusedAsync(() => portal.Desk.ConfirmAsync(dara, id, held.Version, FieldNames.FullName, None));
        Assert.Equal(Refusal.Stale, stale.Refusal);
        Assert.Contains("Sok", stale.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_lasts_from_the_last_input_and_no_longer()
    {
        await using var portal = await FlowPortal.StartAsync();
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var shown = await portal.Desk.OpenAsync(officer, id, None);
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        shown = await portal.Desk.ConfirmAsync(officer, id, shown.Version, FieldNames.FullName, None);
        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(15), shown.ClaimUntil);

        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        var over = await RefusedAsync(() => portal.Desk.ApproveAsync(officer, id, shown.Version, None));
        Assert.Contains("ended", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_holds_more_than_five_documents()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        for (var i = 0; i < 6; i++)
        {
            await portal.DocumentAsync(uploader);
        }

        await portal.ReadAllAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull((await portal.Queue.TakeNextAsync(officer, None)).DocumentId);
        }

        var refused = await RefusedAsync(() => portal.Queue.TakeNextAsync(officer, None));
        Assert.Equal(Refusal.LimitReached, refused.Refusal);
    }

    [Fact]
    public async Task A_right_that_was_taken_away_is_gone_at_the_next_command()
    {
        await using var portal = await FlowPortal.StartAsync();
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var ready = await portal.MakeApprovableAsync(officer, id);
        await portal.ChangeAsync(db => db.UserRoles.Where(held => held.UserId == officer).ExecuteDeleteAsync());

        Assert.Equal(Refusal.NotAllowed, (await RefusedAsync(() => portal.Desk.ApproveAsync(officer, id, ready.Version, None))).Refusal);
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
    }

    [Fact]
    public async Task A_failed_document_is_read_again_when_an_officer_asks()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Fails(FailureClass.InputQuality, "offline.no_mrz"));
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var shown = await portal.Desk.OpenAsync(officer, id, None);
        Assert.False(shown.Approve.IsPossible);
        await RefusedAsync(() => portal.Desk.RejectAsync(officer, id, shown.Version, ["policy.unsupported"], "No.", None));

        await portal.Desk.ReadAgainAsync(officer, id, None);
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
        Assert.Contains(AuditEvents.RecognitionRestarted, await portal.EventsAsync(id));
        await RefusedAsync(() => portal.Desk.ReadAgainAsync(officer, id, None));
    }

    [Fact]
    public async Task A_value_that_a_check_proves_wrong_cannot_be_confirmed_away()
    {
        var service = new ScriptedService();
        var good = service.Passport();
        string[] lines = [good.Evidence.MrzLines[0], "L898902C4" + good.Evidence.MrzLines[1][9..]];
        Assert.True(Mrz.TryParse(lines, out var mrz, out _));
        var wrong = good with { Evidence = new Evidence(MrzClaims.From(mrz, good.MrzProbabilities), lines, MrzAccepted: false) };
        await using var portal = await FlowPortal.StartAsync(service.Reads(wrong));
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var shown = await portal.Desk.OpenAsync(officer, id, None);

        Assert.Equal(FieldStatus.Failed, shown.Fields.Single(field => field.Definition.Name == FieldNames.DocumentNumber).Status);
        await RefusedAsync(() => portal.Desk.ConfirmAsync(officer, id, shown.Version, FieldNames.DocumentNumber, None));
        Assert.Contains(shown.Approve.Blockers, blocker => blocker.Contains("proves the value wrong", StringComparison.Ordinal));
    }

    internal static async Task<CommandRefusedException> RefusedAsync(Func<Task> command) => await Assert.ThrowsAsync<CommandRefusedException>(command);

    /// <summary>A doubtful passport whose approval one officer recommended.</summary>
    internal static async Task<(Guid Document, Guid First, Guid Second)> AwaitingSecondAsync(FlowPortal portal)
    {
        portal.Service.Reads(portal.Service.Passport(accepted: false));
        var (first, second) = (await portal.PersonAsync("Dara", Roles.Reviewer), await portal.PersonAsync("Sok", Roles.Approver));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var ready = await portal.MakeApprovableAsync(first, id);
        Assert.Equal(DocumentState.AwaitingSecondReview, await portal.Desk.ApproveAsync(first, id, ready.Version, None));
        return (id, first, second);
    }
}
