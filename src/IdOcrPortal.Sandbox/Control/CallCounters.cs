using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Control;

/// <summary>Calls of one kind.</summary>
/// <param name="Operation">Method and, for Huawei and AccuAuth, the last part of the path; for COS the method and whether it recognises.</param>
/// <param name="Outcome"><c>ok</c>, the vendor's code, or the scenario that cut the answer off.</param>
public sealed record CallCount(Vendor Vendor, string Operation, string Outcome, long Count);

/// <summary>Counts what was asked and how it was answered.</summary>
internal sealed class CallCounters
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(Vendor Vendor, string Operation, string Outcome), long> counts = [];

    internal void Count(WireRequest request, string outcome)
    {
        var key = (request.Vendor, Operation(request), outcome);
        lock (gate)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    internal IReadOnlyList<CallCount> All()
    {
        lock (gate)
        {
            return [.. counts.Select(row => new CallCount(row.Key.Vendor, row.Key.Operation, row.Key.Outcome, row.Value))];
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            counts.Clear();
        }
    }

    // Keys of objects and unknown paths are the callers' own words: they are not kept.
    private static string Operation(WireRequest request) => request.Vendor switch
    {
        Vendor.Tencent => "MLIDCardOCR",
        Vendor.Cos => request.Parameter("ci-process") == "IDCardOCR" ? request.Method + " IDCardOCR" : request.Method,
        _ => request.PathBelowPrefix[(request.PathBelowPrefix.LastIndexOf('/') + 1)..] switch
        {
            "cambodian-idcard" or "id-document" or "idcard" or "tokens" or "projects" => request.PathBelowPrefix[(request.PathBelowPrefix.LastIndexOf('/') + 1)..],
            _ => "other",
        },
    };
}
