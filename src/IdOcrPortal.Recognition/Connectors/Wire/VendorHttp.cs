using System.Net;
using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>One request to a vendor, one answer, within a limit of time and 16 MiB. Never repeats, never follows, never logs.</summary>
/// <param name="client">From <see cref="CreateHandler"/>.</param>
/// <param name="limit">Longest request, from connecting to the last byte of the answer.</param>
/// <param name="clock">Measures the limit and reads <c>Retry-After</c> dates.</param>
internal sealed class VendorHttp(HttpClient client, TimeSpan limit, TimeProvider clock)
{
    /// <summary>Longest answer that is read, in bytes.</summary>
    public const int LargestAnswer = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of an answer.</summary>
    public const int DeepestAnswer = 32;

    /// <summary>Longest call that a setting may allow (requirement RQ-10).</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    // Requirement RQ-7.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>A client as the vendors need it.</summary>
    /// <param name="connect">Makes the connection where not every address may be called.</param>
    public static HttpClient CreateClient(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null)
    {
        var handler = CreateHandler();
        handler.ConnectCallback = connect;
        return CreateClient(handler);
    }

    /// <summary>A client over a handler that is, or ends in, one of <see cref="CreateHandler"/>.</summary>
    public static HttpClient CreateClient(HttpMessageHandler handler) => new(handler, disposeHandler: true)
    {
        // Ours runs by the given clock and covers the body as well.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>
    /// No redirects (on a 307 the picture, tokens and AccuAuth's secret would be sent on to the other host), no cookies, no proxy from the environment, no compression, no
    /// tracing headers that nobody signed.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Sends one request.</summary>
    /// <param name="request">Its content, if any, is an <see cref="OnceContent"/>.</param>
    /// <param name="mayCharge">Whether the vendor may charge for it: then no answer is an unknown outcome, and else a passing fault.</param>
    /// <exception cref="ConnectorException">No answer, or one that is too large.</exception>
    internal Task<VendorAnswer> SendAsync(HttpRequestMessage request, bool mayCharge, CancellationToken cancellationToken) => SendAsync(request, mayCharge, limit, cancellationToken);

    /// <inheritdoc cref="SendAsync(HttpRequestMessage, bool, CancellationToken)"/>
    /// <param name="atMost">A limit of this request's own, where it is shorter.</param>
    internal async Task<VendorAnswer> SendAsync(HttpRequestMessage request, bool mayCharge, TimeSpan atMost, CancellationToken cancellationToken)
    {
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var late = new CancellationTokenSource(Shorter(atMost, limit), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var status = (int)response.StatusCode;
            var body = await ReadAsync(response.Content, both.Token)
                ?? throw Unusable(status, "answer.too_large", "The vendor's answer is larger than 16 MiB, so it was not read.", mayCharge);
            return new VendorAnswer(status, response.Headers, body, WaitOf(response));
        }
        catch (HttpRequestException failed)
        {
            throw NoAnswer(WasSent(request, failed.HttpRequestError), mayCharge, failed);
        }
        catch (IOException failed)
        {
            throw NoAnswer(wasSent: true, mayCharge, failed);
        }
        catch (OperationCanceledException stopped) when (late.IsCancellationRequested)
        {
            throw NoAnswer(request.Content is not OnceContent { WasSent: false }, mayCharge, stopped);
        }
        catch (OperationCanceledException stopped) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler's own limit, which is for connecting.
            throw NoAnswer(request.Content is OnceContent { WasSent: true }, mayCharge, stopped);
        }
    }

    /// <summary>The answer of a call that worked, and cannot be understood: it may have been charged all the same, so it counts as one whose outcome is not known.</summary>
    internal static ConnectorException Malformed(VendorAnswer answer, string? requestId, bool mayCharge = true)
    {
        // Without the parser's exception: its text may quote the answer, which is somebody's identity.
        var failure = Unusable(answer.Status, "answer.malformed", "The vendor's answer has not the form that it documents. Give the vendor the request id.", mayCharge);
        return new ConnectorException(failure.Failure, failure.Code, failure.Message) { RequestId = requestId };
    }

    /// <summary>The answer of a call that worked, and holds no field at all.</summary>
    internal static ConnectorException Nothing(string? requestId) => new(
        FailureClass.InputQuality, "answer.empty", "The service answered and recognised nothing. Check the document type, or take a new photo: flat, sharp, without glare, and wholly in the picture.")
    {
        RequestId = requestId,
    };

    /// <summary>What an error answer becomes.</summary>
    /// <param name="requestId">The vendor's id of the request.</param>
    internal static ConnectorException Refused(VendorError error, VendorAnswer answer, string? requestId) => new(
        error.Class, error.Code.Length > 0 ? error.Code : $"HTTP {answer.Status}", error.Message, answer.RetryAfter ?? error.Wait)
    {
        RequestId = requestId,
        IsKnown = error.IsKnown,
    };

    // A limit that has run out while another request was under way still has to be one that a timer takes.
    private static TimeSpan Shorter(TimeSpan atMost, TimeSpan limit) => atMost >= limit ? limit : atMost > TimeSpan.Zero ? atMost : TimeSpan.FromMilliseconds(1);

    private static ConnectorException Unusable(int status, string code, string message, bool mayCharge) => new(
        mayCharge && status is >= 200 and < 300 ? FailureClass.UnknownOutcome : FailureClass.Transient, code, message);

    private static bool WasSent(HttpRequestMessage request, HttpRequestError error) => request.Content is OnceContent content
        ? content.WasSent
        : error is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private static ConnectorException NoAnswer(bool wasSent, bool mayCharge, Exception inner) => (wasSent, mayCharge) switch
    {
        (true, true) => new(FailureClass.UnknownOutcome, "call.no_answer", "The request was sent and no whole answer came back. The call may have been charged.", inner: inner),
        (true, false) => new(FailureClass.Transient, "call.no_answer", "The request was sent and no whole answer came back. The portal tries again.", inner: inner),
        _ => new(FailureClass.Transient, "call.no_connection", "The vendor could not be reached. Check the address in the settings and the network; the portal tries again.", inner: inner),
    };

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > LargestAnswer)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        if (content.Headers.ContentLength is { } length)
        {
            var whole = new byte[length];
            await stream.ReadExactlyAsync(whole, cancellationToken);
            return whole;
        }

        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > LargestAnswer)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait is { } asked && asked > TimeSpan.Zero ? (asked < LongestWait ? asked : LongestWait) : null;
    }
}
