using System.Globalization;
using System.Net;
using System.Text;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Benchmarks;

/// <summary>What a connector sends for a picture, and what the sandbox answered.</summary>
/// <param name="Requests">In their order: the call, and where there is one the deletion after it.</param>
/// <param name="Answer">The whole answer to the call as it goes over a socket.</param>
internal sealed record RecordedCall(IReadOnlyList<RecordedRequest> Requests, byte[] Answer)
{
    /// <summary>Lets the connector read the picture once in the sandbox.</summary>
    public static async Task<RecordedCall> OfAsync(ConnectorCase connector, byte[] picture, Uri sandbox)
    {
        using var recorder = new Recorder { InnerHandler = VendorHttp.CreateHandler() };
        using var http = VendorHttp.CreateClient(recorder);
        var reading = await connector.Create(new Uri(sandbox, connector.Prefix), http).ReadAsync(new DocumentImage(picture, connector.TypeId), CancellationToken.None);
        return reading.Portrait is not null || connector.Prefix == "/accuauth"
            ? new RecordedCall(recorder.Requests, recorder.Answer!)
            : throw new InvalidOperationException($"The sandbox's answer to {connector.Name} holds no portrait, so it is not the answer that is to be measured.");
    }

    private sealed class Recorder : DelegatingHandler
    {
        public List<RecordedRequest> Requests { get; } = [];

        public byte[]? Answer { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Reading buffers the content, so that it can still be sent.
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Requests.Add(new RecordedRequest(
                request.Method, request.RequestUri!.PathAndQuery, [.. request.Headers.Concat(request.Content.Headers).Where(header => header.Key != "Content-Length").Select(header => (header.Key, header.Value.First()))],
                body));
            var response = await base.SendAsync(request, cancellationToken);
            if (Answer is null)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                Answer = await WholeAsync(response, cancellationToken);
            }

            return response;
        }

        private static async Task<byte[]> WholeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Content-Length" or "Transfer-Encoding" or "Connection")))
            {
                head.Append(name).Append(": ").Append(values.First()).Append("\r\n");
            }

            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
            return [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
        }
    }
}

/// <summary>One request with every header but its length.</summary>
/// <param name="Target">Path and query.</param>
internal sealed record RecordedRequest(HttpMethod Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>Sends the same bytes with a bare client and reads the whole answer.</summary>
    public async Task SendAsync(HttpClient http, Uri address)
    {
        using var request = new HttpRequestMessage(Method, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || (body.Length == 0 && Method != HttpMethod.Delete))
        {
            throw new InvalidOperationException($"The canned server answered {(int)response.StatusCode}.");
        }
    }
}
