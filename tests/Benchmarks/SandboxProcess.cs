using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace IdOcrPortal.Benchmarks;

/// <summary>The sandbox in a process of its own, without a limit of calls.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private SandboxProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Without a path.</summary>
    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<SandboxProcess> StartAsync()
    {
        var assembly = typeof(SandboxProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SandboxAssembly").Value!;
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", address.ToString()]) { RedirectStandardOutput = true };
        start.Environment["Sandbox__Tencent__RequestsPerSecond"] = "0";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Trace.WriteLine(line.Data);
        process.BeginOutputReadLine();
        var sandbox = new SandboxProcess(process, address);
        try
        {
            await sandbox.AnswersAsync();
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(LongestStart);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/control/calls"), limit.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token); // it does not listen yet
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
