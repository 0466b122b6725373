using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Submissions;

/// <summary>Where a document stands. A live claim on <see cref="ReadyForReview"/> is what people call "in review".</summary>
public enum DocumentState
{
    Received = 0,
    Recognizing = 1,
    RecognitionFailed = 2,
    ReadyForReview = 3,
    AwaitingSecondReview = 4,
    AwaitingUploader = 5,
    Approved = 6,
    Rejected = 7,
}

/// <summary>The permitted moves, in a screenful.</summary>
public static class DocumentMoves
{
    /// <summary>Whether a document may go from one state to the other.</summary>
    public static bool CanMove(DocumentState from, DocumentState to) => (from, to) switch
    {
        (DocumentState.Received, DocumentState.Recognizing) => true,
        (DocumentState.Received, DocumentState.RecognitionFailed) => true,        // nothing that is set up reads it
        (DocumentState.Recognizing, DocumentState.Received) => true,              // a lease ended or a passing fault: queued again
        (DocumentState.Recognizing, DocumentState.ReadyForReview or DocumentState.RecognitionFailed or DocumentState.AwaitingUploader) => true,
        (DocumentState.RecognitionFailed, DocumentState.Received) => true,        // an officer asked to read it again
        (DocumentState.RecognitionFailed, DocumentState.AwaitingUploader) => true,
        (DocumentState.ReadyForReview, DocumentState.Approved or DocumentState.Rejected or DocumentState.AwaitingSecondReview or DocumentState.AwaitingUploader) => true,
        (DocumentState.AwaitingSecondReview, DocumentState.Approved or DocumentState.Rejected or DocumentState.ReadyForReview) => true,
        _ => false,
    };

    /// <summary>Takes the step and raises the version.</summary>
    /// <exception cref="InvalidOperationException">The step is not permitted: commands check before they try.</exception>
    internal static void Move(this DocumentRow document, DocumentState to)
    {
        if (!CanMove(document.State, to))
        {
            throw new InvalidOperationException($"A document cannot go from {document.State} to {to}.");
        }

        document.State = to;
        document.Version++;
    }
}
