using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class AdoptionTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Warning Copy = new(Opinions.First, "-9102", Severity.Critical, "Looks like a photocopy.", "Paper edges.");

    [Fact]
    public async Task The_chosen_reading_is_the_documents_own_with_portrait_and_counts()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(opinions.Two.Passport(withPortrait: false) with { Rotation = 180 });
        await opinions.AskAsync();
        await opinions.UseAsync(Opinions.Second);

        var row = await opinions.Portal.RowAsync(opinions.Document);
        Assert.Equal((Opinions.Second, null, 180), (row.Service, row.PortraitBlob, row.Rotation));
        Assert.Equal((Opinions.Second, true), ((await opinions.ViewAsync()).Readings[0].Service, (await opinions.ViewAsync()).Readings[0].IsUsed));
        Assert.Contains(AuditEvents.ReadingAdopted, await opinions.Portal.EventsAsync(opinions.Document));

        // And back again: the first reading is as good as it was, portrait and all.
        await opinions.UseAsync(Opinions.First);
        var back = await opinions.Portal.RowAsync(opinions.Document);
        Assert.Equal((Opinions.First, 90, true), (back.Service, back.Rotation, back.PortraitBlob is not null));
    }

    [Fact]
    public async Task Confirmations_stay_where_both_readings_give_the_very_same_value_and_nowhere_else()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.One.Reads(opinions.One.Passport());
        opinions.Two.Reads(Opinions.With(opinions.Two.Passport(), (FieldNames.FullName, "ANNA M. ERIKSSON")));
        await opinions.AskAsync();
        var shown = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        foreach (var field in new[] { FieldNames.FullName, FieldNames.Sex })
        {
            shown = await opinions.Portal.Desk.ConfirmAsync(opinions.Officer, opinions.Document, shown.Version, field, None);
        }

        await opinions.UseAsync(Opinions.Second);

        var after = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        Assert.Equal("Dara", after.Fields.Single(field => field.Definition.Name == FieldNames.Sex).ConfirmedBy);
        Assert.Null(after.Fields.Single(field => field.Definition.Name == FieldNames.FullName).ConfirmedBy);
    }

    [Fact]
    public async Task Nobody_gets_rid_of_a_grave_warning_or_of_the_second_officer_by_choosing_a_milder_reading()
    {
        await using var opinions = await Opinions.StartAsync(Copy);
        var shown = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        await opinions.Portal.Desk.AcknowledgeAsync(opinions.Officer, opinions.Document, shown.Version, Copy.Code, None);
        await opinions.AskAsync();
        await opinions.UseAsync(Opinions.Second);

        var after = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        var warning = after.Warnings.Single(warning => warning.Code == Copy.Code);
        Assert.Equal((Opinions.First, true, true), (warning.Service, warning.NeedsAcknowledgement, warning.Acknowledged));
        Assert.Contains(after.SecondReviewCauses, cause => cause.Contains("photocopy", StringComparison.Ordinal));
        var ready = await opinions.Portal.MakeApprovableAsync(opinions.Officer, opinions.Document);
        Assert.Equal(DocumentState.AwaitingSecondReview, await opinions.Portal.Desk.ApproveAsync(opinions.Officer, opinions.Document, ready.Version, None));
    }

    [Fact]
    public async Task A_grave_warning_of_a_second_opinion_holds_before_anybody_chooses_it()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(opinions.Two.Passport(warnings: Copy with { Service = Opinions.Second }));
        await opinions.AskAsync();

        var shown = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        Assert.Equal(Opinions.First, shown.Service);
        Assert.Contains(shown.Approve.Blockers, blocker => blocker.Contains("photocopy", StringComparison.Ordinal));
        var ready = await opinions.Portal.MakeApprovableAsync(opinions.Officer, opinions.Document);
        Assert.Equal(DocumentState.AwaitingSecondReview, await opinions.Portal.Desk.ApproveAsync(opinions.Officer, opinions.Document, ready.Version, None));
    }

    [Fact]
    public async Task A_second_officer_who_was_demanded_stays_demanded_and_the_page_says_why()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(opinions.Two.Passport(accepted: false, expiry: "200415"));
        await opinions.AskAsync();
        await opinions.UseAsync(Opinions.Second);
        Assert.True((await opinions.Portal.RowAsync(opinions.Document)).NeedsSecondReview);

        await opinions.UseAsync(Opinions.First);
        Assert.True((await opinions.Portal.RowAsync(opinions.Document)).NeedsSecondReview);
        var shown = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        Assert.Equal(["The reading that was used before asked for a second officer."], shown.SecondReviewCauses);
    }

    [Fact]
    public async Task A_finding_about_values_that_changed_has_to_be_acknowledged_again()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(opinions.Two.Passport(expiry: "200415"));
        opinions.Portal.Service.Reads(opinions.Portal.Service.Passport(expiry: "210415") with { Service = opinions.Portal.Service.Info.Id });
        await opinions.AskAsync();
        await opinions.AskAsync(opinions.Portal.Service.Info.Id);
        await opinions.UseAsync(Opinions.Second);
        var shown = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        var expired = shown.Warnings.Single(warning => warning.NeedsAcknowledgement && warning.Code.Contains("expired", StringComparison.Ordinal));
        await opinions.Portal.Desk.AcknowledgeAsync(opinions.Officer, opinions.Document, shown.Version, expired.Code, None);

        await opinions.UseAsync(opinions.Portal.Service.Info.Id);
        var after = await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        Assert.False(after.Warnings.Single(warning => warning.Code == expired.Code).Acknowledged);
    }

    [Fact]
    public async Task In_a_second_review_another_reading_starts_a_round_in_which_two_officers_look_again()
    {
        await using var opinions = await Opinions.StartAsync(Copy);
        opinions.Two.Reads(Opinions.With(opinions.Two.Passport(), (FieldNames.FullName, "ANNA MARIA ERIKSEN")));
        await opinions.AskAsync();
        var ready = await opinions.Portal.MakeApprovableAsync(opinions.Officer, opinions.Document);
        Assert.Equal(DocumentState.AwaitingSecondReview, await opinions.Portal.Desk.ApproveAsync(opinions.Officer, opinions.Document, ready.Version, None));

        var second = await opinions.Portal.PersonAsync("Sok", Roles.Approver);
        await opinions.Portal.Desk.OpenAsync(second, opinions.Document, None);
        var view = await opinions.Desk.ViewAsync(second, opinions.Document, None);
        Assert.True(view.AdoptionStartsRound);
        await opinions.Desk.AdoptAsync(second, opinions.Document, view.Version, view.Readings[1].Id, None);

        var row = await opinions.Portal.RowAsync(opinions.Document);
        Assert.Equal((DocumentState.ReadyForReview, 2, true, second), (row.State, row.Round, row.NeedsSecondReview, row.ClaimHolderId));
        Assert.Equal(1, await opinions.Portal.AskAsync(db => db.Decisions.CountAsync(decision => decision.Round == 1 && !decision.IsFinal)));
        var shown = await opinions.Portal.Desk.OpenAsync(second, opinions.Document, None);
        Assert.All(shown.Fields, field => Assert.Null(field.ConfirmedBy));
        Assert.Contains(shown.SecondReviewCauses, cause => cause.Contains("chosen after the first verdict of round 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_choosing_a_reading_and_deciding_at_once_the_later_one_hears_of_the_earlier()
    {
        await using var opinions = await Opinions.StartAsync();
        await opinions.AskAsync();
        var ready = await opinions.Portal.MakeApprovableAsync(opinions.Officer, opinions.Document);
        var other = (await opinions.ViewAsync()).Readings[1].Id;

        var outcomes = await Task.WhenAll(
            Task.Run(() => Record.ExceptionAsync(() => opinions.Desk.AdoptAsync(opinions.Officer, opinions.Document, ready.Version, other, None))),
            Task.Run(() => Record.ExceptionAsync(() => opinions.Portal.Desk.ApproveAsync(opinions.Officer, opinions.Document, ready.Version, None))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(Refusal.Stale, outcomes.OfType<CommandRefusedException>().Single().Refusal);
        var row = await opinions.Portal.RowAsync(opinions.Document);
        Assert.Equal(outcomes[0] is null ? (DocumentState.ReadyForReview, Opinions.Second) : (DocumentState.Approved, Opinions.First), (row.State, row.Service));
    }

    [Fact]
    public async Task A_reading_of_another_document_and_the_one_in_use_are_refused()
    {
        await using var opinions = await Opinions.StartAsync();
        var (used, version) = ((await opinions.ViewAsync()).Readings[0].Id, await opinions.VersionAsync());
        Assert.Contains("already", (await SecondOpinionTests.RefusedAsync(() => opinions.Desk.AdoptAsync(opinions.Officer, opinions.Document, version, used, None))).Message, StringComparison.Ordinal);

        var foreign = await opinions.Portal.ReadDocumentAsync(opinions.Uploader);
        var theirs = (await opinions.Portal.RowAsync(foreign)).ReadingId!.Value;
        Assert.Contains("no such reading", (await SecondOpinionTests.RefusedAsync(() => opinions.Desk.AdoptAsync(opinions.Officer, opinions.Document, version, theirs, None))).Message, StringComparison.Ordinal);
    }
}
