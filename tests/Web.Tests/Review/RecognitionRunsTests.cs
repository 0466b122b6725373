using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class RecognitionRunsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_run_says_which_service_why_where_to_and_with_which_request()
    {
        var one = new ScriptedService("VendorOne", isMetered: true).Fails(FailureClass.Configuration, "ResourceUnavailable");
        var (runs, _, _) = await HistoryAsync(one);

        var run = Assert.Single(runs.Readings);
        Assert.Equal(("OfflineEngine", "1.0", "request-1", (string?)null, true), (run.Service, run.ServiceVersion, run.RequestId, run.Country, run.IsUsed));
        Assert.Equal("Fallback: VendorOne (scripted) was cut off", run.Route);
        var call = Assert.Single(runs.Failed);
        Assert.Equal(("VendorOne (scripted)", "Administrator needed", "ResourceUnavailable", "SG", false, false), (call.ServiceName, call.What, call.Code, call.Country, call.IsUnknown, call.MayBeCharged));
        Assert.NotNull(call.EndedAt);
        Assert.Empty(runs.PossiblyChargedTwice);
    }

    [Fact]
    public async Task A_fallback_is_marked_as_provisional_until_a_better_reading_is_used()
    {
        var one = new ScriptedService("VendorOne", isMetered: true).Fails(FailureClass.Configuration, "ResourceUnavailable");
        await using var portal = await FlowPortal.StartAsync(vendors: [one]);
        var officer = await portal.PersonAsync("Sok", Roles.Approver);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();
        Assert.True((await portal.Desk.OpenAsync(officer, id, None)).IsProvisional);
        Assert.True((await portal.Get<DocumentDetails>().GetAsync(officer, id, None)).IsProvisional);

        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        var opinions = portal.Get<SecondOpinions>();
        await opinions.StartAsync(officer, id, (await portal.RowAsync(id)).Version, "VendorOne", None);
        await portal.ReadAllAsync();
        var view = await opinions.ViewAsync(officer, id, None);
        await opinions.AdoptAsync(officer, id, view.Version, view.Readings.Single(reading => reading.Service == "VendorOne").Id, None);
        Assert.False((await portal.Desk.OpenAsync(officer, id, None)).IsProvisional);
    }

    [Fact]
    public async Task Two_calls_of_which_one_ended_unknown_are_a_possible_double_charge()
    {
        var one = new ScriptedService("VendorOne", isMetered: true).Fails(FailureClass.UnknownOutcome, "call.no_answer");
        var (runs, _, _) = await HistoryAsync(one);

        Assert.Equal("VendorOne", Assert.Single(runs.Readings).Service);
        var call = Assert.Single(runs.Failed);
        Assert.True(call is { IsUnknown: true, MayBeCharged: true, What: "No answer" });
        Assert.Equal(["VendorOne (scripted)"], runs.PossiblyChargedTwice);
    }

    [Theory]
    [InlineData("object.deleted", Severity.Info, CloudCopy.Deleted)]
    [InlineData("object.not_deleted", Severity.High, CloudCopy.NotDeleted)]
    [InlineData("9102", Severity.Critical, CloudCopy.None)]
    public async Task Says_whether_the_copy_in_the_cloud_is_gone(string code, Severity severity, CloudCopy copy)
    {
        var ci = new ScriptedService(TencentCiIdCardOcrConnector.Id, isMetered: true);
        ci.Reads(ci.Passport(warnings: new Warning(ci.Info.Id, code, severity, "Said by the service.", "")));
        Assert.Equal(copy, Assert.Single((await HistoryAsync(ci)).Runs.Readings).Copy);
    }

    [Fact]
    public async Task Who_sent_the_document_in_sees_none_of_it_and_an_auditor_sees_it_without_values()
    {
        var one = new ScriptedService("VendorOne", isMetered: true).Fails(FailureClass.UnknownOutcome, "call.no_answer");
        var (_, uploader, auditor) = await HistoryAsync(one);

        Assert.Empty(uploader.Runs.Readings);
        Assert.Empty(uploader.Runs.Failed);
        Assert.Empty(uploader.Runs.PossiblyChargedTwice);
        Assert.Null(auditor.Content);
        Assert.Single(auditor.Runs.Failed);
        Assert.Null(auditor.ReadAgainChoices);
    }

    [Theory]
    [InlineData("First", "First choice for this type")]
    [InlineData("Chosen", "Chosen by an officer")]
    [InlineData("Detect", "To find out what the picture shows")]
    [InlineData("Fallback A=CutOff B=GaveUp", "Fallback: Service A was cut off; Service B had given up")]
    [InlineData("First C=Retired D=Country", "First choice for this type: Service C is retired; pictures may not go to the country of Service D")]
    [InlineData("Something of later", "Something of later")]
    public void The_route_is_said_in_words(string summary, string words) => Assert.Equal(words, RouteText.Of(summary, service => "Service " + service));

    private static async Task<(RunHistory Runs, DocumentDetail Uploader, DocumentDetail Auditor)> HistoryAsync(ScriptedService vendor)
    {
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var id = await portal.DocumentAsync(uploader, "passport");
        await portal.ReadAllAsync();
        var details = portal.Get<DocumentDetails>();
        var (officer, auditor) = (await portal.PersonAsync("Sok", Roles.Approver), await portal.PersonAsync("Ada", Roles.Auditor));
        return ((await details.GetAsync(officer, id, None)).Runs, await details.GetAsync(uploader, id, None), await details.GetAsync(auditor, id, None));
    }
}
