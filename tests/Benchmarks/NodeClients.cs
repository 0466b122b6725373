using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

namespace IdOcrPortal.Benchmarks;

/// <summary>Tencent's own Node clients (versions pinned in <c>tests/Sandbox.Tests/OfficialClients</c>) against our connectors: calls a processor second, each in a process of its own.</summary>
internal static class NodeClients
{
    private const double LeastRatio = 3;
    private const int Warm = 3;
    private static readonly TimeSpan Installing = TimeSpan.FromMinutes(3);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "vendor-clients");

    private static readonly (string Title, string Theirs, string Ours)[] Pairs =
    [
        ("MLIDCardOCR, tencentcloud-sdk-nodejs-ocr as it comes", "tencent", TencentMLIDCardOcrConnector.Id),
        ("MLIDCardOCR, the same with connections kept", "tencent-kept", TencentMLIDCardOcrConnector.Id),
        ("IDCardOCR by PUT, cos-nodejs-sdk-v5", "cos", $"{TencentCiIdCardOcrConnector.Id} (kept)"),
    ];

    /// <summary>Whether ours reach the target; true also where theirs cannot be had, which is said.</summary>
    public static async Task<bool> CompareAsync(IReadOnlyList<MeasuredConnector> measured, IReadOnlyList<int> ports, int rounds, int calls, int inFlight)
    {
        if (await MissingAsync() is { } reason)
        {
            Console.WriteLine($"Tencent's Node clients: NOT MEASURED. {reason}");
            return true;
        }

        Figures.Print($"calls a second of processor time of the client's process, {inFlight} in flight, medians of {rounds} rounds of {calls} calls; asked at least {LeastRatio:F0} times theirs");
        var held = true;
        foreach (var (title, theirs, ours) in Pairs)
        {
            var at = measured.ToList().FindIndex(one => one.Case.Name == ours);
            string[] arguments = [ports[at].ToString(CultureInfo.InvariantCulture), measured[at].PictureFile, calls.ToString(CultureInfo.InvariantCulture), inFlight.ToString(CultureInfo.InvariantCulture)];
            using var us = ChildProcess.Own(["vendor-client", ours, .. arguments]);
            using var them = ChildProcess.Start("node", ["measure.js", theirs, .. arguments], Folder);
            var (ofUs, ofThem) = (new List<double>(), new List<double>());
            for (var round = -Warm; round < rounds; round++)
            {
                var (our, their) = (await RoundAsync(us, calls), await RoundAsync(them, calls));
                if (round >= 0)
                {
                    ofUs.Add(our);
                    ofThem.Add(their);
                }
            }

            var ratio = Figures.Median(ofUs.Zip(ofThem, (our, their) => our / their));
            held &= ratio >= LeastRatio;
            Figures.Print($"  {title}: ours {Figures.Median(ofUs):F0}, theirs {Figures.Median(ofThem):F0}, ratio {ratio:F1}");
        }

        return held;
    }

    private static async Task<double> RoundAsync(ChildProcess client, int calls) => calls / JsonSerializer.Deserialize<ClientCost>(await client.AskAsync(), JsonSerializerOptions.Web)!.CpuSeconds;

    /// <summary>Why the clients cannot be measured; <see langword="null"/>: they are installed.</summary>
    private static async Task<string?> MissingAsync()
    {
        const string WhatToDo = "Install Node with npm and see that this machine reaches the package registry that npm is set up for.";
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-retry-maxtimeout=10000", "--fetch-timeout=60000"])
            {
                WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(Installing);
            try
            {
                var errors = npm.StandardError.ReadToEndAsync(limit.Token);
                await npm.StandardOutput.ReadToEndAsync(limit.Token);
                await npm.WaitForExitAsync(limit.Token);
                return npm.ExitCode == 0 ? null : $"npm could not install them: {string.Join(' ', (await errors).Split('\n').Take(3))} {WhatToDo}";
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                return $"npm did not end within {Installing.TotalMinutes} minutes. {WhatToDo}";
            }
        }
        catch (Win32Exception)
        {
            return $"npm is not there. {WhatToDo}";
        }
    }
}
