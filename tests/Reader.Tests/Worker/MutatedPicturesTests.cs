using IdOcrPortal.Reader.Tests.Headers;
using Xunit.Abstractions;

namespace IdOcrPortal.Reader.Tests.Worker;

/// <summary>Damaged pictures through the real worker with its real decoders.</summary>
public sealed class MutatedPicturesTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Ends_each_in_a_reading_or_a_refusal_and_goes_on()
    {
        var incidents = 0;
        await using var pool = new ReaderPool(new ReaderPoolOptions
        {
            Workers = 2, Deadline = TimeSpan.FromMinutes(2), OnIncident = _ => Interlocked.Increment(ref incidents),
        });
        var seeds = await SeedsAsync(pool);
        var random = new Random(20_251_122);
        var files = Enumerable.Range(0, LongTests.AreOn ? 2_000 : 300).Select(i => Mutations.Of(seeds[i % seeds.Count], random, most: 3, nearStart: 1)).ToList();

        var ends = await Task.WhenAll(files.Select((file, i) => EndAsync(pool, file, isRead: i % 2 == 0)));

        foreach (var end in ends.GroupBy(end => end).OrderBy(end => end.Key, StringComparer.Ordinal))
        {
            log.WriteLine($"{end.Count(),5} {end.Key}");
        }

        log.WriteLine($"{pool.Started} workers started, {pool.Killed} lost, {pool.Retired} retired");
        Assert.All(ends, end => Assert.True(end == "taken" || end.StartsWith("picture.", StringComparison.Ordinal), end));
        Assert.Equal(0, incidents);
        // Mutations that all pass, or none, would test nothing.
        Assert.InRange(ends.Count(end => end == "taken"), files.Count / 20, files.Count * 19 / 20);
        Assert.True((await pool.CheckAsync(default)).IsAvailable);
    }

    private static async Task<string> EndAsync(ReaderPool pool, byte[] file, bool isRead)
    {
        try
        {
            if (isRead)
            {
                await pool.ReadAsync(file, withPortrait: true, default);
            }
            else
            {
                await pool.PreviewAsync(file, 1600, default);
            }

            return "taken";
        }
        catch (ReaderException refused)
        {
            return refused.Code;
        }
    }

    /// <summary>Those built by hand, noise, and what the engine makes of noise, plain and with an orientation.</summary>
    private static async Task<List<byte[]>> SeedsAsync(ReaderPool pool)
    {
        var random = new Random(20_251_123);
        List<byte[]> seeds = [.. Mutations.Seeds.Where(seed => seed[0] != 0xFF)];
        foreach (var (width, height, depth, colour) in ((int, int, byte, byte)[])[(200, 150, 8, 0), (300, 40, 8, 2), (64, 48, 16, 6), (33, 47, 8, 6), (150, 150, 1, 0), (90, 60, 16, 4)])
        {
            var png = Pictures.Noise(width, height, depth, colour, random);
            var jpeg = (await pool.PreviewAsync(png, 1600, default)).Jpeg;
            seeds.AddRange([png, jpeg, Pictures.Join(jpeg[..2], Pictures.Exif(6), jpeg[2..])]);
        }

        return seeds;
    }
}
