using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Recognition.Tests.Connectors;

namespace IdOcrPortal.Recognition.Tests.Limits;

public sealed class CallPaceTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(4, 5)] // Tencent: ours is 4 a second, its documented cap 5
    [InlineData(2, 3)]
    [InlineData(0.5, 1)]
    public void No_second_holds_more_calls_than_the_rate_and_one(double rate, int most)
    {
        var pace = new CallPace(rate, _clock);
        var start = _clock.GetUtcNow();
        List<double> calls = [];
        for (var i = 0; i < 100; i++)
        {
            // Everybody asks at once, with a pause in the middle in which nobody does.
            if (i == 50)
            {
                _clock.Advance(TimeSpan.FromMinutes(10));
            }

            Assert.True(pace.TryReserve(TimeSpan.FromHours(1), out var wait));
            calls.Add((_clock.GetUtcNow() + wait - start).TotalSeconds);
        }

        Assert.All(calls, from => Assert.InRange(calls.Count(call => call >= from && call < from + 1), 1, most));
        Assert.Equal(calls, calls.Order());
    }

    [Fact]
    public void Whoever_cannot_wait_so_long_takes_no_turn()
    {
        var pace = new CallPace(2, _clock);
        Assert.True(pace.TryReserve(TimeSpan.Zero, out _));

        Assert.False(pace.TryReserve(TimeSpan.FromMilliseconds(499), out var wait));
        Assert.Equal(TimeSpan.FromMilliseconds(500), wait);
        Assert.True(pace.TryReserve(TimeSpan.FromMilliseconds(500), out wait));
        Assert.Equal(TimeSpan.FromMilliseconds(500), wait);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(86_400, 600)]
    public void A_pause_that_the_vendor_asked_for_is_kept_but_no_longer_than_ten_minutes(int asked, int kept)
    {
        var pace = new CallPace(double.PositiveInfinity, _clock);
        pace.Pause(TimeSpan.FromSeconds(asked));

        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(kept), pace.PausedUntil);
        Assert.False(pace.TryReserve(TimeSpan.FromSeconds(kept - 1), out var wait));
        Assert.Equal(TimeSpan.FromSeconds(kept), wait);
        _clock.Advance(wait);
        Assert.Null(pace.PausedUntil);
        Assert.True(pace.TryReserve(TimeSpan.Zero, out _));
    }

    [Fact]
    public void A_shorter_pause_does_not_end_a_longer_one()
    {
        var pace = new CallPace(1, _clock);
        pace.Pause(TimeSpan.FromSeconds(60));
        pace.Pause(TimeSpan.FromSeconds(1));

        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(60), pace.PausedUntil);
    }
}
