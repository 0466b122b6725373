using System.Collections.Concurrent;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;

namespace IdOcrPortal.Web.Tests.Submissions;

/// <summary>A service whose answers are written down beforehand; without a script it reads a valid passport every time.</summary>
/// <param name="types">What it says that it reads; none named: passports and visas.</param>
internal sealed class ScriptedService(string id = OfflineEngineConnector.Id, bool isMetered = false, params string[] types) : IConnector
{
    private readonly ConcurrentQueue<Func<Task<Reading>>> _answers = new();

    private int _calls;

    public ConnectorInfo Info => new(id, id + " (scripted)", Documentation: null, types.Length > 0 ? types : ["passport", "visa"], isMetered ? "SG" : null, isMetered) { PassportStates = PassportStates };

    /// <summary>States whose passports it says that it reads; null: all.</summary>
    public IReadOnlyList<string>? PassportStates { get; init; }

    public int Calls => _calls;

    /// <summary>What it was sent, in order.</summary>
    public ConcurrentQueue<DocumentImage> Sent { get; } = new();

    /// <summary>What it answers when the script is at its end; null: a valid passport.</summary>
    public Func<Task<Reading>>? Always { get; set; }

    public ScriptedService Answers(Func<Task<Reading>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ScriptedService Reads(Reading reading) => Answers(() => Task.FromResult(reading));

    public ScriptedService Fails(FailureClass failure, string code = "test.code", TimeSpan? retryAfter = null) =>
        Answers(() => throw new ConnectorException(failure, code, "Scripted.", retryAfter));

    public Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        Sent.Enqueue(image);
        return _answers.TryDequeue(out var answer) ? answer() : Always?.Invoke() ?? Task.FromResult(Passport());
    }

    /// <summary>A reading of a passport of Utopia's neighbour that is valid until 2030; with <paramref name="accepted"/> false its zone was doubtful.</summary>
    public Reading Passport(bool accepted = true, string expiry = "300415", bool withPortrait = true, params Warning[] warnings)
    {
        var lines = Lines(expiry);
        Assert.True(Mrz.TryParse(lines, out var mrz, out _));
        float[][] probabilities = [.. lines.Select(line => Enumerable.Repeat(0.99f, line.Length).ToArray())];
        return new Reading(
            Info.Id, "1.0", "passport", new Evidence(MrzClaims.From(mrz, probabilities), lines, accepted), probabilities, Rotation: 90, warnings,
            new Dictionary<Coverage, CoverageResult> { [Coverage.Portrait] = CoverageResult.RanClear }, withPortrait ? new Portrait([1, 2, 3], CutLocally: true) : null, "request-1", [7, 7]);
    }

    private static string[] Lines(string expiry)
    {
        const string number = "L898902C3", birth = "740812", personal = "ZE184226B<<<<<";
        var second = $"{number}{Digit(number)}NLD{birth}{Digit(birth)}F{expiry}{Digit(expiry)}{personal}{Digit(personal)}";
        var composite = Digit(string.Concat(second.AsSpan(0, 10), second.AsSpan(13, 7), second.AsSpan(21, 22)));
        return ["P<NLDERIKSSON<<ANNA<MARIA".PadRight(44, '<'), second + composite];
    }

    // Doc 9303 part 3 section 4.9: weights 7, 3, 1; letters from 10; filler 0.
    private static char Digit(string text)
    {
        int[] weights = [7, 3, 1];
        var sum = text.Select((c, i) => weights[i % 3] * (c == '<' ? 0 : char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10)).Sum();
        return (char)('0' + (sum % 10));
    }
}
