using System.Net;
using System.Net.Sockets;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Tests.Connectors;

/// <summary>What holds for every vendor on the wire; each vendor's tests add its own.</summary>
public abstract partial class AnyConnectorTests
{
    /// <summary>A JPEG's first bytes; its Base64 holds the letters + and /.</summary>
    internal static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFB, 0xEF, 0xBE, 0xFF, 0xD9];

    internal static readonly DateOnly Today = new(2026, 11, 21);

    internal ManualClock Clock { get; } = new();

    /// <summary>The connector, with credentials, pointed at an address.</summary>
    internal abstract IConnector Create(Uri address, HttpClient http);

    /// <summary>A whole, good answer.</summary>
    internal abstract WireAnswer Good { get; }

    internal static DocumentImage Image(string? type = null) => new(Picture, type);

    internal async Task<(Reading Reading, IReadOnlyList<WireRequest> Requests)> ReadAsync(WireAnswer answer)
    {
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, answer));
        using var http = VendorHttp.CreateClient();
        return (await Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None), vendor.Requests);
    }

    internal async Task<ConnectorException> FailAsync(WireAnswer answer)
    {
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, answer));
        using var http = VendorHttp.CreateClient();
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));
        return failed;
    }

    /// <summary>The answer, and for tidying up after it "deleted".</summary>
    private static WireAnswer OrDeleted(WireRequest request, WireAnswer answer) => request.Method == "DELETE" ? new WireAnswer(204, "") : answer;

    [Fact]
    public async Task Keeps_the_answer_byte_for_byte()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(Good.Body, reading.RawAnswer);
    }

    [Fact]
    public async Task Says_for_every_kind_of_check_whether_it_ran()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(Enum.GetValues<Coverage>(), reading.Coverage.Keys.Order());
    }

    [Fact]
    public async Task A_vendor_that_takes_the_request_and_says_nothing_for_30_seconds_leaves_the_outcome_unknown()
    {
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, WireAnswer.Silence));
        using var http = VendorHttp.CreateClient();
        var reading = Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None);
        await vendor.Received.Task;
        Clock.Advance(VendorHttp.LongestCall);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => reading);

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so_and_not_that_the_vendor_failed()
    {
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, WireAnswer.Silence));
        using var http = VendorHttp.CreateClient();
        using var stop = new CancellationTokenSource();
        var reading = Create(vendor.Address, http).ReadAsync(Image(), stop.Token);
        await vendor.Received.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_connection_that_ends_without_an_answer_leaves_the_outcome_unknown_and_is_not_tried_again()
    {
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, WireAnswer.HangUp));
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal(FailureClass.UnknownOutcome, failed.Failure);
        Assert.Single(vendor.Requests, request => request.Method != "DELETE");
    }

    [Fact]
    public async Task A_kept_connection_that_died_is_not_a_reason_to_send_the_picture_twice()
    {
        var calls = 0;
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" || Interlocked.Increment(ref calls) == 1 ? Good : WireAnswer.HangUp);
        using var http = VendorHttp.CreateClient();
        var connector = Create(vendor.Address, http);
        await connector.ReadAsync(Image(), CancellationToken.None);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(Image(), CancellationToken.None));

        Assert.Equal(FailureClass.UnknownOutcome, failed.Failure);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_leaves_the_outcome_unknown() =>
        Assert.Equal(FailureClass.UnknownOutcome, (await FailAsync(Good with { AnnouncedLength = Good.Body.Length + 10 })).Failure);

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent_and_it_is_tried_again()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)unused.LocalEndpoint).Port}");
        unused.Stop();
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((FailureClass.Transient, "call.no_connection"), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData(500, FailureClass.Transient)]
    [InlineData(502, FailureClass.Transient)]
    [InlineData(503, FailureClass.Transient)]
    [InlineData(429, FailureClass.Throttled)]
    public async Task An_error_without_a_code_is_told_by_its_status(int status, FailureClass expected)
    {
        var failed = await FailAsync(new WireAnswer(status, "<html>oops</html>", ("Retry-After", "7")));

        Assert.Equal((expected, $"HTTP {status}", TimeSpan.FromSeconds(7)), (failed.Failure, failed.Code, failed.RetryAfter));
    }

    [Fact]
    public async Task Waits_until_the_moment_that_the_vendor_names()
    {
        var failed = await FailAsync(new WireAnswer(503, "", ("Retry-After", "Sat, 21 Nov 2026 09:31:00 GMT")));

        Assert.Equal(TimeSpan.FromMinutes(1), failed.RetryAfter);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Never_follows_a_redirect(int status)
    {
        await using var elsewhere = new LoopbackVendor(_ => Good);

        var failed = await FailAsync(new WireAnswer(status, "", ("Location", elsewhere.Address.ToString())));

        Assert.Empty(elsewhere.Requests);
        Assert.NotEqual(FailureClass.UnknownOutcome, failed.Failure);
    }

    [Fact]
    public async Task Sends_nothing_that_nobody_asked_for()
    {
        using var activity = new System.Diagnostics.Activity("call").Start();
        var (_, requests) = await ReadAsync(Good with { Headers = [.. Good.Headers, ("Set-Cookie", "a=b")] });

        foreach (var request in requests)
        {
            foreach (var header in new[] { "Cookie", "traceparent", "Accept-Encoding", "User-Agent", "Expect" })
            {
                Assert.Null(request.Header(header));
            }
        }
    }
}
