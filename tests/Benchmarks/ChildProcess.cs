using System.Diagnostics;

namespace IdOcrPortal.Benchmarks;

/// <summary>A process that works while its standard input is open and answers line by line; so what it costs is told apart from what the benchmark costs.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts a part of this program.</summary>
    public static ChildProcess Own(params string[] arguments) => Start("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments], AppContext.BaseDirectory);

    /// <summary>Starts a program.</summary>
    public static ChildProcess Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    /// <summary>Sends an empty line and gives back the line that answers it.</summary>
    public async Task<string> AskAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return await ReadLineAsync();
    }

    /// <summary>The next line that it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended; what it said stands on the console.</exception>
    public async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A process of the benchmark ended before it answered.");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
