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
}

/// <summary>Whether the offline engine can run here.</summary>
/// <param name="IsAvailable">Everything it needs is there.</param>
/// <param name="Missing">What is missing, for people.</param>
/// <param name="Install">The command that installs it.</param>
public sealed record ReaderAvailability(bool IsAvailable, string? Missing, string? Install);

/// <summary>
/// A few worker processes that decode and read pictures. A request goes to one idle worker; a worker that dies, hangs or answers
/// nonsense is killed and replaced, and its request ends in a <see cref="ReaderException"/>, never in a hang.
/// </summary>
public sealed class ReaderPool(ReaderPoolOptions options) : IAsyncDisposable
{
    private readonly ReaderPoolOptions _options = options;

    /// <summary>Asks once whether the engine can run; the answer is kept until it was negative (then asked again each time).</summary>
    public Task<ReaderAvailability> CheckAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Format, size and orientation from the header; decodes nothing.</summary>
    /// <exception cref="ReaderException">The picture is outside the bounds, or the worker could not answer.</exception>
    public Task<PictureFacts> InspectAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>An upright JPEG without metadata whose longest side is at most <paramref name="longestSide"/> pixels.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public Task<RenderedPicture> PreviewAsync(ReadOnlyMemory<byte> picture, int longestSide, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads the machine-readable zone, and cuts the portrait where asked.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public Task<PictureReading> ReadAsync(ReadOnlyMemory<byte> picture, bool withPortrait, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The portrait of a picture that stands upright once turned by <paramref name="rotation"/> degrees clockwise.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public Task<PortraitCut?> PortraitAsync(ReadOnlyMemory<byte> picture, int rotation, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
