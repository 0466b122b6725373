using System.Diagnostics;
using System.Globalization;
using IdOcrPortal.Web.Tests.Endpoints;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Benchmarks;

/// <summary>From the start of the portal's process to its first answered page: on an empty data folder (makes keys, databases and demo accounts), and again.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static int Run(string[] arguments) => RunAsync().GetAwaiter().GetResult();

    private static async Task<int> RunAsync()
    {
        var (first, again) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = PortalProcess.NewDataFolder();
            try
            {
                first.Add(await StartAsync(folder));
                again.Add(await StartAsync(folder));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Print("empty folder", first);
        Print("second start", again);
        return 0;
    }

    private static async Task<double> StartAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var portal = await PortalProcess.StartAsync(folder);
        using var stranger = PortalClient.Anonymous(portal.Address);
        var page = await stranger.TextAsync("/sign-in");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return page.Contains("Sign in", StringComparison.Ordinal) ? elapsed : throw new InvalidOperationException("The first page is not the sign-in page.");
    }

    private static void Print(string what, List<double> seconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: first answered page after {seconds.Order().ElementAt(seconds.Count / 2):F2} s (median of {seconds.Count}; {seconds.Min():F2} to {seconds.Max():F2})"));
}
