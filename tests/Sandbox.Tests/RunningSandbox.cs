using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record WireReply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string Text => Encoding.UTF8.GetString(Body);

    internal JsonElement Json => JsonDocument.Parse(Body).RootElement;

    internal XElement Xml => XElement.Parse(Text);

    /// <summary>The vendor's error code in whichever shape it came; empty for an answer without one.</summary>
    internal string ErrorCode
    {
        get
        {
            if (Body.Length == 0)
            {
                return "";
            }

            if (Headers.GetValueOrDefault("Content-Type")?.EndsWith("/xml", StringComparison.Ordinal) is true)
            {
                return Xml.Name == "Error" ? Xml.Element("Code")!.Value : "";
            }

            var json = Json;
            return json.TryGetProperty("error_code", out var huawei) ? huawei.GetString()!
                : json.TryGetProperty("error", out var iam) ? string.Create(CultureInfo.InvariantCulture, $"IAM {iam.GetProperty("code").GetInt32()}")
                : json.TryGetProperty("Response", out var tencent) ? tencent.TryGetProperty("Error", out var error) ? error.GetProperty("Code").GetString()! : ""
                : json.TryGetProperty("status", out var accuAuth) && accuAuth.GetString() is var status and not "OK" ? status! : "";
        }
    }
}

/// <summary>The sandbox on a port of its own, spoken to byte by byte.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningSandbox(WebApplication app, int port) => (this.app, Port) = (app, port);

    internal int Port { get; }

    internal static async Task<RunningSandbox> StartAsync(SandboxSettings? settings, TimeProvider clock)
    {
        var app = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], settings, clock);
        await app.StartAsync();
        return new(app, new Uri(app.Urls.Single()).Port);
    }

    /// <summary>Sends exactly these header lines (and <c>Connection: close</c>) and this body.</summary>
    internal async Task<WireReply> SendAsync(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        await using var stream = client.GetStream();
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.1\r\n"));
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("Connection: close\r\n\r\n").ToString()));
        await stream.WriteAsync(body);
        using var reply = new MemoryStream();
        try
        {
            await stream.CopyToAsync(reply);
        }
        catch (IOException reset) when (reset.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // A connection that the sandbox broke off: what came until then is the reply.
        }

        return Parsed(reply.ToArray());
    }

    /// <summary>A control request, which has to succeed.</summary>
    internal async Task<JsonElement?> ControlAsync(string method, string path, object? body = null)
    {
        var bytes = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
        var reply = await SendAsync(method, "/control" + path,
            [new("Host", "127.0.0.1"), new("Content-Type", "application/json"), new("Content-Length", bytes.Length.ToString(CultureInfo.InvariantCulture))], bytes);
        Assert.True(reply.Status is 200 or 204, $"{reply.Status}: {reply.Text}");
        return reply.Body.Length > 0 ? reply.Json : null;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static WireReply Parsed(byte[] reply)
    {
        if (reply.Length == 0)
        {
            return new(0, new Dictionary<string, string>(), []);
        }

        var end = reply.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(reply, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0].TrimEnd(':'), pair => pair.Length == 2 ? pair[1] : "", StringComparer.OrdinalIgnoreCase);
        var body = reply[(end + 4)..];
        // The control endpoint streams its JSON.
        return new(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, headers.ContainsKey("Transfer-Encoding") ? Unchunked(body) : body);
    }

    private static byte[] Unchunked(ReadOnlySpan<byte> body)
    {
        var whole = new List<byte>();
        while (true)
        {
            var end = body.IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(body[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return [.. whole];
            }

            whole.AddRange(body.Slice(end + 2, length));
            body = body[(end + 2 + length + 2)..];
        }
    }
}
