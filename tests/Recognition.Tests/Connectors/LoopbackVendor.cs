using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IdOcrPortal.Recognition.Tests.Connectors;

/// <summary>A request as it came over the socket.</summary>
/// <param name="Head">Request line and headers, byte for byte.</param>
internal sealed record WireRequest(string Head, byte[] Body)
{
    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string Method => Line.Split(' ')[0];

    /// <summary>Path and query as sent.</summary>
    public string Target => Line.Split(' ')[1];

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2 && parts[0].Equals(name, StringComparison.OrdinalIgnoreCase)).Select(parts => parts[1]).SingleOrDefault();
}

/// <summary>What the vendor says, or that it says nothing.</summary>
internal sealed record WireAnswer(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public WireAnswer(int status, string body, params (string Name, string Value)[] headers)
        : this(status, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    /// <summary>Says nothing and keeps the connection open. After a minute by the machine's clock an empty answer comes, so that a limit that does not hold fails its test and does not hang it.</summary>
    public static WireAnswer Silence { get; } = new(0, "");

    /// <summary>Ends the connection without an answer.</summary>
    public static WireAnswer HangUp { get; } = new(-1, "");

    /// <summary>A Content-Length other than the body's: an answer that is cut off, or announced too large.</summary>
    public long? AnnouncedLength { get; init; }

    /// <summary>Sends the body again and again, without a length.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Sent instead of everything else, and the connection ends.</summary>
    public byte[]? Raw { get; init; }

    /// <summary>Sends the body byte by byte, and does this after each.</summary>
    public Action? AfterEachByte { get; init; }
}

/// <summary>A vendor on a loopback socket: records every request byte for byte and answers as the test says.</summary>
internal sealed class LoopbackVendor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<WireRequest, WireAnswer> _answer;
    private readonly Task _accepting;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentQueue<WireRequest> _requests = [];

    public LoopbackVendor(Func<WireRequest, WireAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public WireRequest Request => Assert.Single(_requests);

    /// <summary>Done when the first request has come whole.</summary>
    public TaskCompletionSource Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From now on nobody can connect.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // the test is over
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket);
        try
        {
            while (await ReadAsync(stream) is { } request)
            {
                _requests.Enqueue(request);
                Received.TrySetResult();
                var answer = _answer(request);
                if (answer.Status == 0)
                {
                    await Task.Delay(TimeSpan.FromMinutes(1), _stop.Token);
                    answer = new WireAnswer(200, "");
                }

                if (answer.Status < 0)
                {
                    return;
                }

                await WriteAsync(stream, answer);
                if (answer.AnnouncedLength is not null || answer.Raw is not null)
                {
                    return;
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // the client went away, or the test is over
        }
    }

    private async Task<WireRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new MemoryStream();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.WriteByte(one[0]);
        }

        var request = new WireRequest(Encoding.Latin1.GetString(head.ToArray()), []);
        Assert.Null(request.Header("Transfer-Encoding"));
        var body = new byte[int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return request with { Body = body };
    }

    private static bool EndsHead(MemoryStream head) => head.Length >= 4 && head.GetBuffer().AsSpan((int)head.Length - 4, 4).SequenceEqual("\r\n\r\n"u8);

    private async Task WriteAsync(NetworkStream stream, WireAnswer answer)
    {
        if (answer.Raw is { } raw)
        {
            await stream.WriteAsync(raw, _stop.Token);
            return;
        }

        var head = new StringBuilder($"HTTP/1.1 {answer.Status} X\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(answer.IsEndless ? "Connection: close\r\n" : $"Content-Length: {answer.AnnouncedLength ?? answer.Body.Length}\r\n").Append("\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()), _stop.Token);
        if (answer.AfterEachByte is { } after)
        {
            foreach (var one in answer.Body)
            {
                await stream.WriteAsync(new[] { one }, _stop.Token);
                after();
            }

            return;
        }

        do
        {
            await stream.WriteAsync(answer.Body, _stop.Token);
        }
        while (answer.IsEndless);
    }
}
