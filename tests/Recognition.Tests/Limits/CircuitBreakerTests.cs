using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Recognition.Tests.Connectors;

namespace IdOcrPortal.Recognition.Tests.Limits;

public sealed class CircuitBreakerTests
{
    private readonly ManualClock _clock = new();
    private readonly CircuitBreaker _breaker;

    public CircuitBreakerTests() => _breaker = new CircuitBreaker(_clock);

    [Fact]
    public void Five_failures_within_thirty_seconds_cut_the_service_off()
    {
        for (var failure = 1; failure <= 4; failure++)
        {
            Assert.False(Fail(FailureClass.Transient));
            _clock.Advance(TimeSpan.FromSeconds(7));
            Assert.True(_breaker.TryEnter(out _));
        }

        Assert.True(Fail(FailureClass.UnknownOutcome));
        Assert.False(_breaker.TryEnter(out _));
        Assert.Equal((FailureClass.UnknownOutcome, "code"), (_breaker.Outage!.Class, _breaker.Outage.Code));
    }

    [Fact]
    public void Failures_that_lie_further_apart_do_not()
    {
        for (var failure = 0; failure < 50; failure++)
        {
            Assert.False(Fail(FailureClass.Transient));
            _clock.Advance(TimeSpan.FromSeconds(7.6));
        }

        Assert.Null(_breaker.Outage);
    }

    [Fact]
    public void An_answer_between_failures_begins_the_count_anew()
    {
        for (var round = 0; round < 10; round++)
        {
            for (var failure = 0; failure < 4; failure++)
            {
                Fail(FailureClass.Transient);
            }

            Assert.False(_breaker.Succeeded());
        }

        Assert.True(_breaker.TryEnter(out _));
    }

    [Theory]
    [InlineData(FailureClass.Credential)]
    [InlineData(FailureClass.Configuration)]
    public void One_refusal_of_us_is_enough(FailureClass failure)
    {
        Assert.True(Fail(failure));
        Assert.False(_breaker.TryEnter(out _));
    }

    [Fact]
    public void During_an_outage_one_call_in_thirty_seconds_may_try()
    {
        CutOff();
        var probes = 0;
        for (var second = 0; second < 600; second++)
        {
            for (var worker = 0; worker < 8; worker++)
            {
                if (_breaker.TryEnter(out _))
                {
                    probes++;
                    Assert.False(Fail(FailureClass.Transient)); // it goes on, it does not begin
                }
            }

            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(19, probes); // ten minutes: at 30, 60, … 570 seconds
    }

    [Fact]
    public void A_probe_that_nobody_reports_is_followed_by_another_one()
    {
        CutOff();
        _clock.Advance(CircuitBreaker.ProbeEvery);
        Assert.True(_breaker.TryEnter(out _));
        Assert.False(_breaker.TryEnter(out _));

        _clock.Advance(CircuitBreaker.ProbeEvery);
        Assert.True(_breaker.TryEnter(out _));
    }

    [Fact]
    public void A_probe_that_was_not_used_is_given_back_and_free_at_once()
    {
        CutOff();
        _clock.Advance(CircuitBreaker.ProbeEvery);
        Assert.True(_breaker.TryEnter(out var isProbe) && isProbe);
        _breaker.GiveBack();

        Assert.True(_breaker.TryEnter(out isProbe) && isProbe);
    }

    [Fact]
    public void Calls_that_were_under_way_when_the_service_was_cut_off_do_not_make_it_worse_or_something_else()
    {
        Fail(FailureClass.Credential);
        var outage = _breaker.Outage;
        for (var late = 0; late < 7; late++)
        {
            Assert.False(Fail(late % 2 == 0 ? FailureClass.Credential : FailureClass.Transient));
        }

        Assert.Equal(outage, _breaker.Outage);
        Assert.Equal(_clock.GetUtcNow() + CircuitBreaker.RefusedProbe, outage!.NextProbe);
    }

    [Fact]
    public void One_good_answer_ends_it_and_says_so_once()
    {
        CutOff();

        Assert.True(_breaker.Succeeded());
        Assert.False(_breaker.Succeeded());
        Assert.True(_breaker.TryEnter(out _));
        Assert.Null(_breaker.Outage);
    }

    [Fact]
    public void Keys_that_are_refused_are_shown_less_and_less_often_because_vendors_lock_them()
    {
        List<double> minutes = [];
        for (var refusal = 0; refusal < 7; refusal++)
        {
            Fail(FailureClass.Credential);
            var wait = _breaker.Outage!.NextProbe - _clock.GetUtcNow();
            minutes.Add(wait.TotalMinutes);
            _clock.Advance(wait - TimeSpan.FromTicks(1));
            Assert.False(_breaker.TryEnter(out _));
            _clock.Advance(TimeSpan.FromTicks(1));
            Assert.True(_breaker.TryEnter(out _));
        }

        Assert.Equal([5, 10, 20, 40, 60, 60, 60], minutes);
    }

    [Fact]
    public void An_outage_keeps_the_time_at_which_it_began()
    {
        CutOff();
        var since = _breaker.Outage!.Since;
        _clock.Advance(TimeSpan.FromMinutes(3));
        Fail(FailureClass.Transient);

        Assert.Equal(since, _breaker.Outage!.Since);
    }

    private bool Fail(FailureClass failure) => _breaker.Failed(failure, "code", "What to do.");

    private void CutOff()
    {
        for (var failure = 0; failure < CircuitBreaker.MostFailures; failure++)
        {
            Fail(FailureClass.Transient);
        }
    }
}
