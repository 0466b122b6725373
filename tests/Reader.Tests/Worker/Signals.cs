using System.Diagnostics;

namespace IdOcrPortal.Reader.Tests.Worker;

/// <summary>What the outside does to a process.</summary>
internal static class Signals
{
    /// <summary>Stops it in its tracks (SIGSTOP): the hang that no process can talk itself out of.</summary>
    internal static Task FreezeAsync(int processId) => SendAsync("STOP", processId);

    /// <summary>kill -9, and waits until it is gone.</summary>
    internal static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        await SendAsync("KILL", processId);
        await process.WaitForExitAsync();
    }

    internal static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task SendAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{processId}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
