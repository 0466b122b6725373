using IdOcrPortal.Reader;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>What was seen on a picture.</summary>
/// <param name="Code">The specimen's code without trailing fillers; null where it shows none that is known.</param>
/// <param name="Cards">The cards in it; null where none is known.</param>
internal sealed record Sight(string? Code, IReadOnlyList<SpecimenTruth>? Cards)
{
    internal static readonly Sight Nothing = new(null, null);
}

/// <summary>Asks the Reader what a picture shows: the code of one of the specimens, else a machine-readable zone.</summary>
internal sealed partial class PictureReader(ReaderPool pool, SpecimenBook specimens, TimeProvider clock, ILogger<PictureReader> logger)
{
    private const int Kept = 128;

    // A size has whole pixels: half of one on the shorter side of the smallest picture that any vendor takes.
    private const double ShapeTolerance = 0.006;

    // What the Reader takes for a portrait is not always one; beyond these it is none, whatever it is.
    private const double LeastPortrait = 0.01, MostPortrait = 0.2;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, Sight> seen = new(StringComparer.Ordinal);

    /// <summary>Says on the console what is missing, if something is.</summary>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        // Whoever stops the sandbox meanwhile need not be told that its workers are gone.
        if (await pool.CheckAsync(cancellationToken) is { IsAvailable: false } missing && !cancellationToken.IsCancellationRequested)
        {
            Log.Unavailable(logger, missing.Missing, missing.Install is { } install ? $"To install: {install}" : "");
        }
    }

    /// <summary>Whether one of the specimens bears exactly this code.</summary>
    internal bool Knows(string code) => specimens.All.Any(specimen => specimen.Code == code);

    internal async Task<Sight> LookAsync(byte[] picture, CancellationToken cancellationToken)
    {
        var key = Digest.Sha256(picture);
        lock (gate)
        {
            if (seen.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        Sight sight;
        try
        {
            sight = await ReadAsync(picture, cancellationToken);
        }
        catch (ReaderException refused) when (refused.IsAboutPicture)
        {
            // A file that is no picture shows no card.
            sight = Sight.Nothing;
        }
        catch (ReaderException failed)
        {
            Log.NotRead(logger, failed.Code, failed.Message);
            return Sight.Nothing;
        }

        lock (gate)
        {
            if (seen.TryAdd(key, sight) && seen.Count > Kept)
            {
                seen.RemoveAt(0);
            }
        }

        return sight;
    }

    private async Task<Sight> ReadAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (await pool.CodeLineAsync(picture, SpecimenBook.Word, cancellationToken) is { } code && specimens.Find(code) is { } specimen)
        {
            var portrait = await PortraitAsync(picture, specimen, cancellationToken);
            return new(specimen.Code, [specimen.Cards[0] with { Portrait = portrait }, .. specimen.Cards.Skip(1)]);
        }

        var reading = await pool.ReadAsync(picture, withPortrait: true, cancellationToken);
        return reading.Mrz is { AllChecksValid: true } mrz && ZoneTruth.Of(mrz.Lines, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } card
            ? new(null, [card with { Portrait = Portrait(reading, mrz.Rotation) }]) : Sight.Nothing;
    }

    /// <summary>Where the picture has the shape of one that was committed, the portrait stands where it stood there; another picture may show the card anywhere.</summary>
    private async Task<PortraitTruth?> PortraitAsync(byte[] picture, Specimen specimen, CancellationToken cancellationToken)
    {
        var facts = await pool.InspectAsync(picture, cancellationToken);
        var (width, height) = facts.Orientation >= 5 ? (facts.Height, facts.Width) : (facts.Width, facts.Height);
        var shape = (double)width / height;
        if (specimen.Views.FirstOrDefault(view => Math.Abs(shape * view.Height / view.Width - 1) < ShapeTolerance) is not { } view)
        {
            return null;
        }

        var scale = (double)width / view.Width;
        int left = Pixels(view.Portrait[0]), top = Pixels(view.Portrait[1]), right = Pixels(view.Portrait[0] + view.Portrait[2]), bottom = Pixels(view.Portrait[1] + view.Portrait[3]);
        return await pool.CutAsync(picture, [new(left, top), new(right, top), new(right, bottom), new(left, bottom)], cancellationToken) is { } cut
            ? new(Convert.ToBase64String(cut.Jpeg), Corners(left, top, right, bottom)) : null;

        int Pixels(int side) => (int)Math.Round(side * scale);
    }

    private static PortraitTruth? Portrait(PictureReading reading, int rotation)
    {
        if (reading.Portrait is not { } cut || (double)cut.Width * cut.Height / reading.Width / reading.Height is < LeastPortrait or > MostPortrait)
        {
            return null;
        }

        // Its place is known in the turned picture; the vendors speak of the one that they were sent.
        return new(Convert.ToBase64String(cut.Jpeg), rotation == 0 ? Corners(cut.X, cut.Y, cut.X + cut.Width, cut.Y + cut.Height) : null);
    }

    private static int[][] Corners(int left, int top, int right, int bottom) => [[left, top], [right, top], [right, bottom], [left, bottom]];

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The sandbox cannot look at pictures and answers only those whose truth is told at /control/truth. {Missing} {Install}")]
        internal static partial void Unavailable(ILogger logger, string? missing, string install);

        [LoggerMessage(LogLevel.Warning, "A picture could not be looked at and is answered as showing no card: {Code}. {Message}")]
        internal static partial void NotRead(ILogger logger, string code, string message);
    }
}
