using System.Collections.Concurrent;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Control;

/// <summary>Lets a vendor's callers through so many times in any second, and refuses the others as the vendor does.</summary>
internal sealed class RateGate(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Vendor, Queue<DateTimeOffset>> passed = new();
    private readonly ConcurrentDictionary<Vendor, int> limits = new();

    /// <param name="perSecond">0: no limit.</param>
    internal void Limit(Vendor vendor, int perSecond) => limits[vendor] = perSecond;

    /// <summary>The vendor's throttling error if the caller is too fast; null if it may pass.</summary>
    internal VendorError? Refusal(Vendor vendor)
    {
        if (limits.GetValueOrDefault(vendor) is not (> 0 and var limit))
        {
            return null;
        }

        var times = passed.GetOrAdd(vendor, _ => new());
        lock (times)
        {
            var now = clock.GetUtcNow();
            while (times.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            {
                times.Dequeue();
            }

            if (times.Count >= limit)
            {
                return VendorErrors.Find(vendor, CodeOf(vendor));
            }

            times.Enqueue(now);
            return null;
        }
    }

    private static string CodeOf(Vendor vendor) => vendor switch
    {
        Vendor.Huawei => "APIG.0308",
        Vendor.Iam => "IAM 503",
        Vendor.Tencent => "RequestLimitExceeded",
        Vendor.Cos => "SlowDown",
        _ => "RATE_LIMIT_EXCEEDED",
    };
}
