using System.Globalization;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// What a whole call of each connector costs (build, sign, send, read, map), against a server in a process of its own that answers what the sandbox answered: one at a
/// time and 4 in flight. Baseline in the same run: a bare client that posts the same bytes and reads the same answer (target: at least 0.85 of its calls a second);
/// and Tencent's own Node clients (target: at least 3 times their calls a processor second).
/// <c>connectors [--rounds N] [--calls N] [--kilobytes N] [--without-node]</c>; ends with 1 where a target is missed.
/// </summary>
internal static class ConnectorsBenchmark
{
    private const double LeastRatio = 0.85;
    private const int InFlight = 4;

    // A server that costs nothing measures the hash of the body, which the schemes demand, against nothing; this one measures what a caller notices.
    private const int Thinks = 20;
    private const int ThinkingRounds = 5;
    private const int ThinkingCalls = 60;

    // By then what is called often has been compiled for good.
    private const int Warm = 4;

    public static int Run(string[] arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] arguments)
    {
        var (rounds, calls, kilobytes) = (Figures.Option(arguments, "--rounds", 15), Figures.Option(arguments, "--calls", 200), Figures.Option(arguments, "--kilobytes", 200));
        var folder = Directory.CreateTempSubdirectory("idocr-bench-").FullName;
        try
        {
            var measured = await RecordAsync(folder, kilobytes * 1000);
            string[] files = [.. measured.Select(one => one.AnswerFile)];
            using var server = ChildProcess.Own(["canned-server", "0", .. files]);
            var ports = await PortsAsync(server);
            var held = true;
            foreach (var inFlight in (int[])[1, InFlight])
            {
                Figures.Print($"{inFlight} in flight, medians of {rounds} rounds of {calls} calls; ratio of calls a second to a bare client's, asked at least {LeastRatio:F2}");
                foreach (var (one, port) in measured.Zip(ports))
                {
                    held &= await CompareAsync(one, new Uri($"http://127.0.0.1:{port}"), rounds, calls, inFlight);
                }
            }

            using var thinking = ChildProcess.Own(["canned-server", Thinks.ToString(CultureInfo.InvariantCulture), .. files]);
            Figures.Print($"the same against a server that takes {Thinks} ms to answer, less than any vendor does; {InFlight} in flight, medians of {ThinkingRounds} rounds of {ThinkingCalls} calls");
            foreach (var (one, port) in measured.Zip(await PortsAsync(thinking)))
            {
                held &= await CompareAsync(one, new Uri($"http://127.0.0.1:{port}"), ThinkingRounds, ThinkingCalls, InFlight);
            }

            foreach (var one in measured)
            {
                await OwnWorkAsync(one, calls);
            }

            return (arguments.Contains("--without-node") || await NodeClients.CompareAsync(measured, ports, rounds, calls, InFlight)) && held ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<int>> PortsAsync(ChildProcess server) =>
        [.. (await server.ReadLineAsync()).Split(' ').Select(port => int.Parse(port, CultureInfo.InvariantCulture))];

    private static async Task<List<MeasuredConnector>> RecordAsync(string folder, int bytes)
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        var measured = new List<MeasuredConnector>();
        foreach (var connector in ConnectorCase.All)
        {
            var picture = connector.Picture(bytes);
            var call = await RecordedCall.OfAsync(connector, picture, sandbox.Address);
            var one = new MeasuredConnector(connector, picture, call, Path.Combine(folder, $"{measured.Count}"));
            await File.WriteAllBytesAsync(one.AnswerFile, call.Answer);
            await File.WriteAllBytesAsync(one.PictureFile, picture);
            Figures.Print($"{connector.Name}: picture {picture.Length / 1000.0:F0} kB, sends {call.Requests[0].Body.Length / 1000.0:F0} kB, is answered {call.Answer.Length / 1000.0:F0} kB");
            measured.Add(one);
        }

        return measured;
    }

    private static async Task<bool> CompareAsync(MeasuredConnector one, Uri server, int rounds, int calls, int inFlight)
    {
        using var http = VendorHttp.CreateClient();
        var ours = one.Reading(server, http);
        var bare = one.Posting(server, http, hashes: false);
        var hashed = one.Posting(server, http, hashes: true);
        var (of, ofBare, ofHashed) = (new List<CallRound>(), new List<CallRound>(), new List<CallRound>());
        for (var round = -Warm; round < rounds; round++)
        {
            // Whoever goes first meets the machine as the round before left it, so they take turns.
            var ourTurnIsFirst = round % 2 == 0;
            var first = await CallRound.OfAsync(ourTurnIsFirst ? ours : bare, calls, inFlight);
            var second = await CallRound.OfAsync(ourTurnIsFirst ? bare : ours, calls, inFlight);
            var third = one.Case.HashesBody ? await CallRound.OfAsync(hashed, calls, inFlight) : null;
            if (round >= 0)
            {
                of.Add(ourTurnIsFirst ? first : second);
                ofBare.Add(ourTurnIsFirst ? second : first);
                ofHashed.AddRange(third is null ? [] : [third]);
            }
        }

        var ratio = Figures.Median(of.Zip(ofBare, (us, it) => us.PerSecond / it.PerSecond));
        Figures.Print($"  {one.Case.Name}: {Figures.Median(of.Select(round => round.PerSecond)):F0} calls/s, bare {Figures.Median(ofBare.Select(round => round.PerSecond)):F0}, ratio {ratio:F2} | allocated a call {Figures.Median(of.Select(round => round.Allocated)) / 1000:F0} kB, bare {Figures.Median(ofBare.Select(round => round.Allocated)) / 1000:F0} kB | processor time a call {Figures.Median(of.Select(round => round.Processor)):F0} µs, bare {Figures.Median(ofBare.Select(round => round.Processor)):F0} µs, ratio {Figures.Median(of.Zip(ofBare, (us, it) => it.Processor / us.Processor)):F2}");
        if (ofHashed.Count > 0)
        {
            Figures.Print($"    beside a bare client that hashes the body once, as the scheme demands: ratio {Figures.Median(of.Zip(ofHashed, (us, it) => us.PerSecond / it.PerSecond)):F2}; its processor time {Figures.Median(ofHashed.Select(round => round.Processor)):F0} µs, ratio {Figures.Median(of.Zip(ofHashed, (us, it) => it.Processor / us.Processor)):F2}");
        }

        return ratio >= LeastRatio;
    }

    /// <summary>The same calls without a network: what is left is the connector's own work and the client's frame around it.</summary>
    private static async Task OwnWorkAsync(MeasuredConnector one, int calls)
    {
        using var nowhere = new AnswerAtOnce(one.Call.Answer);
        using var http = VendorHttp.CreateClient(nowhere);
        var server = new Uri("http://127.0.0.1:1");
        var (ours, bare) = (one.Reading(server, http), one.Posting(server, http, hashes: false));
        var (of, ofBare) = (new List<CallRound>(), new List<CallRound>());
        for (var round = -Warm; round < 5; round++)
        {
            of.Add(await CallRound.OfAsync(ours, calls, 1));
            ofBare.Add(await CallRound.OfAsync(bare, calls, 1));
        }

        Figures.Print($"without a network: {one.Case.Name} {Figures.Median(of.Skip(Warm).Select(round => round.Processor)):F0} µs of processor time and {Figures.Median(of.Skip(Warm).Select(round => round.Allocated)) / 1000:F0} kB a call, bare {Figures.Median(ofBare.Skip(Warm).Select(round => round.Processor)):F0} µs and {Figures.Median(ofBare.Skip(Warm).Select(round => round.Allocated)) / 1000:F0} kB");
    }

    /// <summary>Reads the request into nothing and answers from memory.</summary>
    private sealed class AnswerAtOnce(byte[] answer) : HttpMessageHandler
    {
        private readonly byte[] _body = answer[(answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new ByteArrayContent(request.Method == HttpMethod.Delete ? [] : _body) };
        }
    }
}
