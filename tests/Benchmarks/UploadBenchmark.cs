using System.Diagnostics;
using System.Net;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Endpoints;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// The way of a picture through the real portal process, over HTTP: from the first byte sent to "ready for review", one at a time and 8 in parallel, with
/// the memory of portal and readers meanwhile. <c>upload [--one N] [--many N]</c>.
/// </summary>
internal static class UploadBenchmark
{
    private const int Parallel = 8;
    private const int Target = 1_000_000;

    public static int Run(string[] arguments) => RunAsync(Figures.Option(arguments, "--one", 20), Figures.Option(arguments, "--many", 200)).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int one, int many)
    {
        var picture = OneMegabyte();
        var folder = PortalProcess.NewDataFolder();
        try
        {
            await using var portal = await PortalProcess.StartAsync(folder, "--Uploads:PerMinute=1000000", "--Uploads:PerDay=1000000");
            using var live = new LiveDocuments(folder);
            using var person = await PortalClient.SignInAsync(portal.Address, "uploader", await portal.DemoPasswordAsync());
            Figures.Print($"picture: passport, JPEG, {picture.Length / 1000.0:F0} kB");

            var (answered, ready) = await OneAtATimeAsync(person, live, picture, one);
            Figures.Print($"one at a time ({one}): stored after {Figures.Median(answered):F0} ms, ready for review after {Figures.Median(ready):F0} ms (medians; worst {ready.Max():F0} ms)");

            await using var memory = new ServerLoad(portal.ProcessId);
            var before = memory.ProcessorTime();
            var elapsed = await ManyAsync(person, live, picture, many);
            Figures.Print($"{many} pictures, {Parallel} in parallel: {many / elapsed.TotalSeconds:F1} a second until ready for review ({elapsed.TotalSeconds:F1} s)");
            var after = memory.ProcessorTime();
            Figures.Print($"processor time a picture: portal {(after.Server - before.Server).TotalMilliseconds / many:F0} ms, readers {(after.Readers - before.Readers).TotalMilliseconds / many:F0} ms");
            Figures.Print($"memory meanwhile: portal {memory.ServerPeak} MiB, {memory.Workers} readers together {memory.WorkersPeak} MiB (peaks of RSS)");
            Figures.Print($"ready for review: {live.In(DocumentState.ReadyForReview)} of {one + many + Warm}");
            return live.In(DocumentState.ReadyForReview) == one + many + Warm ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const int Warm = 5;

    private static async Task<(List<double> Answered, List<double> Ready)> OneAtATimeAsync(PortalClient person, LiveDocuments live, byte[] picture, int count)
    {
        var (answered, ready) = (new List<double>(), new List<double>());
        for (var i = -Warm; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await SendAsync(person, picture);
            var stored = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            await live.SettleAsync(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(2));
            if (i >= 0)
            {
                answered.Add(stored);
                ready.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return (answered, ready);
    }

    private static async Task<TimeSpan> ManyAsync(PortalClient person, LiveDocuments live, byte[] picture, int count)
    {
        var started = Stopwatch.GetTimestamp();
        await System.Threading.Tasks.Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (_, _) => await SendAsync(person, picture));
        await live.SettleAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(10));
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task SendAsync(PortalClient person, byte[] picture)
    {
        using var answer = await person.UploadAsync(picture, change: request => request.Headers.Add("X-Send-Anyway", "true"));
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"Not stored: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>A specimen passport as a camera would keep it: JPEG of about a megabyte.</summary>
    private static byte[] OneMegabyte()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Specimens", "pe_100_pass-bdr.jpg"));
        using var specimen = Picture.Decode(bytes, PictureHeader.Inspect(bytes));
        return Enumerable.Range(0, 15).Select(less => specimen.Render(Math.Max(specimen.Width, specimen.Height), rotation: 0, quality: 100 - less).Jpeg)
            .MinBy(jpeg => Math.Abs(jpeg.Length - Target))!;
    }
}
