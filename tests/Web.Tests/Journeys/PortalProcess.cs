using System.Diagnostics;
using System.Reflection;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>The real portal in a process of its own, on a free loopback port, with a data folder of its own that outlives the process.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output;

    private PortalProcess(Process process, Uri address, string dataFolder, List<string> output)
    {
        _process = process;
        _output = output;
        Address = address;
        DataFolder = dataFolder;
    }

    /// <summary>Top of the checkout.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its databases, pictures and keys.</summary>
    public string DataFolder { get; }

    /// <summary>Of the running process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>A folder for one test, removed by the caller.</summary>
    public static string NewDataFolder() => Directory.CreateTempSubdirectory("idocr-test-").FullName;

    /// <summary>Starts the portal in Development and waits until it listens.</summary>
    /// <param name="settings">Settings as on its command line, such as <c>--Reader:Workers=1</c>.</param>
    public static async Task<PortalProcess> StartAsync(string dataFolder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryRoot };
        foreach (var argument in (string[])[Metadata("PortalAssembly"), "--urls", "http://127.0.0.1:0", $"--Data:Folder={dataFolder}", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        var output = new List<string>();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Line(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.Add(line);
            }

            const string Announcement = "Now listening on: ";
            var at = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (at >= 0)
            {
                listening.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
            }
        }

        process.OutputDataReceived += (_, received) => Line(received.Data);
        process.ErrorDataReceived += (_, received) => Line(received.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The portal ended before it listened:\n" + string.Join('\n', output)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PortalProcess(process, await listening.Task.WaitAsync(TimeSpan.FromSeconds(60)), dataFolder, output);
    }

    /// <summary>Ends it as a power cut would: <c>kill -9</c>, no goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>The one password of the demo accounts of this data folder.</summary>
    public Task<string> DemoPasswordAsync() => ReadTrimmedAsync(Path.Combine(DataFolder, "demo-password.txt"));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static async Task<string> ReadTrimmedAsync(string path) => (await File.ReadAllTextAsync(path)).Trim();

    private static string Metadata(string key) =>
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
