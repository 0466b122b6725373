using System.Collections.Concurrent;
using IdOcrPortal.Reader;
using IdOcrPortal.Sandbox.Truth;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Sandbox.Tests.Truth;

/// <summary>Without the Reader the sandbox goes on with what it was told.</summary>
public sealed class MissingReaderTests
{
    private static readonly byte[] Card = SpecimenFiles.Named("khm-id-clean.jpg").Bytes;

    [Fact]
    public async Task Says_what_is_missing_and_answers_what_it_was_told()
    {
        await using var pool = new ReaderPool(new ReaderPoolOptions { Command = new WorkerCommand("/nonexistent/program", []) });
        var said = new Said();
        var reader = new PictureReader(pool, SpecimenBook.Load(Path.Combine(SpecimenFiles.Folder, "truth.json")), TimeProvider.System, said);
        var truths = new TruthBook(reader);

        await reader.CheckAsync(default);
        Assert.Contains("/control/truth", Assert.Single(said.Lines), StringComparison.Ordinal);
        Assert.Contains("/nonexistent/program", said.Lines.Single(), StringComparison.Ordinal);

        Assert.Null(await truths.ReadAsync(Card, default));
        Assert.Contains(said.Lines, line => line.Contains("reader.unavailable", StringComparison.Ordinal));
        truths.Register(Pictures.Sha256(Card), [new SpecimenTruth { DocumentType = "khm-id" }]);
        Assert.Equal("khm-id", Assert.Single((await truths.ReadAsync(Card, default))!).DocumentType);
    }

    [Fact]
    public async Task Says_nothing_to_whoever_stops_it()
    {
        var pool = new ReaderPool(new ReaderPoolOptions { Workers = 1 });
        var said = new Said();
        var reader = new PictureReader(pool, SpecimenBook.Load(Path.Combine(SpecimenFiles.Folder, "truth.json")), TimeProvider.System, said);
        using var stopping = new CancellationTokenSource();
        await pool.DisposeAsync();
        await stopping.CancelAsync();

        try
        {
            await reader.CheckAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // As good an end.
        }

        Assert.Empty(said.Lines);
    }

    private sealed class Said : ILogger<PictureReader>
    {
        internal ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}
