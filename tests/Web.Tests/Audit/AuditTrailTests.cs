using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Audit;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private static readonly Guid First = Guid.Parse("0f2a3bcd-0000-4000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("0f2a4bcd-0000-4000-8000-000000000002");   // differs from the first in the twentieth bit

    private TestPortal _portal = null!;
    private Guid _auditor;
    private Guid _dara;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(clock: new ManualClock(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero)));
        _auditor = await _portal.PersonAsync(Roles.Auditor);
        _dara = await _portal.PersonAsync(Roles.Reviewer);
        var mei = await _portal.PersonAsync(Roles.Approver);
        await RecordAsync(lines => lines.System(AuditEvents.RecognitionCompleted, "recognition", First, ("service", "OfflineEngine")));
        _portal.Clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(lines => lines.Document(AuditEvents.DecisionApproved, _dara, First, ("round", "1")));
        _portal.Clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(lines => lines.Document(AuditEvents.DecisionRejected, mei, Second));
        _portal.Clock.Advance(TimeSpan.FromHours(1));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Shows_a_record_as_a_sentence_with_its_facts_and_its_place_in_the_chain()
    {
        var entry = Assert.Single(await FindAsync(new AuditQuery(Event: AuditEvents.DecisionApproved)));

        Assert.Equal($"Dara Reviewer approved document {ShortId.Of(First)}", entry.Sentence);
        Assert.Equal((First, _dara, "Dara Reviewer", ShortId.Of(First)), (entry.DocumentId, entry.ActorId, entry.Actor, entry.Subject));
        Assert.Equal("1", entry.Public["round"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero), entry.At);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var row = await db.Audit.SingleAsync(record => record.Seq == entry.Seq);
        Assert.Equal((Convert.ToHexStringLower(row.Hash), Convert.ToHexStringLower(row.Prev), false), (entry.Hash, entry.PreviousHash, entry.HasPrivatePart));
    }

    [Fact]
    public async Task Finds_by_the_whole_id() =>
        Assert.Equal([AuditEvents.DecisionApproved, AuditEvents.RecognitionCompleted], (await FindAsync(new AuditQuery(DocumentId: First))).Select(entry => entry.Event));

    [Fact]
    public async Task Finds_by_the_short_id_in_any_case_and_nothing_beside_it()
    {
        Assert.NotEqual(ShortId.Of(First), ShortId.Of(Second));
        Assert.All(await FindAsync(new AuditQuery(ShortId: ShortId.Of(First).ToLowerInvariant())), entry => Assert.Equal(First, entry.DocumentId));
        Assert.Equal(2, (await FindAsync(new AuditQuery(ShortId: ShortId.Of(First)))).Count);
        Assert.Single(await FindAsync(new AuditQuery(ShortId: ShortId.Of(Second))));
    }

    [Theory]
    [InlineData("U234")]     // U is not in the alphabet
    [InlineData("4F2")]
    [InlineData("4F2K4F2K4F2K")]
    [InlineData("'; --")]
    public async Task Finds_nothing_by_what_is_no_short_id(string text) => Assert.Empty(await FindAsync(new AuditQuery(ShortId: text)));

    [Fact]
    public void Every_short_id_leads_back_to_the_beginning_of_its_id()
    {
        var random = new Random(20261118);
        var bytes = new byte[16];
        for (var i = 0; i < 2_000; i++)
        {
            random.NextBytes(bytes);
            var id = new Guid(bytes);
            Assert.True(ShortIdPrefix.TryParse(ShortId.Of(id), out var prefix));
            Assert.StartsWith(prefix, id.ToString("n"), StringComparison.Ordinal);
            Assert.Equal(5, prefix.Length);
        }
    }

    [Theory]
    [InlineData("dara", 1)]
    [InlineData("Reviewer", 1)]
    [InlineData("approver", 1)]
    [InlineData("nobody", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    public async Task Finds_by_the_user_name_or_the_display_name_of_who_acted(string person, int found) =>
        Assert.Equal(found, (await FindAsync(new AuditQuery(Person: person, Event: "decision"))).Count);

    [Fact]
    public async Task Finds_by_a_person_also_what_was_done_to_the_account()
    {
        await RecordAsync(lines => lines.Add(new AuditLine(
            AuditEvents.SignInFailed, ActorKind.System, "sign-in", SubjectKind.User, _dara.ToString("n"), new Dictionary<string, string> { ["reason"] = "wrong_password" })));
        await RecordAsync(lines => lines.Add(new AuditLine(
            AuditEvents.SignInFailed, ActorKind.System, "sign-in", SubjectKind.User, _auditor.ToString("n"), new Dictionary<string, string> { ["reason"] = "wrong_password" })));

        var found = await FindAsync(new AuditQuery(Person: "dara"));

        Assert.Equal([AuditEvents.SignInFailed, AuditEvents.DecisionApproved, AuditEvents.UserCreated], found.Select(entry => entry.Event));
        Assert.Equal("A sign-in was refused for Dara Reviewer", found[0].Sentence);
    }

    [Theory]
    [InlineData("decision", 2)]
    [InlineData("decision.", 2)]
    [InlineData("decision.approved", 1)]
    [InlineData("deci", 0)]
    [InlineData("DECISION", 2)]
    public async Task Finds_by_event_or_by_the_part_before_the_point(string eventName, int found) => Assert.Equal(found, (await FindAsync(new AuditQuery(Event: eventName))).Count);

    [Fact]
    public async Task Finds_from_a_time_until_before_another()
    {
        var ten = new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal([AuditEvents.DecisionApproved], (await FindAsync(new AuditQuery(From: ten, Until: ten.AddHours(1)))).Select(entry => entry.Event));
    }

    [Fact]
    public async Task Pages_newest_first_without_a_gap_or_a_repeat()
    {
        var total = (await _portal.Trail.SearchAsync(_auditor, new AuditQuery(Take: 1), default)).Total;
        var pages = new List<long>();
        for (var skip = 0; skip < total; skip += 2)
        {
            // The first page records the search; the later ones must not move what they page through.
            pages.AddRange((await _portal.Trail.SearchAsync(_auditor, new AuditQuery(Skip: skip, Take: 2), default)).Items.Select(entry => entry.Seq));
        }

        Assert.Equal(pages.OrderDescending().Distinct(), pages);
        Assert.Equal(total + 1, pages[0]);
    }

    [Fact]
    public async Task Takes_no_more_than_two_hundred_at_once()
    {
        await RecordAsync(lines =>
        {
            for (var i = 0; i < 250; i++)
            {
                lines.Document(AuditEvents.DocumentViewed, _dara, Second);
            }
        });

        Assert.Equal(200, (await _portal.Trail.SearchAsync(_auditor, new AuditQuery(Take: 10_000), default)).Items.Count);
    }

    [Fact]
    public async Task Records_that_it_searched_and_by_what_but_not_for_what()
    {
        await FindAsync(new AuditQuery(DocumentId: First, Person: "dara"));

        var record = (await FindAsync(new AuditQuery(Event: AuditEvents.SearchPerformed)))[1];
        Assert.Equal("Budi Auditor searched the audit", record.Sentence);
        Assert.Equal([new("by", "document,person")], record.Public);
        Assert.Null(record.DocumentId);
    }

    [Fact]
    public async Task Is_open_to_auditors_alone()
    {
        foreach (var role in Roles.All.Where(role => role != Roles.Auditor))
        {
            var person = await _portal.PersonAsync(role);
            await AssertRefusedAsync(() => _portal.Trail.SearchAsync(person, new AuditQuery(), default));
            await AssertRefusedAsync(() => _portal.Trail.SearchAsync(person, new AuditQuery(Skip: 1), default));
            await AssertRefusedAsync(() => _portal.Trail.EventNamesAsync(person, default));
            await AssertRefusedAsync(() => _portal.Trail.VerifyAsync(person, null, default));
        }

        await AssertRefusedAsync(() => _portal.Trail.SearchAsync(Guid.NewGuid(), new AuditQuery(), default));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Audit.AnyAsync(record => record.Event == AuditEvents.SearchPerformed || record.Event == AuditEvents.ChainVerified));
    }

    [Fact]
    public async Task Is_closed_to_an_auditor_from_the_moment_of_being_disabled()
    {
        await _portal.Writer.WriteAsync(async (db, _) => (await db.Users.SingleAsync(user => user.Id == _auditor)).IsDisabled = true, default);

        await AssertRefusedAsync(() => _portal.Trail.SearchAsync(_auditor, new AuditQuery(), default));
    }

    [Fact]
    public async Task Lists_the_events_that_occur() =>
        Assert.Equal(
            [AuditEvents.DecisionApproved, AuditEvents.DecisionRejected, AuditEvents.LogCreated, AuditEvents.RecognitionCompleted, AuditEvents.UserCreated],
            await _portal.Trail.EventNamesAsync(_auditor, default));

    private static async Task AssertRefusedAsync(Func<Task> command) => Assert.Equal(Refusal.NotAllowed, (await Assert.ThrowsAsync<CommandRefusedException>(command)).Refusal);

    private async Task<IReadOnlyList<AuditEntry>> FindAsync(AuditQuery query) => (await _portal.Trail.SearchAsync(_auditor, query, default)).Items;

    private Task<bool> RecordAsync(Action<AuditLines> record) => _portal.Writer.WriteAsync((_, lines) =>
    {
        record(lines);
        return Task.FromResult(true);
    }, CancellationToken.None);
}
