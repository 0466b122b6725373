using System.Text.RegularExpressions;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using IdOcrPortal.Recognition.Errors;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>Who has to act on a reading that did not come about (UX §5).</summary>
public enum TroubleKind
{
    /// <summary>The uploader: with a better picture.</summary>
    NewPhoto,

    /// <summary>Nobody: the portal tries again by itself.</summary>
    WillRetry,

    /// <summary>An officer: the service failed too often.</summary>
    GaveUp,

    /// <summary>An administrator: keys, subscription, settings.</summary>
    Administrator,

    /// <summary>An officer, knowing that the call may have been charged.</summary>
    UnknownOutcome,

    /// <summary>An officer: the service answered with a code that no list has.</summary>
    UnknownCode,

    /// <summary>An administrator: the portal itself failed.</summary>
    Portal,
}

/// <summary>Why there is no reading, for officers. Holds no personal value.</summary>
/// <param name="Title">What happened, in one sentence.</param>
/// <param name="Advice">What to do.</param>
/// <param name="ServiceName">The service whose code it is; codes are never shown without it. <see langword="null"/>: the code is the portal's own.</param>
/// <param name="Code">The raw code.</param>
/// <param name="RequestId">The service's id of the request, for asking the vendor.</param>
/// <param name="NextTry">When the portal tries again by itself.</param>
/// <param name="Attempts">Tries so far; 0 where that says nothing.</param>
public sealed record RecognitionTrouble(
    TroubleKind Kind, string Title, string Advice, string? ServiceName, string? Code, string? RequestId, DateTimeOffset? NextTry = null, int Attempts = 0);

/// <summary>Finds out what is the matter with a job, and puts it into words.</summary>
internal static partial class Troubles
{
    private const string TryElsewhere = "Read it again, or use another service.";

    /// <summary>What keeps a document from being read; <see langword="null"/> where nothing does.</summary>
    internal static async Task<RecognitionTrouble?> OfAsync(PortalDb db, Recognizer recognizer, DocumentRow document, JobRow job, CancellationToken cancellationToken)
    {
        if (document.State == DocumentState.RecognitionFailed)
        {
            return await OfEndAsync(db, recognizer, job, document.OutcomeCode, cancellationToken);
        }

        return document.State == DocumentState.Received && job.State == JobState.Waiting ? await OfWaitAsync(db, recognizer, job, cancellationToken) : null;
    }

    /// <summary>How a job ended without a reading.</summary>
    /// <param name="code">The code that it ended with.</param>
    internal static async Task<RecognitionTrouble> OfEndAsync(PortalDb db, Recognizer recognizer, JobRow job, string? code, CancellationToken cancellationToken)
    {
        var calls = await FailedCallsAsync(db, job, cancellationToken);
        var call = calls.Find(call => call.FailureCode == code) ?? (IsOwn(code) ? null : calls.FirstOrDefault());
        var service = call?.Service ?? job.Service;
        var failure = Enum.TryParse<FailureClass>(call?.FailureClass ?? job.LastClass, out var known) ? known : (FailureClass?)null;
        return Describe(recognizer, service, failure, code, call?.RequestId, mayBeCharged: calls.Exists(call => call.State == CallState.Unknown && IsMetered(recognizer, call.Service)));
    }

    /// <summary>What a job waits for.</summary>
    internal static async Task<RecognitionTrouble> OfWaitAsync(PortalDb db, Recognizer recognizer, JobRow job, CancellationToken cancellationToken)
    {
        var call = (await FailedCallsAsync(db, job, cancellationToken)).FirstOrDefault();
        var service = job.WaitsFor ?? call?.Service ?? job.Service;
        var name = NameOf(recognizer, service);
        var refused = recognizer.Find(service)?.Breaker.Outage is { Class: FailureClass.Credential or FailureClass.Configuration };
        var (code, requestId) = call is { Service: var failed } && failed == service ? (call.FailureCode, call.RequestId) : (null, null);
        return refused
            ? new RecognitionTrouble(
                TroubleKind.Administrator, $"{name} refuses the portal's keys, subscription or settings.", "An administrator has to act; the Services page says what is wrong. Or use another service.", name, code, requestId, job.NotBefore)
            : new RecognitionTrouble(
                TroubleKind.WillRetry, job.WaitsFor is null ? $"{name} is busy." : $"{name} cannot be had just now.", "Nobody has to do anything. Who will not wait uses another service.", name, code, requestId, job.NotBefore, job.Attempts);
    }

    /// <summary>Whether a code is one of the portal's own, which are written like <c>picture.truncated</c>.</summary>
    internal static bool IsOwn(string? code) => code is null || OwnCode().IsMatch(code);

    internal static string NameOf(Recognizer recognizer, string? service) => recognizer.Find(service)?.Info.Name ?? service ?? "The service";

    internal static bool IsMetered(Recognizer recognizer, string service) => recognizer.Find(service) is not { Info.IsMetered: false };

    /// <summary>What a failure means, and who acts.</summary>
    internal static RecognitionTrouble Describe(Recognizer recognizer, string? service, FailureClass? failure, string? code, string? requestId, bool mayBeCharged)
    {
        var name = NameOf(recognizer, service);
        RecognitionTrouble Say(TroubleKind kind, string title, string advice) => new(kind, title, advice, IsOwn(code) && requestId is null ? null : name, code, requestId);

        if (code == JobOutcomes.NoService)
        {
            return Say(TroubleKind.Administrator, "No service that is set up reads this type of document.", "An administrator can set one up; the Services page says which settings it takes.");
        }

        if (code == JobOutcomes.Unexpected || failure is null)
        {
            return Say(TroubleKind.Portal, "The portal failed over this document.", "Read it again. If it happens once more, tell an administrator: the audit of this document holds the reference of the error.");
        }

        if (failure == FailureClass.UnknownOutcome)
        {
            return mayBeCharged
                ? Say(TroubleKind.UnknownOutcome, "No answer after sending; the call may have been charged.", "Before another try: it may be charged a second time. The calls stand with their times under Runs. A free service, or a new photo, costs nothing.")
                : Say(TroubleKind.GaveUp, "Reading was interrupted more than once.", TryElsewhere);
        }

        if (ListedIn(service, code) is not { } listed)
        {
            return Say(TroubleKind.UnknownCode, $"{name} answered with a code that its documentation does not list.", "Read it again, or use another service. For the vendor: its code and the request id.");
        }

        return failure switch
        {
            FailureClass.InputFinal or FailureClass.InputQuality => Say(TroubleKind.NewPhoto, listed.Length > 0 ? listed : "The picture cannot be read.", "Look at it: ask for a new photo, flat, sharp, without glare and wholly in the picture, or have another service try."),
            FailureClass.Credential or FailureClass.Configuration => Say(TroubleKind.Administrator, "The service cannot be used at the moment.", "An administrator has to act; the Services page says what is wrong. Another service may read it meanwhile."),
            _ => Say(TroubleKind.GaveUp, $"{name} failed again and again.", TryElsewhere),
        };
    }

    // What the list says of the code; empty for the portal's own codes, null for one that no list has.
    private static string? ListedIn(string? service, string? code) => IsOwn(code)
        ? OwnTexts.GetValueOrDefault(code ?? "", "")
        : VendorOf(service) is { } vendor && VendorErrors.Find(vendor, code, httpStatus: null) is { IsKnown: true } error ? error.Message : null;

    private static readonly Dictionary<string, string> OwnTexts = new(StringComparer.Ordinal)
    {
        ["offline.no_mrz"] = "No machine-readable lines were found on the picture.",
        ["answer.empty"] = "The service answered and recognised nothing on the picture.",
        ["picture.below_minimum"] = "The picture is smaller than the service takes.",
        ["picture.cannot_fit"] = "The picture cannot be made to fit what the service takes.",
        ["picture.damaged"] = "The file is damaged and cannot be opened.",
        ["picture.truncated"] = "The end of the file is missing.",
    };

    private static Vendor? VendorOf(string? service) => service switch
    {
        HuaweiCambodianIdCardConnector.Id or HuaweiIdDocumentConnector.Id => Vendor.Huawei,
        TencentMLIDCardOcrConnector.Id => Vendor.TencentApi,
        TencentCiIdCardOcrConnector.Id => Vendor.TencentCi,
        AccuAuthKtpConnector.Id => Vendor.AccuAuth,
        _ => null,
    };

    // The newest first.
    private static Task<List<ServiceCallRow>> FailedCallsAsync(PortalDb db, JobRow job, CancellationToken cancellationToken) => db.ServiceCalls.AsNoTracking()
        .Where(call => call.DocumentId == job.DocumentId && (call.State == CallState.Failed || call.State == CallState.Unknown) && (job.Service == null || call.Service == job.Service))
        .OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Fence)
        .ToListAsync(cancellationToken);

    [GeneratedRegex("^[a-z]+\\.[a-z_]+$")]
    private static partial Regex OwnCode();
}
