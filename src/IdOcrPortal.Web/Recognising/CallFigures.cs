using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What the ledger and the tests tell of one service. Every query goes along the ledger's index by service and time, and ends at a number of rows or at 24 hours.</summary>
internal sealed record CallFigures(
    IReadOnlyList<RecentCall> Recent, DateTimeOffset? LastSuccess, IReadOnlyList<TimeSpan> Latencies, IReadOnlyList<FailureCount> Failures, int CallsToday, int TestsToday, int UnknownToday, KeptTest? LastTest)
{
    /// <summary>Most calls whose times are looked at.</summary>
    internal const int MostTimed = 1_000;

    // How far back the last success is looked for.
    private const int MostSearched = 10_000;

    internal static async Task<CallFigures> LoadAsync(PortalDb db, string service, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calls = db.ServiceCalls.AsNoTracking().Where(call => call.Service == service);
        var dayAgo = now.AddDays(-1);
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);

        var timed = await calls.Where(call => call.StartedAt >= dayAgo && call.EndedAt != null).OrderByDescending(call => call.StartedAt).Take(MostTimed)
            .Select(call => new Ended(call.StartedAt, call.EndedAt!.Value, call.State, call.FailureClass)).ToListAsync(cancellationToken);
        var lastSuccess = await calls.OrderByDescending(call => call.StartedAt).Take(MostSearched).Where(call => call.State == CallState.Succeeded).MaxAsync(call => call.EndedAt, cancellationToken);
        var callsToday = await calls.CountAsync(call => call.StartedAt >= today, cancellationToken);
        var unknownToday = await calls.CountAsync(call => call.StartedAt >= today && call.State == CallState.Unknown, cancellationToken);

        var tests = db.ServiceTests.AsNoTracking().Where(test => test.Service == service);
        var testsToday = await tests.CountAsync(test => test.At >= today && (test.IsAnswered || test.LatencyMs > 0 || test.FailureClass == nameof(FailureClass.UnknownOutcome)), cancellationToken);
        var kept = await tests.OrderByDescending(test => test.At).Take(1)
            .Join(db.Users, test => test.ByUserId, user => user.Id, (test, user) => new { test, user.DisplayName }).SingleOrDefaultAsync(cancellationToken);
        var lastTest = kept is null ? null : new KeptTest(
            kept.test.At, kept.DisplayName, kept.test.IsAnswered, ClassOf(kept.test.FailureClass), kept.test.FailureCode, kept.test.RequestId, TimeSpan.FromMilliseconds(kept.test.LatencyMs));
        var goodTest = await tests.Where(test => test.IsAnswered && test.FailureClass == null).OrderByDescending(test => test.At).Select(test => (DateTimeOffset?)test.At).FirstOrDefaultAsync(cancellationToken);

        return new CallFigures(
            Newest(timed, lastTest, now), Later(lastSuccess, goodTest), [.. timed.Select(call => call.AsRecent()).Where(call => call.IsAnswer).Select(call => call.Latency)],
            await FailuresAsync(calls, dayAgo, cancellationToken), callsToday + testsToday, testsToday, unknownToday, lastTest);
    }

    private static async Task<IReadOnlyList<FailureCount>> FailuresAsync(IQueryable<ServiceCallRow> calls, DateTimeOffset dayAgo, CancellationToken cancellationToken)
    {
        var failed = calls.Where(call => call.StartedAt >= dayAgo && call.FailureClass != null);
        var classes = await failed.GroupBy(call => call.FailureClass!).Select(group => new { Class = group.Key, Count = group.Count(), Latest = group.Max(call => call.StartedAt) }).ToListAsync(cancellationToken);
        var counts = new List<FailureCount>(classes.Count);
        foreach (var found in classes)
        {
            if (ClassOf(found.Class) is not { } known)
            {
                continue;
            }

            var code = await failed.Where(call => call.FailureClass == found.Class).OrderByDescending(call => call.StartedAt).Select(call => call.FailureCode).FirstOrDefaultAsync(cancellationToken);
            counts.Add(new FailureCount(known, found.Count, code, found.Latest));
        }

        return [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Class)];
    }

    // The newest test stands among the calls where its time puts it; one that sent nothing or is under way tells nothing.
    private static List<RecentCall> Newest(List<Ended> timed, KeptTest? test, DateTimeOffset now)
    {
        var from = now - HealthRules.Window;
        var recent = timed.Where(call => call.StartedAt >= from).Select(call => (call.StartedAt, Call: call.AsRecent())).ToList();
        if (test is not null && test.At >= from && (test.IsAnswered || test.Latency > TimeSpan.Zero))
        {
            recent.Add((test.At, new RecentCall(test.Class, test.Latency)));
        }

        return [.. recent.OrderByDescending(entry => entry.StartedAt).Select(entry => entry.Call)];
    }

    private static FailureClass? ClassOf(string? name) => Enum.TryParse<FailureClass>(name, out var known) && Enum.IsDefined(known) ? known : null;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private sealed record Ended(DateTimeOffset StartedAt, DateTimeOffset EndedAt, CallState State, string? FailureClass)
    {
        internal RecentCall AsRecent() => new(State == CallState.Succeeded ? null : ClassOf(FailureClass) ?? Recognition.FailureClass.UnknownOutcome, EndedAt - StartedAt);
    }
}
