using System.Diagnostics;

namespace IdOcrPortal.Web.Recognising;

/// <summary>How many documents are in hand at once.</summary>
internal sealed record RecognitionLoops(int Count);

/// <summary>Reads what waits: a few loops that are woken by the intake, and look by themselves when something becomes due.</summary>
internal sealed partial class RecognitionWorker(
    JobQueue queue, DocumentRecognition recognition, RecognitionSignal signal, RecognitionLoops loops, TimeProvider clock, ILogger<RecognitionWorker> logger) : BackgroundService
{
    /// <summary>How the audit names it.</summary>
    internal const string Part = "recognition";

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await GuardAsync(async () => await queue.RecoverAsync(stoppingToken) > 0, stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, loops.Count).Select(_ => LoopAsync(stoppingToken)));
    }

    private async Task LoopAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(
                async () =>
                {
                    while (await recognition.RunNextAsync(stoppingToken))
                    {
                    }

                    await signal.WaitAsync(await queue.UntilNextDueAsync(stoppingToken), clock, stoppingToken);
                    return true;
                },
                stoppingToken);
        }
    }

    /// <summary>A database that cannot be written just now must not end the loop: nothing would be read until the next start.</summary>
    private async Task GuardAsync(Func<Task<bool>> step, CancellationToken stoppingToken)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal is being stopped.
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Log.StepFailed(logger, failed.GetType().Name, new StackTrace(failed).ToString());
            await Task.Delay(AfterFault, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The recognition queue could not go on and tries again: {Kind}\n{Trace}")]
        public static partial void StepFailed(ILogger logger, string kind, string trace);
    }
}
