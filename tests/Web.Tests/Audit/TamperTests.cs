using System.Globalization;
using System.Security.Cryptography;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Audit;

/// <summary>A log of some twenty records, changed as somebody with the database file could change it; verification names the first record that is wrong.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private const int Victim = 12;

    private TestPortal _portal = null!;
    private Guid _auditor;
    private Guid _dataKey;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _auditor = await _portal.PersonAsync(Roles.Auditor);
        _dataKey = await _portal.Vault.CreateKeyAsync(default);
        var document = Guid.NewGuid();
        for (var i = 0; i < 14; i++)
        {
            _portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await _portal.Writer.WriteAsync((_, lines) =>
            {
                // Every record has a private part, so that the victim has one to lose.
                lines.Add(new AuditLine(
                    AuditEvents.FieldConfirmed, ActorKind.User, _auditor.ToString("n"), SubjectKind.Document, document.ToString("n"),
                    new Dictionary<string, string> { ["field"] = "surname" }, new Dictionary<string, string> { ["value"] = "ERIKSSON" }, _dataKey));
                return Task.FromResult(true);
            }, CancellationToken.None);
        }
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Finds_nothing_wrong_with_an_untouched_log()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var head = await db.Audit.OrderByDescending(row => row.Seq).FirstAsync();
        Assert.True(head.Seq > Victim + 2);

        var result = await VerifyAsync();

        Assert.Null(result.FirstBreak);
        Assert.Equal((head.Seq, Convert.ToHexStringLower(head.Hash), 1), (result.Records, result.Head, result.MacKeyId));
        var record = await db.Audit.OrderByDescending(row => row.Seq).FirstAsync();
        Assert.Equal((AuditEvents.ChainVerified, "none"), (record.Event, AuditFormat.ReadFieldList(record.Public)["first_break"]));
    }

    [Theory]
    [InlineData("\"Seq\" = 4000", Victim)]
    [InlineData("\"TimeUs\" = \"TimeUs\" + 1", Victim)]
    [InlineData("\"TimeUs\" = 1", Victim)]
    [InlineData("\"Event\" = 'field.edited'", Victim)]
    [InlineData("\"ActorKind\" = 0", Victim)]
    [InlineData("\"Actor\" = '0f8fad5bd9cb469fa16570867728950e'", Victim)]
    [InlineData("\"SubjectKind\" = 2", Victim)]
    [InlineData("\"Subject\" = '0f8fad5bd9cb469fa16570867728950e'", Victim)]
    [InlineData("\"RequestId\" = '00000000-0000-0000-0000-000000000000'", Victim)]
    [InlineData("\"Public\" = x'0000'", Victim)]
    [InlineData("\"Public\" = zeroblob(70000)", Victim)]
    [InlineData("\"Commitment\" = zeroblob(32)", Victim)]
    [InlineData("\"Commitment\" = x''", Victim)]
    [InlineData("\"Private\" = NULL", Victim)]
    [InlineData("\"Private\" = x'00'", Victim)]
    [InlineData("\"Private\" = zeroblob(length(\"Private\"))", Victim)]
    [InlineData("\"Private\" = (SELECT \"Private\" FROM \"Audit\" WHERE \"Seq\" = 13)", Victim)]
    [InlineData("\"Prev\" = zeroblob(32)", Victim)]
    [InlineData("\"Prev\" = x''", Victim)]
    [InlineData("\"Hash\" = zeroblob(32)", Victim)]
    [InlineData("\"MacKeyId\" = 2", Victim)]
    [InlineData("\"MacKeyId\" = 65537", Victim)]
    [InlineData("\"Mac\" = zeroblob(32)", Victim)]
    [InlineData("\"Mac\" = x''", Victim)]
    public async Task Names_the_record_of_which_a_column_was_changed(string change, long expected)
    {
        await _portal.TamperAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE \"Audit\" SET {change} WHERE \"Seq\" = {Victim}"));

        await AssertFirstBreakAsync(expected);
    }

    [Theory]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Seq\" = 12", 12)]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Seq\" < 5", 1)]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Seq\" = 12; UPDATE \"Audit\" SET \"Seq\" = \"Seq\" - 1 WHERE \"Seq\" > 12", 12)]
    [InlineData("UPDATE \"Audit\" SET \"Seq\" = -1 WHERE \"Seq\" = 12; UPDATE \"Audit\" SET \"Seq\" = 12 WHERE \"Seq\" = 13; UPDATE \"Audit\" SET \"Seq\" = 13 WHERE \"Seq\" = -1", 12)]
    [InlineData("UPDATE \"Audit\" SET \"Seq\" = -\"Seq\" WHERE \"Seq\" >= 12; UPDATE \"Audit\" SET \"Seq\" = 1 - \"Seq\" WHERE \"Seq\" < 0; INSERT INTO \"Audit\" SELECT 12, \"TimeUs\", \"Event\", \"ActorKind\", \"Actor\", \"SubjectKind\", \"Subject\", \"RequestId\", \"Public\", \"Commitment\", \"Private\", \"Prev\", \"Hash\", \"MacKeyId\", \"Mac\" FROM \"Audit\" WHERE \"Seq\" = 11", 12)]
    [InlineData("INSERT INTO \"Audit\" SELECT 0, \"TimeUs\", \"Event\", \"ActorKind\", \"Actor\", \"SubjectKind\", \"Subject\", \"RequestId\", \"Public\", \"Commitment\", \"Private\", \"Prev\", \"Hash\", \"MacKeyId\", \"Mac\" FROM \"Audit\" WHERE \"Seq\" = 1", 1)]
    [InlineData("UPDATE \"AuditLog\" SET \"LogId\" = zeroblob(16)", 1)]
    [InlineData("DELETE FROM \"AuditLog\"", 1)]
    [InlineData("DELETE FROM \"Audit\"", 1)]
    public async Task Names_the_first_record_of_a_log_that_was_rearranged(string change, long expected)
    {
        await _portal.TamperAsync(change);

        await AssertFirstBreakAsync(expected);
    }

    [Fact]
    public async Task Names_the_first_record_that_was_chained_again_without_the_seal_key()
    {
        // Everything that needs no secret is right afterwards: contents, hashes and links.
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            var logId = await db.AuditLog.Select(log => log.LogId).SingleAsync();
            var rows = await db.Audit.Where(row => row.Seq >= Victim - 1).OrderBy(row => row.Seq).ToListAsync();
            rows[1].Actor = "0f8fad5bd9cb469fa16570867728950e";
            for (var i = 1; i < rows.Count; i++)
            {
                rows[i].Prev = rows[i - 1].Hash;
                rows[i].Hash = AuditFormat.Hash(AuditFormat.Record(logId, rows[i]));
                rows[i].Mac = AuditFormat.Mac(RandomNumberGenerator.GetBytes(32), 1, rows[i].Hash);
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE \"Audit\" SET \"Actor\" = {rows[i].Actor}, \"Prev\" = {rows[i].Prev}, \"Hash\" = {rows[i].Hash}, \"Mac\" = {rows[i].Mac} WHERE \"Seq\" = {rows[i].Seq}");
            }
        }

        Assert.Contains("seal", (await AssertFirstBreakAsync(Victim)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_a_private_part_that_is_gone_once_the_erasure_is_on_record()
    {
        await _portal.TamperAsync($"UPDATE \"Audit\" SET \"Private\" = NULL WHERE \"Private\" IS NOT NULL");
        Assert.NotNull((await VerifyAsync()).FirstBreak);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var subject = await db.Audit.Where(row => row.Seq == Victim).Select(row => row.Subject).SingleAsync();

        await _portal.Writer.WriteAsync((_, lines) =>
        {
            lines.Add(new AuditLine("subject.erased", ActorKind.System, "erasure", SubjectKind.Document, subject, new Dictionary<string, string>()));
            return Task.FromResult(true);
        }, CancellationToken.None);

        Assert.Null((await VerifyAsync()).FirstBreak);
    }

    [Fact]
    public async Task The_clock_going_back_does_not_turn_the_log_around()
    {
        _portal.Clock.Advance(TimeSpan.FromDays(-300));
        await _portal.Writer.WriteAsync((_, lines) =>
        {
            lines.System(AuditEvents.DocumentRouted, "rules", Guid.NewGuid());
            return Task.FromResult(true);
        }, CancellationToken.None);

        Assert.Null((await VerifyAsync()).FirstBreak);
    }

    [Fact]
    public async Task Every_seeded_change_of_a_single_byte_is_found()
    {
        string[] columns = ["Public", "Commitment", "Prev", "Hash", "Mac", "Private"];
        var random = new Random(20261118);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var keys = _portal.Get<PortalKeys>();
        for (var round = 0; round < 300; round++)
        {
            var column = columns[random.Next(columns.Length)];
            var rows = await db.Audit.AsNoTracking().OrderBy(row => row.Seq).ToListAsync();
            var victim = rows.Where(row => column != "Private" || row.Private is not null).ElementAt(random.Next(column == "Private" ? 14 : rows.Count));
            var original = (byte[])typeof(AuditRow).GetProperty(column)!.GetValue(victim)!;
            var changed = (byte[])original.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));

            await SetAsync(column, victim.Seq, changed);
            var result = await new AuditVerification(db, keys, _portal.Vault).RunAsync(null, CancellationToken.None);
            await SetAsync(column, victim.Seq, original);

            Assert.True(result.FirstBreak == victim.Seq, $"{column} of {victim.Seq}, found {result.FirstBreak}");
        }
    }

    private Task SetAsync(string column, long seq, byte[] value) =>
        _portal.TamperAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE \"Audit\" SET \"{column}\" = x'{Convert.ToHexString(value)}' WHERE \"Seq\" = {seq}"));

    private async Task<VerificationResult> AssertFirstBreakAsync(long expected)
    {
        var result = await VerifyAsync();
        Assert.Equal(expected, result.FirstBreak);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"First break at {expected}: "), result.Detail, StringComparison.Ordinal);
        return result;
    }

    private Task<VerificationResult> VerifyAsync() => _portal.Trail.VerifyAsync(_auditor, null, CancellationToken.None);
}
