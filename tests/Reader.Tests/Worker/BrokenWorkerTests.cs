using System.Buffers.Binary;
using System.Text;
using IdOcrPortal.Reader.Tests.Headers;

namespace IdOcrPortal.Reader.Tests.Worker;

/// <summary>Workers that are not ours: a shell prints prepared answers, and waits.</summary>
public sealed class BrokenWorkerTests : IDisposable
{
    private static readonly byte[] Hello = Answer("""{"Id":1,"Availability":{"IsAvailable":true,"Missing":null,"Install":null}}""");

    /// <summary>Ends once it has taken the greeting and the start of the request, so that whoever waits for more sees the end.</summary>
    private const string AnswerThenEnd = "cat \"$0\"; head -c 120 >/dev/null";

    private readonly string _answers = Path.GetTempFileName();

    public static TheoryData<string, byte[]> Answers => new()
    {
        { "nothing", [] },
        { "half a length", [1, 0] },
        { "a length of 4 GiB", [0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0] },
        { "a length above the bound", [1, 0, 0, 1, 1, 0, 0, 0] },
        { "a length of 0", new byte[8] },
        { "a head longer than its message", [8, 0, 0, 0, 5, 0, 0, 0, 1, 2, 3, 4] },
        { "less than its length says", [100, 0, 0, 0, 10, 0, 0, 0, 1, 2, 3, 4] },
        { "no JSON", Answer("Hello?") },
        { "JSON of another shape", Answer("[1,2,3]") },
        { "null", Answer("null") },
        { "the answer to another request", Answer("""{"Id":7,"Facts":{"Format":0,"Width":100,"Height":100,"Orientation":1,"Pages":1}}""") },
        { "nothing that was asked for", Answer("""{"Id":2}""") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Ends_the_request_of_a_worker_that_answers(string what, byte[] answer)
    {
        Assert.NotEmpty(what);
        await using var pool = await PoolAsync(AnswerThenEnd, [.. Hello, .. answer]);

        var failed = await Assert.ThrowsAsync<ReaderException>(() => pool.InspectAsync(Pictures.Jpeg(64, 48), default));

        Assert.Equal("reader.died", failed.Code);
        Assert.Equal(1, pool.Killed);
    }

    [Fact]
    public async Task Believes_a_worker_that_keeps_to_the_protocol()
    {
        await using var pool = await PoolAsync("cat \"$0\"; exec cat >/dev/null",
            [.. Hello, .. Answer("""{"Id":2,"Facts":{"Format":1,"Width":100,"Height":200,"Orientation":6,"Pages":1}}""")]);

        Assert.Equal(new PictureFacts(PictureFormat.Png, 100, 200, 6, 1), await pool.InspectAsync(Pictures.Jpeg(64, 48), default));
    }

    [Fact]
    public async Task Tells_the_operator_how_a_worker_ended_without_letting_it_forge_lines()
    {
        var incident = new TaskCompletionSource<ReaderIncident>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var pool = await PoolAsync($"{AnswerThenEnd}; head -c 100000 /dev/zero >&2; printf 'last\\033 words' >&2; exit 7", Hello, incident.SetResult);

        await Assert.ThrowsAsync<ReaderException>(() => pool.InspectAsync(Pictures.Jpeg(64, 48), default));

        var told = await incident.Task;
        Assert.Equal("reader.died", told.Code);
        Assert.EndsWith("last? words", told.Output, StringComparison.Ordinal);
        Assert.Equal(2000, told.Output.Length);
    }

    [Fact]
    public async Task Says_that_the_reader_is_unavailable_where_its_process_does_not_start()
    {
        await using var missing = new ReaderPool(new ReaderPoolOptions { Command = new WorkerCommand("/nonexistent/program", []) });
        await using var failing = await PoolAsync("exit 3", []);

        Assert.False((await missing.CheckAsync(default)).IsAvailable);
        Assert.False((await failing.CheckAsync(default)).IsAvailable);
        Assert.Equal("reader.unavailable", (await Assert.ThrowsAsync<ReaderException>(() => failing.InspectAsync(Pictures.Jpeg(64, 48), default))).Code);
    }

    [Fact]
    public async Task Tells_what_is_missing_and_asks_a_new_worker_until_it_is_there()
    {
        const string Script = "cat \"$0\"; exec cat >/dev/null";
        await using var pool = await PoolAsync(Script,
            [.. Hello, .. Answer("""{"Id":2,"Availability":{"IsAvailable":false,"Missing":"Missing: Leptonica.","Install":"sudo apt-get install liblept5"}}""")]);
        Assert.Equal(new ReaderAvailability(false, "Missing: Leptonica.", "sudo apt-get install liblept5"), await pool.CheckAsync(default));

        await File.WriteAllBytesAsync(_answers, [.. Hello, .. Answer("""{"Id":2,"Availability":{"IsAvailable":true,"Missing":null,"Install":null}}""")]);

        Assert.True((await pool.CheckAsync(default)).IsAvailable);
        // Kept from now on: the worker above has no third answer.
        Assert.True((await pool.CheckAsync(default)).IsAvailable);
        Assert.Equal((2, 0, 1), (pool.Started, pool.Killed, pool.Retired));
    }

    [Fact]
    public async Task Replaces_a_worker_that_says_it_is_leaking()
    {
        await using var pool = await PoolAsync("cat \"$0\"; exec cat >/dev/null",
            [.. Hello, .. Answer("""{"Id":2,"IsLeaking":true,"Facts":{"Format":1,"Width":100,"Height":200,"Orientation":6,"Pages":1}}""")]);

        await pool.InspectAsync(Pictures.Jpeg(64, 48), default);
        await pool.InspectAsync(Pictures.Jpeg(64, 48), default);

        Assert.Equal((2, 0, 2), (pool.Started, pool.Killed, pool.Retired));
    }

    public void Dispose() => File.Delete(_answers);

    private async Task<ReaderPool> PoolAsync(string script, byte[] answers, Action<ReaderIncident>? onIncident = null)
    {
        await File.WriteAllBytesAsync(_answers, answers);
        return new ReaderPool(new ReaderPoolOptions { Workers = 1, Command = new WorkerCommand("/bin/sh", ["-c", script, _answers]), OnIncident = onIncident });
    }

    private static byte[] Answer(string json)
    {
        var head = Encoding.UTF8.GetBytes(json);
        var message = new byte[8 + head.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, 4 + head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), head.Length);
        head.CopyTo(message, 8);
        return message;
    }
}
