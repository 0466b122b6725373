namespace IdOcrPortal.Web.Accounts;

/// <summary>How long an account stays closed after wrong passwords: every fifth in a row closes it, for one minute first, then twice as long each time up to an hour. Never for ever.</summary>
internal static class Lockout
{
    private const int FailuresPerLock = 5;
    private const int LongestMinutes = 60;

    /// <summary>A day without a wrong password begins the count anew.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Whether the account is closed now.</summary>
    internal static bool IsLocked(PortalUser account, DateTimeOffset now) => account.LockoutEnd > now;

    /// <summary>Counts a wrong password.</summary>
    internal static void CountFailure(PortalUser account, DateTimeOffset now)
    {
        if (account.LockoutEnd + Forgotten < now)
        {
            account.AccessFailedCount = 0;
        }

        account.AccessFailedCount++;
        if (account.AccessFailedCount % FailuresPerLock == 0)
        {
            account.LockoutEnd = now.AddMinutes(MinutesAfter(account.AccessFailedCount / FailuresPerLock));
        }
    }

    /// <summary>Forgets wrong passwords after a right one.</summary>
    internal static void Clear(PortalUser account)
    {
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }

    private static int MinutesAfter(int locks) => locks > 6 ? LongestMinutes : Math.Min(LongestMinutes, 1 << (locks - 1));
}
