namespace IdOcrPortal.Reader;

/// <summary>How the pool runs its workers.</summary>
public sealed class ReaderPoolOptions
{
    /// <summary>Worker processes; default one per core.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>Time for one request, after which the worker is killed and replaced.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests after which a worker is retired and replaced.</summary>
    public int RequestsPerWorker { get; set; } = 500;

    /// <summary>Memory that one worker may take, in MiB.</summary>
    public int MemoryLimitMiB { get; set; } = 768;

    /// <summary>Clock of the deadlines.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Told whenever a worker had to be killed or died by itself, for the log. Called on any thread; must not throw.</summary>
    public Action<ReaderIncident>? OnIncident { get; set; }

    /// <summary>Program and arguments of a worker in place of the room's own.</summary>
    internal WorkerCommand? Command { get; set; }

    /// <exception cref="ArgumentException">A setting makes no sense; the message names it.</exception>
    internal void Validate()
    {
        Require(Workers is >= 1 and <= 256, nameof(Workers), "1 to 256");
        Require(Deadline > TimeSpan.Zero && Deadline <= TimeSpan.FromHours(1), nameof(Deadline), "above 0 and at most an hour");
        Require(RequestsPerWorker >= 1, nameof(RequestsPerWorker), "at least 1");
        Require(MemoryLimitMiB is >= 256 and <= 65536, nameof(MemoryLimitMiB), "256 to 65536");
    }

    private static void Require(bool holds, string setting, string range)
    {
        if (!holds)
        {
            throw new ArgumentException($"The reader's setting {setting} must be {range}.", setting);
        }
    }
}

/// <summary>A worker that came to an end before its time. Holds nothing of a picture.</summary>
/// <param name="Code">The code of the request's <see cref="ReaderException"/>, such as <c>reader.timeout</c>.</param>
/// <param name="ProcessId">The worker.</param>
/// <param name="ExitCode">128 + signal for one that was killed.</param>
/// <param name="Output">The end of what it wrote to its standard error.</param>
public sealed record ReaderIncident(string Code, int ProcessId, int ExitCode, string Output);

/// <summary>Whether the offline engine can run here.</summary>
/// <param name="IsAvailable">Everything it needs is there.</param>
/// <param name="Missing">What is missing, for people.</param>
/// <param name="Install">The command that installs it.</param>
public sealed record ReaderAvailability(bool IsAvailable, string? Missing, string? Install);
