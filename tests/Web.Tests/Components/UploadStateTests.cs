using IdOcrPortal.Web.Components.Parts;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class UploadStateTests
{
    [Theory]
    [InlineData(DocumentState.Received, false, "Stored")]
    [InlineData(DocumentState.Recognizing, false, "Recognising")]
    [InlineData(DocumentState.RecognitionFailed, false, "An officer looks at it")]
    [InlineData(DocumentState.ReadyForReview, false, "Read (12 fields, 2 need attention)")]
    [InlineData(DocumentState.ReadyForReview, true, "In review")]
    [InlineData(DocumentState.AwaitingSecondReview, false, "In review")]
    [InlineData(DocumentState.AwaitingUploader, false, "New photo needed")]
    [InlineData(DocumentState.Approved, false, "Approved")]
    [InlineData(DocumentState.Rejected, false, "Rejected")]
    public void The_uploader_reads_each_step_in_their_own_words(DocumentState state, bool inReview, string expected) =>
        Assert.Equal(expected, StateText.Of(Upload(state, inReview, fields: 12, attention: 2)).Word);

    [Theory]
    [InlineData(1, 0, "Read (1 field, none need attention)")]
    [InlineData(11, 1, "Read (11 fields, 1 needs attention)")]
    public void Counts_are_good_English(int fields, int attention, string expected) =>
        Assert.Equal(expected, StateText.Of(Upload(DocumentState.ReadyForReview, inReview: false, fields, attention)).Word);

    [Fact]
    public void The_uploader_is_never_told_who_reviews_or_that_two_do() =>
        Assert.Equal(
            StateText.Of(Upload(DocumentState.ReadyForReview, inReview: true, 12, 0)),
            StateText.Of(Upload(DocumentState.AwaitingSecondReview, inReview: false, 12, 0)));

    [Fact]
    public void Every_state_has_a_look_for_officers()
    {
        foreach (var state in Enum.GetValues<DocumentState>())
        {
            var text = StateText.Of(state);
            Assert.NotEmpty(text.Word);
            Assert.NotEmpty(text.Icon);
        }
    }

    private static MyUpload Upload(DocumentState state, bool inReview, int fields, int attention) =>
        new(Guid.Empty, Guid.Empty, "4F2K", "photo.jpg", state, inReview, "passport", fields, attention, "", DeskSamples.Noon);
}
