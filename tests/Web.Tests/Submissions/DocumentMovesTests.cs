using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Tests.Submissions;

public sealed class DocumentMovesTests
{
    // UX §3, the rows that exist today; every pair that is not here is refused.
    private static readonly HashSet<(DocumentState, DocumentState)> Permitted =
    [
        (DocumentState.Received, DocumentState.Recognizing),
        (DocumentState.Received, DocumentState.RecognitionFailed),
        (DocumentState.Recognizing, DocumentState.Received),
        (DocumentState.Recognizing, DocumentState.ReadyForReview),
        (DocumentState.Recognizing, DocumentState.RecognitionFailed),
        (DocumentState.Recognizing, DocumentState.AwaitingUploader),
        (DocumentState.RecognitionFailed, DocumentState.Received),
        (DocumentState.RecognitionFailed, DocumentState.AwaitingUploader),
        (DocumentState.ReadyForReview, DocumentState.Approved),
        (DocumentState.ReadyForReview, DocumentState.Rejected),
        (DocumentState.ReadyForReview, DocumentState.AwaitingSecondReview),
        (DocumentState.ReadyForReview, DocumentState.AwaitingUploader),
        (DocumentState.AwaitingSecondReview, DocumentState.Approved),
        (DocumentState.AwaitingSecondReview, DocumentState.Rejected),
        (DocumentState.AwaitingSecondReview, DocumentState.ReadyForReview),
    ];

    public static TheoryData<DocumentState, DocumentState> Pairs()
    {
        var pairs = new TheoryData<DocumentState, DocumentState>();
        foreach (var from in Enum.GetValues<DocumentState>())
        {
            foreach (var to in Enum.GetValues<DocumentState>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Takes_the_steps_of_the_rule_book_and_no_other(DocumentState from, DocumentState to)
    {
        var document = new DocumentRow { State = from, Version = 7 };
        if (Permitted.Contains((from, to)))
        {
            document.Move(to);
            Assert.Equal((to, 8), (document.State, document.Version));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => document.Move(to));
            Assert.Equal((from, 7), (document.State, document.Version));
        }
    }
}
