using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition;

namespace IdOcrPortal.Benchmarks;

/// <summary>One connector in a process that does nothing else: for each line on standard input it makes the calls once more and prints what they cost, as one line of JSON.</summary>
internal static class VendorClient
{
    /// <param name="arguments">Name of the connector case, port, file of the picture, calls, how many in flight.</param>
    public static int Run(string[] arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] arguments)
    {
        var connectorCase = ConnectorCase.All.Single(one => one.Name == arguments[0]);
        using var http = VendorHttp.CreateClient();
        var connector = connectorCase.Create(new Uri($"http://127.0.0.1:{arguments[1]}"), http);
        var image = new DocumentImage(await File.ReadAllBytesAsync(arguments[2]), connectorCase.TypeId);
        var (calls, inFlight) = (int.Parse(arguments[3], CultureInfo.InvariantCulture), int.Parse(arguments[4], CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync() is not null)
        {
            // As the Node clients measure it: nothing tidied up before, everything in between counted.
            var left = calls;
            var (processor, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(LaneAsync)));
            var cost = new ClientCost((Environment.CpuUsage.TotalTime - processor).TotalSeconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
            Console.WriteLine(JsonSerializer.Serialize(cost, JsonSerializerOptions.Web));

            async Task LaneAsync()
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    await connector.ReadAsync(image, CancellationToken.None);
                }
            }
        }

        return 0;
    }
}

/// <summary>What a round of calls took of a client's process.</summary>
/// <param name="CpuSeconds">Processor time, user and kernel.</param>
/// <param name="Seconds">On the clock.</param>
internal sealed record ClientCost(double CpuSeconds, double Seconds);
