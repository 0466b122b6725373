using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Components.Parts;

/// <summary>How a state is shown: word, icon and colour, always together.</summary>
/// <param name="Tone">Class of the badge: <c>danger</c>, <c>warning</c>, <c>success</c>, <c>info</c>, or empty.</param>
public readonly record struct StateText(string Word, string Icon, string Tone)
{
    /// <summary>For officers and auditors.</summary>
    public static StateText Of(DocumentState state) => state switch
    {
        DocumentState.Received => new("Waiting to be read", "schedule", ""),
        DocumentState.Recognizing => new("Recognising", "document_scanner", "info"),
        DocumentState.RecognitionFailed => new("Could not be read", "error", "danger"),
        DocumentState.ReadyForReview => new("Ready for review", "rule", "info"),
        DocumentState.AwaitingSecondReview => new("Second review", "group", "info"),
        DocumentState.AwaitingUploader => new("New photo asked for", "add_a_photo", "warning"),
        DocumentState.Approved => new("Approved", "check_circle", "success"),
        DocumentState.Rejected => new("Rejected", "cancel", "danger"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>For the person who sent it: the same steps in their words.</summary>
    public static StateText Of(MyUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return upload.State switch
        {
            DocumentState.Received => new("Stored", "task_alt", ""),
            DocumentState.Recognizing => new("Recognising", "document_scanner", "info"),
            DocumentState.RecognitionFailed => new("An officer looks at it", "person_search", "warning"),
            DocumentState.ReadyForReview when upload.InReview => new("In review", "rule", "info"),
            DocumentState.ReadyForReview => new(Read(upload), "fact_check", "info"),
            DocumentState.AwaitingSecondReview => new("In review", "rule", "info"),
            DocumentState.AwaitingUploader => new("New photo needed", "add_a_photo", "warning"),
            DocumentState.Approved => new("Approved", "check_circle", "success"),
            DocumentState.Rejected => new("Rejected", "cancel", "danger"),
            _ => throw new ArgumentOutOfRangeException(nameof(upload)),
        };
    }

    private static string Read(MyUpload upload) =>
        $"Read ({upload.Fields} {(upload.Fields == 1 ? "field" : "fields")}, {(upload.NeedAttention == 0 ? "none" : upload.NeedAttention)} {(upload.NeedAttention == 1 ? "needs" : "need")} attention)";
}
