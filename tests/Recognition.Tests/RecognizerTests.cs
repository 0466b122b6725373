using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Routing;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Recognition.Tests;

public sealed class RecognizerTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly string[] Specimen =
    [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", // ICAO Doc 9303 part 4, specimen
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ];

    private readonly RecordingLogger _logger = new();

    [Fact]
    public async Task Proves_what_the_service_read()
    {
        var attempt = await Recognizer(new ScriptedConnector("A", () => Answer("A", "passport"))).ReadAsync("A", Picture(), Today, CancellationToken.None);

        Assert.Null(attempt.Failure);
        Assert.Equal("passport", attempt.Proof!.TypeId);
        Assert.Contains(attempt.Proof.Checks, check => check is { Code: "mrz.birth_date.digit", Result: CheckResult.Passed });
    }

    [Fact]
    public async Task Keeps_a_reading_of_a_type_that_we_do_not_know_and_proves_nothing_about_it()
    {
        var attempt = await Recognizer(new ScriptedConnector("A", () => Answer("A", "library-card"))).ReadAsync("A", Picture(), Today, CancellationToken.None);

        Assert.NotNull(attempt.Reading);
        Assert.Null(attempt.Proof);
    }

    [Fact]
    public async Task Proves_by_the_requested_type_where_the_service_names_none()
    {
        var attempt = await Recognizer(new ScriptedConnector("A", () => Answer("A", typeId: null))).ReadAsync("A", Picture("passport"), Today, CancellationToken.None);

        Assert.Equal("passport", attempt.Proof!.TypeId);
    }

    [Fact]
    public async Task Turns_a_refusal_into_a_failure_with_its_class_and_raw_code()
    {
        var refusing = new ScriptedConnector("A", () => throw new ConnectorException(FailureClass.Throttled, "RequestLimitExceeded", "Busy.", TimeSpan.FromSeconds(7)));

        var attempt = await Recognizer(refusing).ReadAsync("A", Picture(), Today, CancellationToken.None);

        Assert.Null(attempt.Reading);
        Assert.Equal(new Failure(FailureClass.Throttled, "RequestLimitExceeded", "Busy.", TimeSpan.FromSeconds(7)), attempt.Failure);
    }

    [Fact]
    public async Task Logs_service_class_and_code_and_nothing_else_of_a_refusal()
    {
        var refusing = new ScriptedConnector("A", () => throw new ConnectorException(FailureClass.InputQuality, "ImageBlur", "the words of the reply"));

        await Recognizer(refusing).ReadAsync("A", Picture(), Today, CancellationToken.None);

        var line = Assert.Single(_logger.Lines);
        Assert.Contains("ImageBlur", line, StringComparison.Ordinal);
        Assert.DoesNotContain("words of the reply", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_a_bug_in_a_connector_through_to_the_worker_that_records_it()
    {
        var broken = new ScriptedConnector("A", () => throw new InvalidOperationException("bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Recognizer(broken).ReadAsync("A", Picture(), Today, CancellationToken.None));
    }

    private static DocumentImage Picture(string? requested = null) => new(new byte[] { 1, 2, 3 }, requested);

    private static Reading Answer(string service, string? typeId)
    {
        Assert.True(Mrz.TryParse(Specimen, out var mrz, out _));
        return new Reading(
            service, "1", typeId, new Evidence(MrzClaims.From(mrz, probabilities: null), Specimen, MrzAccepted: true), MrzProbabilities: [], Rotation: 0,
            Warnings: [], new Dictionary<Coverage, CoverageResult>(), Portrait: null, RequestId: null, RawAnswer: []);
    }

    private ReadingOf Recognizer(params IConnector[] connectors)
    {
        IReadOnlyList<ServiceSetup> services = [.. connectors.Select(connector => ServiceSetup.Of(connector, TimeProvider.System))];
        return new ReadingOf(new Recognizer(services, new Router(services, new RoutingOptions()), new ReaderPool(new ReaderPoolOptions()), TimeProvider.System, _logger));
    }

    private sealed record ReadingOf(Recognizer Recognizer)
    {
        public Task<Attempt> ReadAsync(string service, DocumentImage image, DateOnly today, CancellationToken cancellationToken) =>
            Recognizer.ReadAsync(new PreparedCall(Recognizer.Find(service)!, image), today, cancellationToken);
    }

    private sealed class ScriptedConnector(string id, Func<Reading> answer, params string[] types) : IConnector
    {
        public ConnectorInfo Info { get; } = new(id, id, Documentation: null, types, Country: null, IsMetered: false);

        public Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken) => Task.FromResult(answer());
    }

    private sealed class RecordingLogger : ILogger<Recognizer>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
