namespace IdOcrPortal.Sandbox.Truth;

/// <summary>Asks once after the start whether pictures can be read, beside the sandbox's work.</summary>
internal sealed class ReaderCheck(PictureReader reader) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => reader.CheckAsync(stoppingToken);
}
