using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class ReadAgainTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_failed_document_is_read_by_the_service_that_the_officer_chose()
    {
        var (one, two) = (new ScriptedService("VendorOne", isMetered: true), new ScriptedService("VendorTwo", isMetered: true));
        for (var i = 0; i < 3; i++)
        {
            one.Fails(FailureClass.UnknownOutcome, "call.no_answer");
        }

        await using var portal = await FlowPortal.StartAsync(vendors: [one, two]);
        var (officer, id) = await FailedAsync(portal);
        var shown = await portal.Desk.OpenAsync(officer, id, None);
        Assert.Equal(["VendorOne", "VendorTwo", OfflineEngineConnector.Id], shown.ReadAgainChoices.Select(choice => choice.Id));
        Assert.Equal(TroubleKind.UnknownOutcome, shown.Trouble!.Kind);
        Assert.Equal("No answer after sending; the call may have been charged.", shown.Trouble.Title);

        await portal.Desk.ReadAgainAsync(officer, id, None, "VendorTwo");
        await portal.ReadAllAsync();
        Assert.Equal((DocumentState.ReadyForReview, "VendorTwo"), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).Service));
        Assert.Equal((2, 1), (one.Calls, two.Calls));
    }

    [Fact]
    public async Task A_document_that_waits_is_sent_elsewhere_and_one_that_is_being_read_is_not()
    {
        var one = new ScriptedService("VendorOne", isMetered: true).Fails(FailureClass.Throttled, "RequestLimitExceeded", TimeSpan.FromMinutes(5));
        await using var portal = await FlowPortal.StartAsync(vendors: [one]);
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        Assert.Contains("waiting to be read", (await RefusedAsync(() => portal.Desk.ReadAgainAsync(officer, id, None))).Message, StringComparison.Ordinal);

        await portal.ReadAllAsync();
        var detail = await portal.Get<DocumentDetails>().GetAsync(officer, id, None);
        Assert.Equal((DocumentState.Received, TroubleKind.WillRetry, "VendorOne (scripted)", "RequestLimitExceeded"), (detail.State, detail.Trouble!.Kind, detail.Trouble.ServiceName, detail.Trouble.Code));
        Assert.True(detail.Trouble.NextTry >= portal.Clock.GetUtcNow().AddMinutes(5));
        Assert.Equal(2, detail.ReadAgainChoices!.Count);

        await portal.Desk.ReadAgainAsync(officer, id, None, OfflineEngineConnector.Id);
        await portal.ReadAllAsync();
        Assert.Equal((DocumentState.ReadyForReview, OfflineEngineConnector.Id), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).Service));
        Assert.Contains(AuditEvents.RecognitionRestarted, await portal.EventsAsync(id));
    }

    [Fact]
    public async Task Only_a_service_that_reads_the_type_and_an_officer_who_is_not_the_uploader()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Fails(FailureClass.InputQuality, "offline.no_mrz"));
        var both = await portal.PersonAsync("Uma", Roles.Uploader, Roles.Reviewer);
        var id = await portal.DocumentAsync(both, "passport");
        await portal.ReadAllAsync();
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);

        Assert.Contains("Choose one of", (await RefusedAsync(() => portal.Desk.ReadAgainAsync(officer, id, None, "AccuAuthKtp"))).Message, StringComparison.Ordinal);
        Assert.Contains("yourself", (await RefusedAsync(() => portal.Desk.ReadAgainAsync(both, id, None))).Message, StringComparison.Ordinal);
        Assert.Null((await portal.Get<DocumentDetails>().GetAsync(both, id, None)).ReadAgainChoices);
    }

    [Theory]
    [InlineData(FailureClass.InputQuality, "offline.no_mrz", TroubleKind.NewPhoto)]
    [InlineData(FailureClass.InputQuality, "FailedOperation.Made.Up", TroubleKind.UnknownCode)]
    [InlineData(FailureClass.Configuration, "engine.settings", TroubleKind.Administrator)]
    public async Task Each_class_says_who_has_to_act(FailureClass failure, string code, TroubleKind kind)
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Fails(failure, code));
        var (officer, id) = await FailedAsync(portal);

        var trouble = (await portal.Desk.OpenAsync(officer, id, None)).Trouble!;
        Assert.Equal((kind, code), (trouble.Kind, trouble.Code));
    }

    [Fact]
    public async Task A_type_that_nothing_reads_is_for_the_administrator()
    {
        await using var portal = await FlowPortal.StartAsync();
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "idn-ktp");
        await portal.ReadAllAsync();

        var shown = await portal.Desk.OpenAsync(officer, id, None);
        Assert.Equal((TroubleKind.Administrator, "No service that is set up reads this type of document."), (shown.Trouble!.Kind, shown.Trouble.Title));
        Assert.Empty(shown.ReadAgainChoices);
    }

    [Theory]
    [InlineData("TencentMLIDCardOcr", FailureClass.InputQuality, "FailedOperation.ImageBlur", TroubleKind.NewPhoto, "blurred")]
    [InlineData("TencentMLIDCardOcr", FailureClass.InputQuality, "FailedOperation.NeverHeardOf", TroubleKind.UnknownCode, "does not list")]
    [InlineData("AccuAuthKtp", FailureClass.Transient, "HTTP 599", TroubleKind.UnknownCode, "does not list")]
    [InlineData("TencentMLIDCardOcr", FailureClass.Transient, "call.no_connection", TroubleKind.GaveUp, "again and again")]
    [InlineData("TencentMLIDCardOcr", FailureClass.Configuration, "FailedOperation.UnOpenError", TroubleKind.Administrator, "cannot be used")]
    [InlineData("OfflineEngine", FailureClass.UnknownOutcome, "recognition.interrupted", TroubleKind.GaveUp, "interrupted")]
    [InlineData("TencentMLIDCardOcr", null, "portal.unexpected", TroubleKind.Portal, "portal failed")]
    public async Task A_vendors_code_is_told_by_its_list(string service, FailureClass? failure, string code, TroubleKind kind, string text)
    {
        await using var portal = await FlowPortal.StartAsync();
        var trouble = Troubles.Describe(portal.Get<Recognizer>(), service, failure, code, "request-9", mayBeCharged: false);
        Assert.Equal((kind, code, "request-9"), (trouble.Kind, trouble.Code, trouble.RequestId));
        Assert.Contains(text, trouble.Title, StringComparison.Ordinal);
        Assert.NotNull(trouble.ServiceName);
    }

    private static async Task<(Guid Officer, Guid Document)> FailedAsync(FlowPortal portal)
    {
        var officer = await portal.PersonAsync("Dara", Roles.Reviewer);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.RecognitionFailed, (await portal.RowAsync(id)).State);
        return (officer, id);
    }

    private static async Task<CommandRefusedException> RefusedAsync(Func<Task> command) => await Assert.ThrowsAsync<CommandRefusedException>(command);
}
