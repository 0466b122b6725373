using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class SecondOpinionTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Another_service_reads_beside_the_first_and_the_document_stays_as_it_is()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(Opinions.With(opinions.Two.Passport(), (FieldNames.BirthPlace, "ZEIST")));
        var before = await opinions.Portal.RowAsync(opinions.Document);

        await opinions.Desk.StartAsync(opinions.Officer, opinions.Document, before.Version, Opinions.Second, None);
        opinions.Portal.Clock.Advance(TimeSpan.FromSeconds(12));
        var pending = (await opinions.ViewAsync()).Pending!;
        Assert.Equal((Opinions.Second, TimeSpan.FromSeconds(12), (RecognitionTrouble?)null), (pending.Service, opinions.Portal.Clock.GetUtcNow() - pending.AskedAt, pending.Waits));
        Assert.Equal("VendorTwo (scripted)", (await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None)).OpinionPending);

        await opinions.Portal.ReadAllAsync();
        var view = await opinions.ViewAsync();
        Assert.Null(view.Pending);
        Assert.Equal([(Opinions.First, true), (Opinions.Second, false)], view.Readings.Select(reading => (reading.Service, reading.IsUsed)));
        var place = view.Rows.Single(row => row.Definition.Name == FieldNames.BirthPlace);
        Assert.Equal((Agreement.OnlySecond, null, "ZEIST"), (place.Agreement, place.Cells[0].Field, place.Cells[1].Field!.Original));
        Assert.Equal(Agreement.Same, view.Rows.Single(row => row.Definition.Name == FieldNames.DocumentNumber).Agreement);

        var after = await opinions.Portal.RowAsync(opinions.Document);
        Assert.Equal((before.State, before.ReadingId, before.Version), (after.State, after.ReadingId, after.Version));
        var events = await opinions.Portal.EventsAsync(opinions.Document);
        Assert.Contains(AuditEvents.SecondOpinionRequested, events);
        Assert.Contains(AuditEvents.SecondOpinionCompleted, events);
        Assert.Equal(1, (await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None)).OtherReadings);
    }

    [Theory]
    [InlineData("12 AUG 1974", Agreement.Same)]
    [InlineData("១២.០៨.១៩៧៤", Agreement.Same)]
    [InlineData("12 AUG 1975", Agreement.Differ)]
    public async Task Values_are_compared_by_what_they_mean(string printed, Agreement agreement)
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Reads(Opinions.With(opinions.Two.Passport(), (FieldNames.BirthDate, printed)));

        var view = await opinions.AskAsync();
        Assert.Equal(agreement, view.Rows.Single(row => row.Definition.Name == FieldNames.BirthDate).Agreement);
        Assert.Equal(agreement == Agreement.Differ ? 1 : 0, view.Readings[1].Differing);
    }

    [Fact]
    public async Task The_same_question_is_answered_from_what_is_stored()
    {
        await using var opinions = await Opinions.StartAsync();
        await opinions.AskAsync();
        var again = await opinions.AskAsync();

        Assert.Equal((1, 1), (opinions.One.Calls, opinions.Two.Calls));
        Assert.Equal(2, again.Readings.Count);
        Assert.Equal(2, (await opinions.Portal.CallsAsync(opinions.Document)).Count);
        Assert.All(again.Choices.Where(choice => choice.Id is Opinions.First or Opinions.Second), choice => Assert.True(choice.HasRead));
    }

    [Fact]
    public async Task Who_may_be_asked_says_where_the_picture_goes_what_it_costs_and_whether_it_works()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Fails(FailureClass.Credential, "AuthFailure.SecretIdNotFound");
        await opinions.AskAsync();

        var choices = await opinions.Desk.ChoicesAsync(opinions.Officer, opinions.Document, None);
        Assert.Equal([Opinions.First, Opinions.Second, OfflineEngineConnector.Id], choices.Select(choice => choice.Id));
        Assert.Equal(("SG", true, true, (string?)null), (choices[0].Country, choices[0].IsCharged, choices[0].HasRead, choices[0].WhyNotNow));
        Assert.Contains("AuthFailure.SecretIdNotFound", choices[1].WhyNotNow, StringComparison.Ordinal);
        Assert.Equal(opinions.Portal.Clock.GetUtcNow().AddMinutes(5), choices[1].Until);
        Assert.Equal(((string?)null, false, false), (choices[2].Country, choices[2].IsCharged, choices[2].HasRead));
    }

    [Fact]
    public async Task Of_pages_that_ask_at_once_one_does_and_the_others_hear_that_it_is_asked()
    {
        await using var opinions = await Opinions.StartAsync();
        var version = await opinions.VersionAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            Record.ExceptionAsync(() => opinions.Desk.StartAsync(opinions.Officer, opinions.Document, version, Opinions.Second, None)))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<CommandRefusedException>(), refused => Assert.Contains("VendorTwo (scripted) is reading this document just now", refused.Message, StringComparison.Ordinal));
        Assert.Equal(5, outcomes.OfType<CommandRefusedException>().Count());
        await opinions.Portal.ReadAllAsync();
        Assert.Equal(1, opinions.Two.Calls);
    }

    [Fact]
    public async Task One_that_waits_may_be_sent_to_another_service_instead()
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Fails(FailureClass.Throttled, "RequestLimitExceeded", TimeSpan.FromMinutes(3));
        var waiting = (await opinions.AskAsync()).Pending!.Waits!;
        Assert.Equal(TroubleKind.WillRetry, waiting.Kind);
        Assert.True(waiting.NextTry >= opinions.Portal.Clock.GetUtcNow().AddMinutes(3));

        var refused = await RefusedAsync(() => opinions.AskAsync());
        Assert.Contains("asked already", refused.Message, StringComparison.Ordinal);
        var view = await opinions.AskAsync(OfflineEngineConnector.Id);
        Assert.Null(view.Pending);
        Assert.Equal(OfflineEngineConnector.Id, view.Readings[1].Service);
    }

    [Theory]
    [InlineData(FailureClass.InputQuality, "answer.empty", TroubleKind.NewPhoto, "recognised nothing")]
    [InlineData(FailureClass.InputFinal, "picture.below_minimum", TroubleKind.NewPhoto, "smaller than")]
    [InlineData(FailureClass.InputQuality, "FailedOperation.Made.Up", TroubleKind.UnknownCode, "does not list")]
    public async Task A_service_that_reads_nothing_says_why_and_the_document_stays_in_review(FailureClass failure, string code, TroubleKind kind, string text)
    {
        await using var opinions = await Opinions.StartAsync();
        opinions.Two.Fails(failure, code);

        var view = await opinions.AskAsync();
        Assert.Equal((kind, code), (view.Failure!.Kind, view.Failure.Code));
        Assert.Contains(text, view.Failure.Title, StringComparison.Ordinal);
        Assert.Equal(DocumentState.ReadyForReview, (await opinions.Portal.RowAsync(opinions.Document)).State);
        Assert.Contains(AuditEvents.SecondOpinionFailed, await opinions.Portal.EventsAsync(opinions.Document));

        // What failed is over: the next one is asked for as the first was.
        Assert.Null((await opinions.AskAsync()).Failure);
    }

    [Fact]
    public async Task Whoever_does_not_hold_the_document_neither_asks_nor_sees_nor_chooses()
    {
        await using var opinions = await Opinions.StartAsync();
        var reading = (await opinions.AskAsync()).Readings[1].Id;
        var version = await opinions.VersionAsync();
        var (other, auditor) = (await opinions.Portal.PersonAsync("Sok", Roles.Approver), await opinions.Portal.PersonAsync("Ada", Roles.Auditor));

        foreach (var (person, refusal) in new[] { (other, Refusal.NotPermitted), (auditor, Refusal.NotAllowed), (opinions.Uploader, Refusal.NotAllowed) })
        {
            Assert.Equal(refusal, (await RefusedAsync(() => opinions.Desk.ViewAsync(person, opinions.Document, None))).Refusal);
            Assert.Equal(refusal, (await RefusedAsync(() => opinions.Desk.StartAsync(person, opinions.Document, version, OfflineEngineConnector.Id, None))).Refusal);
            Assert.Equal(refusal, (await RefusedAsync(() => opinions.Desk.AdoptAsync(person, opinions.Document, version, reading, None))).Refusal);
        }

        Assert.Equal(Refusal.NotAllowed, (await RefusedAsync(() => opinions.Desk.ChoicesAsync(opinions.Uploader, opinions.Document, None))).Refusal);
        Assert.Equal(Refusal.NotFound, (await RefusedAsync(() => opinions.Desk.ViewAsync(opinions.Officer, Guid.NewGuid(), None))).Refusal);
    }

    [Fact]
    public async Task The_uploader_neither_asks_nor_chooses_even_where_a_claim_was_forced()
    {
        await using var opinions = await Opinions.StartAsync();
        var reading = (await opinions.AskAsync()).Readings[1].Id;
        await opinions.Portal.ChangeAsync(async db =>
        {
            (await db.Documents.SingleAsync()).UploaderId = opinions.Officer;
        });
        var version = await opinions.VersionAsync();

        Assert.Contains("yourself", (await RefusedAsync(() => opinions.Desk.StartAsync(opinions.Officer, opinions.Document, version, OfflineEngineConnector.Id, None))).Message, StringComparison.Ordinal);
        Assert.Contains("yourself", (await RefusedAsync(() => opinions.Desk.AdoptAsync(opinions.Officer, opinions.Document, version, reading, None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_no_choice_is_refused_by_name_of_those_that_are()
    {
        await using var opinions = await Opinions.StartAsync();
        var refused = await RefusedAsync(() => opinions.AskAsync("HuaweiIdDocument"));
        Assert.Contains("VendorTwo (scripted)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_asks_for_more_than_thirty_readings_an_hour()
    {
        await using var opinions = await Opinions.StartAsync();
        for (var asked = 0; asked < ReadingRate.PerHour; asked++)
        {
            await opinions.AskAsync();
        }

        var refused = await RefusedAsync(() => opinions.AskAsync());
        Assert.Equal((Refusal.LimitReached, TimeSpan.FromHours(1)), (refused.Refusal, refused.RetryAfter));
        opinions.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, None);
        Assert.Null((await opinions.AskAsync()).Failure);
        Assert.Equal(1, opinions.Two.Calls);
    }

    [Fact]
    public async Task A_decision_before_anything_was_sent_takes_the_question_back()
    {
        await using var opinions = await Opinions.StartAsync();
        var ready = await opinions.Portal.MakeApprovableAsync(opinions.Officer, opinions.Document);
        await opinions.Desk.StartAsync(opinions.Officer, opinions.Document, ready.Version, Opinions.Second, None);
        Assert.Equal(DocumentState.Approved, await opinions.Portal.Desk.ApproveAsync(opinions.Officer, opinions.Document, ready.Version, None));

        await opinions.Portal.ReadAllAsync();
        Assert.Equal((0, JobState.Recognised), (opinions.Two.Calls, (await opinions.Portal.JobAsync(opinions.Document)).State));
        Assert.Contains("approved already", (await RefusedAsync(async () => await opinions.Portal.Desk.ReadAgainAsync(opinions.Officer, opinions.Document, None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_looks_by_itself_sees_the_answer_and_renews_no_claim()
    {
        await using var opinions = await Opinions.StartAsync();
        await opinions.Desk.StartAsync(opinions.Officer, opinions.Document, await opinions.VersionAsync(), Opinions.Second, None);
        var until = (await opinions.Portal.RowAsync(opinions.Document)).ClaimUntil;
        opinions.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await opinions.Portal.ReadAllAsync();

        var seen = await opinions.Portal.Desk.LookAsync(opinions.Officer, opinions.Document, None);
        Assert.Equal((null, 1, until), (seen.OpinionPending, seen.OtherReadings, seen.ClaimUntil));
        opinions.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("ended", (await RefusedAsync(() => opinions.Portal.Desk.LookAsync(opinions.Officer, opinions.Document, None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_readings_is_recorded()
    {
        await using var opinions = await Opinions.StartAsync();
        var before = (await opinions.Portal.EventsAsync(opinions.Document)).Count(name => name == AuditEvents.DocumentViewed);
        await opinions.ViewAsync();
        Assert.Equal(before + 1, (await opinions.Portal.EventsAsync(opinions.Document)).Count(name => name == AuditEvents.DocumentViewed));
    }

    internal static async Task<CommandRefusedException> RefusedAsync(Func<Task> command) => await Assert.ThrowsAsync<CommandRefusedException>(command);
}
