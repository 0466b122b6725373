using System.Collections.Concurrent;
using System.Diagnostics;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Tests.Headers;

namespace IdOcrPortal.Reader.Tests.Worker;

public sealed class ReaderPoolTests
{
    private static readonly byte[] Picture = Pictures.Jpeg(640, 480);
    private static readonly PictureFacts Facts = new(PictureFormat.Jpeg, 640, 480, 1, 1);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<ReaderIncident> _incidents = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Asks_a_process_of_its_own_and_starts_it_only_when_it_is_needed()
    {
        await using var pool = Pool(workers: 4);
        Assert.Empty(pool.ProcessIds);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        }

        Assert.NotEqual(Environment.ProcessId, Assert.Single(pool.ProcessIds));
        Assert.Equal((1, 0, 0), (pool.Started, pool.Killed, pool.Retired));
    }

    [Fact]
    public async Task Hands_the_refusal_of_the_worker_on()
    {
        await using var pool = Pool();

        var refused = await Assert.ThrowsAsync<ReaderException>(() => pool.InspectAsync("%PDF-1.7"u8.ToArray(), default));

        Assert.Equal("picture.pdf", refused.Code);
        Assert.StartsWith("This is a PDF.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        Assert.Equal(1, pool.Started);
    }

    [Fact]
    public async Task Refuses_a_file_above_10_MiB_without_asking_a_worker()
    {
        await using var pool = Pool();

        Assert.Equal("picture.too_large", (await Assert.ThrowsAsync<ReaderException>(() => pool.InspectAsync(new byte[11 * 1024 * 1024], default))).Code);
        Assert.Equal("picture.empty", (await Assert.ThrowsAsync<ReaderException>(() => pool.ReadAsync(default, true, default))).Code);
        Assert.Equal(0, pool.Started);
    }

    [Fact]
    public async Task Answers_more_callers_than_it_has_workers()
    {
        await using var pool = Pool(workers: 2);

        var answers = await Task.WhenAll(Enumerable.Range(20, 40).Select(i => pool.InspectAsync(Pictures.Jpeg(i, i + 1), default)));

        Assert.Equal(Enumerable.Range(20, 40), answers.Select(facts => facts.Width));
        Assert.InRange(pool.Started, 1, 2);
    }

    [Fact]
    public async Task Replaces_an_idle_worker_that_was_killed_before_anyone_notices()
    {
        await using var pool = Pool();
        await pool.InspectAsync(Picture, default);
        var first = Assert.Single(pool.ProcessIds);

        await Signals.KillAsync(first);

        Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        Assert.NotEqual(first, Assert.Single(pool.ProcessIds));
        Assert.Equal(2, pool.Started);
    }

    [Fact]
    public async Task Tells_the_caller_whose_worker_was_killed_and_serves_the_next()
    {
        await using var pool = Pool();
        await pool.InspectAsync(Picture, default);
        var worker = Assert.Single(pool.ProcessIds);
        // Frozen first, so that the request is certainly in hand when the worker dies.
        await Signals.FreezeAsync(worker);
        var answer = pool.InspectAsync(Picture, default);

        await Signals.KillAsync(worker);

        Assert.Equal("reader.died", (await Assert.ThrowsAsync<ReaderException>(() => answer)).Code);
        Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        Assert.Equal((2, 1), (pool.Started, pool.Killed));
    }

    [Fact]
    public async Task Kills_a_worker_that_hangs_and_serves_the_next()
    {
        await using var pool = Pool();
        await pool.InspectAsync(Picture, default);
        var worker = Assert.Single(pool.ProcessIds);
        await Signals.FreezeAsync(worker);

        var answer = pool.InspectAsync(Picture, default);
        await _clock.FireAsync(Deadline);

        Assert.Equal("reader.timeout", (await Assert.ThrowsAsync<ReaderException>(() => answer)).Code);
        Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        Assert.False(Signals.IsRunning(worker));
        Assert.Equal((2, 1), (pool.Started, pool.Killed));
    }

    [Fact]
    public async Task Kills_a_worker_that_hangs_while_it_takes_a_picture_larger_than_the_pipe()
    {
        await using var pool = Pool();
        await pool.InspectAsync(Picture, default);
        await Signals.FreezeAsync(Assert.Single(pool.ProcessIds));

        var answer = pool.InspectAsync(Pictures.Join(Picture, new byte[5_000_000]), default);
        await _clock.FireAsync(Deadline);

        Assert.Equal("reader.timeout", (await Assert.ThrowsAsync<ReaderException>(() => answer)).Code);
        Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
    }

    [Fact]
    public async Task Does_not_count_the_wait_for_a_free_worker_against_the_deadline()
    {
        await using var pool = Pool(workers: 1);
        await pool.InspectAsync(Picture, default);
        await Signals.FreezeAsync(Assert.Single(pool.ProcessIds));
        var hanging = pool.InspectAsync(Picture, default);
        var waiting = pool.InspectAsync(Picture, default);

        await _clock.FireAsync(Deadline);

        // Were the second one's time running too, it would have ended with the first.
        Assert.Equal("reader.timeout", (await Assert.ThrowsAsync<ReaderException>(() => hanging)).Code);
        Assert.Equal(Facts, await waiting);
    }

    [Fact]
    public async Task Lets_the_caller_give_up_and_keeps_the_worker()
    {
        await using var pool = Pool(workers: 1);
        await pool.InspectAsync(Picture, default);
        var worker = Assert.Single(pool.ProcessIds);
        await Signals.FreezeAsync(worker);
        using var givingUp = new CancellationTokenSource();
        var given = pool.InspectAsync(Picture, givingUp.Token);
        var waiting = pool.InspectAsync(Picture, givingUp.Token);

        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        using (var resume = Process.Start("kill", ["-CONT", $"{worker}"]))
        {
            await resume.WaitForExitAsync();
        }

        Assert.Equal(50, (await pool.InspectAsync(Pictures.Jpeg(50, 60), default)).Width);
        Assert.Equal(worker, Assert.Single(pool.ProcessIds));
    }

    [Fact]
    public async Task Retires_a_worker_after_its_share_of_requests()
    {
        await using var pool = Pool(requests: 3);

        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(Facts, await pool.InspectAsync(Picture, default));
        }

        Assert.Equal((3, 0, 2), (pool.Started, pool.Killed, pool.Retired));
        Assert.Empty(_incidents);
    }

    [Fact]
    public async Task Ends_requests_in_hand_and_in_line_when_it_is_disposed_and_leaves_no_process()
    {
        var pool = Pool(workers: 1);
        await pool.InspectAsync(Picture, default);
        var worker = Assert.Single(pool.ProcessIds);
        await Signals.FreezeAsync(worker);
        var inHand = pool.InspectAsync(Picture, default);
        var inLine = pool.InspectAsync(Picture, default);

        await pool.DisposeAsync();

        Assert.Equal("reader.stopped", (await Assert.ThrowsAsync<ReaderException>(() => inHand)).Code);
        Assert.Equal("reader.stopped", (await Assert.ThrowsAsync<ReaderException>(() => inLine)).Code);
        Assert.Equal("reader.stopped", (await Assert.ThrowsAsync<ReaderException>(() => pool.InspectAsync(Picture, default))).Code);
        Assert.False(Signals.IsRunning(worker));
    }

    [Fact]
    public async Task Gives_a_worker_no_more_memory_than_it_was_told_and_no_core_dump_and_none_of_the_environment()
    {
        await using var pool = Pool(memoryMiB: 512);
        await pool.InspectAsync(Picture, default);
        var proc = $"/proc/{Assert.Single(pool.ProcessIds)}";

        var limits = await File.ReadAllLinesAsync($"{proc}/limits");
        Assert.Contains(limits, line => line.StartsWith("Max data size", StringComparison.Ordinal) && line.Contains($"{512 * 1024 * 1024}", StringComparison.Ordinal));
        Assert.Contains(limits, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Max", "core", "file", "size", "0", "0", ..]);
        var names = (await File.ReadAllTextAsync($"{proc}/environ")).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')[0]);
        Assert.All(names, name => Assert.True(name is "PATH" or "OMP_THREAD_LIMIT" || name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("MALLOC_", StringComparison.Ordinal), name));
    }

    [Fact]
    public async Task Ends_a_picture_that_needs_more_memory_than_a_worker_may_take_and_serves_the_next()
    {
        var large = Pictures.Png(8000, 5000, colour: 2);
        await using var little = Pool(memoryMiB: 256);
        await using var enough = Pool(memoryMiB: 768);

        Assert.Equal(1600, (await enough.PreviewAsync(large, 1600, default)).Width);
        await Assert.ThrowsAsync<ReaderException>(() => little.PreviewAsync(large, 1600, default));
        Assert.Equal(640, (await little.PreviewAsync(Pictures.Png(640, 480), 1600, default)).Width);
    }

    [Fact]
    public async Task Reads_previews_and_looks_for_portraits_with_one_worker()
    {
        var blank = Pictures.Png(640, 480, chunks: Pictures.Chunk("eXIf", Pictures.Exif(6)[10..]));
        await using var pool = Pool();

        Assert.True((await pool.CheckAsync(default)).IsAvailable);
        var preview = await pool.PreviewAsync(blank, 320, default);
        // Upright, so its sides are swapped.
        Assert.Equal((240, 320), (preview.Width, preview.Height));
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, 240, 320, 1, 1), PictureHeader.Inspect(preview.Jpeg));
        var reading = await pool.ReadAsync(blank, withPortrait: true, default);
        Assert.Equal((null, null, 480, 640), (reading.Mrz, reading.Portrait, reading.Width, reading.Height));
        Assert.Null(await pool.PortraitAsync(blank, 270, default));
        Assert.Equal((1, 0, 0), (pool.Started, pool.Killed, pool.Retired));
    }

    [Theory]
    [InlineData(0, 10, 500, 768, "Workers")]
    [InlineData(2, 0, 500, 768, "Deadline")]
    [InlineData(2, 10, 0, 768, "RequestsPerWorker")]
    [InlineData(2, 10, 500, 100, "MemoryLimitMiB")]
    public void Names_the_setting_that_makes_no_sense(int workers, int seconds, int requests, int memory, string setting)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ReaderPool(new ReaderPoolOptions
        {
            Workers = workers, Deadline = TimeSpan.FromSeconds(seconds), RequestsPerWorker = requests, MemoryLimitMiB = memory,
        }));

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    private ReaderPool Pool(int workers = 1, int requests = 500, int memoryMiB = 768) => new(new ReaderPoolOptions
    {
        Workers = workers, RequestsPerWorker = requests, MemoryLimitMiB = memoryMiB, Deadline = Deadline, Clock = _clock, OnIncident = _incidents.Enqueue,
    });
}
