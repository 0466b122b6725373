using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class FailureEffectsTests
{
    [Theory]
    [InlineData(FailureClass.InputFinal, 1, 0, JobState.Rejected, 0)]
    [InlineData(FailureClass.InputQuality, 1, 0, JobState.NeedsOperator, 0)]
    [InlineData(FailureClass.Credential, 1, 0, JobState.Queued, 0)]
    [InlineData(FailureClass.Configuration, 1, 0, JobState.Queued, 0)]
    [InlineData(FailureClass.Transient, 1, 0, JobState.Waiting, 2)]
    [InlineData(FailureClass.Transient, 2, 0, JobState.Waiting, 8)]
    [InlineData(FailureClass.Transient, 3, 0, JobState.NeedsOperator, 0)]
    [InlineData(FailureClass.Throttled, 5, 0, JobState.Waiting, 30)]
    [InlineData(FailureClass.UnknownOutcome, 1, 0, JobState.Queued, 0)]
    [InlineData(FailureClass.UnknownOutcome, 2, 1, JobState.NeedsOperator, 0)]
    public void Does_what_the_class_says(FailureClass failure, int attempts, int unknownOutcomes, JobState next, int waitSeconds)
    {
        var effect = FailureEffects.Of(new Failure(failure, "code", "", RetryAfter: null), isMetered: true, attempts, unknownOutcomes, refusals: 0, jitter: 0);

        Assert.Equal(next, effect.Next);
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), effect.Wait);
        Assert.Equal(failure is not (FailureClass.Throttled or FailureClass.Credential or FailureClass.Configuration), effect.SpendsAttempt);
        Assert.Equal(failure is FailureClass.Credential or FailureClass.Configuration, effect.IsRefusal);
        Assert.Equal(failure == FailureClass.UnknownOutcome, effect.CountsAsUnknown);
    }

    [Theory]
    [InlineData(FailureClass.Credential)]
    [InlineData(FailureClass.Configuration)]
    public void A_second_refusal_of_us_puts_the_document_before_a_person(FailureClass failure) =>
        Assert.Equal(JobState.NeedsOperator, FailureEffects.Of(new Failure(failure, "code", "", null), true, 1, 0, refusals: 1, 0).Next);

    [Fact]
    public void What_the_portals_own_engine_refuses_is_before_a_person_at_once() =>
        Assert.Equal(JobState.NeedsOperator, FailureEffects.Of(new Failure(FailureClass.Configuration, "code", "", null), isMetered: false, 1, 0, 0, 0).Next);

    [Theory]
    [InlineData(1, JobState.Waiting)]
    [InlineData(2, JobState.NeedsOperator)]
    public void A_code_that_no_list_has_is_tried_twice(int attempts, JobState next) =>
        Assert.Equal(next, FailureEffects.Of(new Failure(FailureClass.Transient, "code", "", null) { IsKnown = false }, true, attempts, 0, 0, 0).Next);

    [Fact]
    public void A_passing_fault_of_a_service_that_is_cut_off_spends_nothing_however_often_it_comes()
    {
        var effect = FailureEffects.Of(new Failure(FailureClass.Transient, "code", "", null), true, attempts: 99, 0, 0, 0, isCutOff: true);

        Assert.Equal((JobState.Waiting, false), (effect.Next, effect.SpendsAttempt));
    }

    [Fact]
    public void Has_an_effect_for_every_class() =>
        Assert.All(Enum.GetValues<FailureClass>(), failure => FailureEffects.Of(new Failure(failure, "code", "", null), true, 1, 0, 0, 0));

    [Theory]
    [InlineData(-1, 6.4)]
    [InlineData(1, 9.6)]
    public void Spreads_the_back_off_by_a_fifth(double jitter, double seconds) =>
        Assert.Equal(seconds, FailureEffects.Of(new Failure(FailureClass.Transient, "code", "", null), true, 2, 0, 0, jitter).Wait.TotalSeconds, precision: 6);

    [Theory]
    [InlineData(90, 90)]
    [InlineData(7200, 600)]
    public void Waits_as_long_as_the_service_asked_but_at_most_ten_minutes(int asked, int waited) =>
        Assert.Equal(
            TimeSpan.FromSeconds(waited), FailureEffects.Of(new Failure(FailureClass.Throttled, "code", "", TimeSpan.FromSeconds(asked)), true, 1, 0, 0, 0).Wait);
}
