using System.Diagnostics;
using System.Globalization;
using System.Net;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Endpoints;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// The way of specimens of all five vendors through the real portal and the sandbox, each in a process of its own: 8 recognition workers, no limits, 8 uploads in
/// parallel; documents a second from the first byte sent to "ready for review", and where the time goes. Baseline in the same run: the connectors alone, called on
/// the same sandbox with the same pictures, 8 in parallel. <c>services [--rounds N] [--each N]</c>: every round sends each of the ten specimens so often.
/// </summary>
internal static class ServicesBenchmark
{
    private const int Parallel = 8;

    private static readonly IReadOnlyList<ConnectorCase> Services = [.. ConnectorCase.All.Where(one => !one.Name.EndsWith("(kept)", StringComparison.Ordinal))];

    public static int Run(string[] arguments) => RunAsync(Figures.Option(arguments, "--rounds", 3), Figures.Option(arguments, "--each", 4)).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int rounds, int each)
    {
        var folder = PortalProcess.NewDataFolder();
        try
        {
            await using var sandbox = await SandboxProcess.StartAsync();
            await using var portal = await PortalProcess.StartAsync(folder, [
                $"--Sandbox:Url={sandbox.Address}", $"--Recognition:Workers={Parallel}", "--Uploads:PerMinute=100000", "--Uploads:PerDay=100000",
                .. Services.Select(one => $"--Vendors:{one.Name}:CallsPerSecond=1000"),
            ]);
            using var live = new LiveDocuments(folder);
            using var person = await PortalClient.SignInAsync(portal.Address, "uploader", await portal.DemoPasswordAsync());
            var number = 0;
            List<Sent> Next(int count) => Mix(count, (number += count) - count);

            await ThroughPortalAsync(person, live, Next(1));
            await DirectlyAsync(sandbox, Next(1));
            var warmedUp = DateTimeOffset.UtcNow;
            await using var portalLoad = new ServerLoad(portal.ProcessId);
            await using var sandboxLoad = new ServerLoad(sandbox.ProcessId);
            var (through, directly) = (new List<ServicesRound>(), new List<ServicesRound>());
            for (var round = 0; round < rounds; round++)
            {
                var (alone, whole) = (Next(each), Next(each));
                directly.Add(await ServicesRound.OfAsync(portalLoad, sandboxLoad, alone.Count, () => DirectlyAsync(sandbox, alone)));
                through.Add(await ServicesRound.OfAsync(portalLoad, sandboxLoad, whole.Count, () => ThroughPortalAsync(person, live, whole)));
            }

            var specimens = Services.Sum(one => one.Specimens.Length);
            Figures.Print($"{each * specimens} specimens of five vendors a round, {Parallel} in parallel, medians of {rounds} rounds");
            ServicesRound.Print("through the portal, documents", through);
            ServicesRound.Print("connectors alone, calls", directly);
            Figures.Print($"ratio {Figures.Median(through.Zip(directly, (portal, alone) => portal.PerSecond / alone.PerSecond)):F2}");
            CallPhases.Print(folder, warmedUp);

            var expected = ((rounds * each) + 1) * specimens;
            var ready = live.In(DocumentState.ReadyForReview);
            Figures.Print($"ready for review: {ready} of {expected}");
            return ready == expected ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ThroughPortalAsync(PortalClient person, LiveDocuments live, IReadOnlyList<Sent> pictures)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(pictures, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (sent, stop) =>
        {
            using var answer = await person.UploadAsync(sent.Picture, change: request => request.Headers.Add("X-Document-Type", sent.Service.TypeId), cancellationToken: stop);
            if (answer.StatusCode != HttpStatusCode.Created)
            {
                throw new InvalidOperationException($"Not stored: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
            }
        });
        await live.SettleAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(10));
    }

    private static async Task DirectlyAsync(SandboxProcess sandbox, IReadOnlyList<Sent> pictures)
    {
        using var http = VendorHttp.CreateClient();
        var connectors = Services.ToDictionary(one => one, one => one.Create(new Uri(sandbox.Address, one.Prefix), http));
        await System.Threading.Tasks.Parallel.ForEachAsync(pictures, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (sent, stop) =>
            await connectors[sent.Service].ReadAsync(new DocumentImage(sent.Picture, sent.Service.TypeId), stop));
    }

    /// <summary>
    /// Each specimen so often, every time in another size: neither the portal, which fits pictures anew, nor the sandbox, which remembers what it read, has seen it.
    /// </summary>
    /// <param name="number">Of the first size; a mix takes as many as it is long for each.</param>
    private static List<Sent> Mix(int each, int number)
    {
        var mix = new List<Sent>();
        foreach (var (service, file) in Services.SelectMany(one => one.Specimens.Select(file => (one, file))))
        {
            var bytes = File.ReadAllBytes(ConnectorCase.PathOf(file));
            using var picture = Picture.Decode(bytes, PictureHeader.Inspect(bytes));
            for (var i = 0; i < each; i++)
            {
                mix.Add(new Sent(service, picture.Render(Math.Max(picture.Width, picture.Height) - number - i).Jpeg));
            }
        }

        return [.. mix.Select((sent, at) => (sent, at)).OrderBy(one => one.at % each).Select(one => one.sent)];
    }

    /// <summary>A specimen on its way to its vendor.</summary>
    private sealed record Sent(ConnectorCase Service, byte[] Picture);
}

/// <summary>What a round of documents took.</summary>
/// <param name="PerSecond">Documents a second.</param>
/// <param name="Processor">Milliseconds of processor time a document, by who took it.</param>
internal sealed record ServicesRound(double PerSecond, IReadOnlyDictionary<string, double> Processor)
{
    /// <summary>Measures it.</summary>
    public static async Task<ServicesRound> OfAsync(ServerLoad portal, ServerLoad sandbox, int documents, Func<Task> work)
    {
        var (portalBefore, sandboxBefore, clientBefore, started) = (portal.ProcessorTime(), sandbox.ProcessorTime(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var (portalAfter, sandboxAfter, clientAfter) = (portal.ProcessorTime(), sandbox.ProcessorTime(), Environment.CpuUsage.TotalTime);
        double Each(TimeSpan before, TimeSpan after) => (after - before).TotalMilliseconds / documents;
        return new ServicesRound(documents / elapsed.TotalSeconds, new Dictionary<string, double>
        {
            ["portal"] = Each(portalBefore.Server, portalAfter.Server),
            ["portal's readers"] = Each(portalBefore.Readers, portalAfter.Readers),
            ["sandbox"] = Each(sandboxBefore.Server, sandboxAfter.Server),
            ["sandbox's readers"] = Each(sandboxBefore.Readers, sandboxAfter.Readers),
            ["this client"] = Each(clientBefore, clientAfter),
        });
    }

    /// <summary>Prints the medians of rounds.</summary>
    public static void Print(string what, IReadOnlyList<ServicesRound> rounds)
    {
        var parts = rounds[0].Processor.Keys.Select(who => string.Create(CultureInfo.InvariantCulture, $"{who} {Figures.Median(rounds.Select(round => round.Processor[who])):F0} ms"));
        Figures.Print($"{what}: {Figures.Median(rounds.Select(round => round.PerSecond)):F1} a second ({rounds.Min(round => round.PerSecond):F1} to {rounds.Max(round => round.PerSecond):F1}); processor time each: {string.Join(", ", parts)}");
    }
}
