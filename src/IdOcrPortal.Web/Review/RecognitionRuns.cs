using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>What became of the copy of the picture that a service stored for reading.</summary>
public enum CloudCopy
{
    /// <summary>The service stored none, or does not say.</summary>
    None,

    Deleted,

    /// <summary>It could not be deleted: it is still there.</summary>
    NotDeleted,
}

/// <summary>One reading as the detail page lists it.</summary>
public sealed record RunSummary(int Run, string Service, string ServiceName, string ServiceVersion, string? RequestId, string? Country, int LatencyMs, DateTimeOffset At)
{
    /// <summary>Why this service read it, in words.</summary>
    public string Route { get; init; } = "";

    /// <summary>Whether the sandbox played the service.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Whether the document is reviewed by this reading.</summary>
    public bool IsUsed { get; init; }

    public CloudCopy Copy { get; init; }
}

/// <summary>One call to a service that brought no reading.</summary>
/// <param name="What">Who would have to act on it.</param>
/// <param name="Code">The service's raw code, or ours; <see langword="null"/> where nobody answered.</param>
/// <param name="Country">Country that the picture went to; <see langword="null"/>: nowhere.</param>
/// <param name="EndedAt"><see langword="null"/> while it is open.</param>
/// <param name="IsUnknown">Whether nobody knows how it ended.</param>
/// <param name="MayBeCharged">Whether it may have cost money all the same.</param>
public sealed record CallSummary(
    string Service, string ServiceName, string What, string? Code, string? RequestId, string? Country, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsUnknown, bool MayBeCharged)
{
    /// <summary>Name of a copy of the picture that the vendor still has, to be deleted by hand; <see langword="null"/> where none is known.</summary>
    public string? LeftObject { get; init; }
}

/// <summary>All that services were asked about one document.</summary>
/// <param name="Readings">In order.</param>
/// <param name="Failed">Calls without a reading, in order.</param>
/// <param name="PossiblyChargedTwice">Names of services that may have charged this document twice.</param>
public sealed record RunHistory(IReadOnlyList<RunSummary> Readings, IReadOnlyList<CallSummary> Failed, IReadOnlyList<string> PossiblyChargedTwice)
{
    /// <summary>For those who may not see it.</summary>
    public static RunHistory None { get; } = new([], [], []);
}

/// <summary>Reads the history of a document's readings. Rights were checked by the caller; holds no personal value.</summary>
internal sealed class RecognitionRuns(DocumentVault vault, Recognizer recognizer)
{
    internal async Task<RunHistory> ReadAsync(PortalDb db, DocumentRow document, CancellationToken cancellationToken)
    {
        var rows = await db.Readings.AsNoTracking().Where(reading => reading.DocumentId == document.Id).OrderBy(reading => reading.Run).ToListAsync(cancellationToken);
        var readings = new List<RunSummary>(rows.Count);
        foreach (var row in rows)
        {
            readings.Add(new RunSummary(row.Run, row.Service, Name(row.Service), row.ServiceVersion, row.RequestId, row.Country, row.LatencyMs, row.At)
            {
                Route = RouteText.Of(row.Route, Name),
                IsSandbox = row.IsSandbox,
                IsUsed = row.Id == document.ReadingId,
                Copy = await CopyAsync(document, row, cancellationToken),
            });
        }

        var calls = await db.ServiceCalls.AsNoTracking().Where(call => call.DocumentId == document.Id).OrderBy(call => call.StartedAt).ThenBy(call => call.Fence).ToListAsync(cancellationToken);
        return new RunHistory(readings, [.. calls.Where(call => call.State != CallState.Succeeded).Select(Show)], ChargedTwice(calls));
    }

    // An answered call costs money; one without an answer may. Two of them, one of which nobody knows the end of, may be the same reading paid twice.
    private List<string> ChargedTwice(IEnumerable<ServiceCallRow> calls) =>
    [
        .. calls.Where(call => call.State is CallState.Succeeded or CallState.Unknown && Troubles.IsMetered(recognizer, call.Service))
            .GroupBy(call => call.Service)
            .Where(ofService => ofService.Count() > 1 && ofService.Any(call => call.State == CallState.Unknown))
            .Select(ofService => Name(ofService.Key)),
    ];

    private CallSummary Show(ServiceCallRow call)
    {
        var isUnknown = call.State == CallState.Unknown;
        var what = call.State == CallState.Started ? "Under way" : Enum.TryParse<FailureClass>(call.FailureClass, out var failure) ? Word(failure) : "Failed";
        return new CallSummary(
            call.Service, Name(call.Service), what, call.FailureCode, call.RequestId, call.Country, call.StartedAt, call.EndedAt, isUnknown, isUnknown && Troubles.IsMetered(recognizer, call.Service)) { LeftObject = call.LeftObject };
    }

    private static string Word(FailureClass failure) => failure switch
    {
        FailureClass.InputFinal or FailureClass.InputQuality => "New photo needed",
        FailureClass.Transient => "Passing fault",
        FailureClass.Throttled => "Too many calls",
        FailureClass.Credential or FailureClass.Configuration => "Administrator needed",
        FailureClass.UnknownOutcome => "No answer",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "No word for this class."),
    };

    private async Task<CloudCopy> CopyAsync(DocumentRow document, ReadingRow row, CancellationToken cancellationToken)
    {
        if (row.Service != TencentCiIdCardOcrConnector.Id)
        {
            return CloudCopy.None;
        }

        var codes = (await StoredReading.UnsealAsync(vault, document, row, cancellationToken)).Warnings.Select(warning => warning.Code).ToList();
        return codes.Contains("object.not_deleted") ? CloudCopy.NotDeleted : codes.Contains("object.deleted") ? CloudCopy.Deleted : CloudCopy.None;
    }

    private string Name(string service) => Troubles.NameOf(recognizer, service);
}
