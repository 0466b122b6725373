using IdOcrPortal.Documents;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Worker;

namespace IdOcrPortal.Reader;

/// <summary>
/// A few worker processes that decode and read pictures. A request goes to one idle worker; a worker that dies, hangs or answers
/// nonsense is killed and replaced, and its request ends in a <see cref="ReaderException"/>, never in a hang. Workers start when
/// they are needed. The caller may give up waiting at any time; the worker then finishes by itself.
/// </summary>
public sealed class ReaderPool : IAsyncDisposable
{
    private readonly WorkerCrew _crew;
    private ReaderAvailability? _availability;

    /// <exception cref="ArgumentException">A setting makes no sense; the message names it.</exception>
    public ReaderPool(ReaderPoolOptions options)
    {
        options.Validate();
        _crew = new WorkerCrew(options);
    }

    /// <summary>Workers started since the pool was made.</summary>
    public long Started => _crew.Started;

    /// <summary>Workers that died, hung or answered nonsense.</summary>
    public long Killed => _crew.Killed;

    /// <summary>Workers replaced after their share of requests, or because memory was not given back.</summary>
    public long Retired => _crew.Retired;

    /// <summary>Process ids of the workers that run now.</summary>
    internal IReadOnlyList<int> ProcessIds => [.. _crew.Alive.Select(worker => worker.Id)];

    /// <summary>Asks once whether the engine can run; the answer is kept until it was negative (then asked again each time).</summary>
    public async Task<ReaderAvailability> CheckAsync(CancellationToken cancellationToken)
    {
        if (_availability is { IsAvailable: true } known)
        {
            return known;
        }

        try
        {
            var (answer, _) = await _crew.AskAsync(new Request(Work.Hello), default, cancellationToken);
            return _availability = answer.Availability!;
        }
        catch (ReaderException failed)
        {
            return new ReaderAvailability(false, failed.Message, null);
        }
    }

    /// <summary>Format, size and orientation from the header; decodes nothing.</summary>
    /// <exception cref="ReaderException">The picture is outside the bounds, or the worker could not answer.</exception>
    public async Task<PictureFacts> InspectAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        var (answer, _) = await AskAsync(new Request(Work.Inspect), picture, cancellationToken);
        return answer.Facts!;
    }

    /// <summary>An upright JPEG without metadata whose longest side is at most <paramref name="longestSide"/> pixels.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public async Task<RenderedPicture> PreviewAsync(ReadOnlyMemory<byte> picture, int longestSide, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, PictureLimits.MinSide);
        var (answer, jpeg) = await AskAsync(new Request(Work.Preview) { LongestSide = longestSide }, picture, cancellationToken);
        return Rendered(answer.Rendered!, jpeg);
    }

    /// <summary>
    /// An upright JPEG without metadata that keeps to <paramref name="fit"/>: first the size is brought within the longest side, then quality is stepped down, then
    /// the size again, never below the shortest side. Nothing is enlarged. The same picture gives the same bytes, as long as the image libraries are the same.
    /// </summary>
    /// <exception cref="ReaderException">
    /// <c>picture.below_minimum</c>: a side is shorter than the fit asks for; <c>picture.cannot_fit</c>: its shape or its content does not allow it; or the picture
    /// cannot be decoded, or the worker could not answer.
    /// </exception>
    public async Task<RenderedPicture> FitAsync(ReadOnlyMemory<byte> picture, PictureFit fit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fit.MostBytes, 1, nameof(fit));
        ArgumentOutOfRangeException.ThrowIfLessThan(fit.ShortestSide, 1, nameof(fit));
        ArgumentOutOfRangeException.ThrowIfLessThan(fit.LongestSide, fit.ShortestSide, nameof(fit));
        var (answer, jpeg) = await AskAsync(new Request(Work.Fit) { Fit = fit }, picture, cancellationToken);
        return Rendered(answer.Rendered!, jpeg);
    }

    /// <summary>
    /// What lies between four corners, such as a portrait whose place a service names: a JPEG without metadata, straight as its corners say, longest side at most 600
    /// pixels. <see langword="null"/> where the corners are not four, or enclose nothing of the picture.
    /// </summary>
    /// <param name="corners">
    /// In pixels of the picture upright by its orientation tag, clockwise from the top left of what is to be cut. Any numbers are safe.
    /// </param>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public async Task<RenderedPicture?> CutAsync(ReadOnlyMemory<byte> picture, IReadOnlyList<PicturePoint> corners, CancellationToken cancellationToken)
    {
        if (!CornerCut.IsPossible(corners))
        {
            return null;
        }

        var (answer, jpeg) = await AskAsync(new Request(Work.Cut) { Corners = [.. corners] }, picture, cancellationToken);
        return answer.Rendered is { } area ? Rendered(area, jpeg) : null;
    }

    /// <summary>Reads the machine-readable zone, and cuts the portrait where asked.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public async Task<PictureReading> ReadAsync(ReadOnlyMemory<byte> picture, bool withPortrait, CancellationToken cancellationToken)
    {
        var (answer, jpeg) = await AskAsync(new Request(Work.Read) { WithPortrait = withPortrait }, picture, cancellationToken);
        var area = answer.Picture!;
        return new PictureReading(answer.Mrz, Portrait(answer, jpeg), area.Width, area.Height, TimeSpan.FromMilliseconds(answer.Milliseconds));
    }

    /// <summary>The portrait of a picture that stands upright once turned by <paramref name="rotation"/> degrees clockwise.</summary>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public async Task<PortraitCut?> PortraitAsync(ReadOnlyMemory<byte> picture, int rotation, CancellationToken cancellationToken)
    {
        if (rotation is not (0 or 90 or 180 or 270))
        {
            throw new ArgumentOutOfRangeException(nameof(rotation), rotation, "A rotation is 0, 90, 180 or 270 degrees.");
        }

        var (answer, jpeg) = await AskAsync(new Request(Work.Portrait) { Rotation = rotation }, picture, cancellationToken);
        return Portrait(answer, jpeg);
    }

    /// <summary>
    /// A single line in OCR-B that begins with a known word, such as the code on our specimens, without its trailing fillers; <see langword="null"/> where
    /// there is none. Proves nothing about a document.
    /// </summary>
    /// <param name="word">What the line begins with: capital letters, digits and fillers.</param>
    /// <exception cref="ReaderException">The picture cannot be decoded, or the worker could not answer.</exception>
    public async Task<string?> CodeLineAsync(ReadOnlyMemory<byte> picture, string word, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        if (!word.All(IcaoCheckDigit.IsLegal))
        {
            throw new ArgumentException("A code line holds capital letters A to Z, digits and fillers (<) only.", nameof(word));
        }

        var (answer, _) = await AskAsync(new Request(Work.CodeLine) { Word = word }, picture, cancellationToken);
        return answer.CodeLine;
    }

    /// <summary>Kills all workers. Requests in hand or waiting end in <c>reader.stopped</c>.</summary>
    public ValueTask DisposeAsync() => _crew.DisposeAsync();

    private Task<(Answer Head, byte[] Payload)> AskAsync(Request request, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        PictureHeader.RefuseLength(picture.Length);
        return _crew.AskAsync(request, picture, cancellationToken);
    }

    private static RenderedPicture Rendered(Area area, byte[] jpeg) => new(jpeg, area.Width, area.Height);

    private static PortraitCut? Portrait(Answer answer, byte[] jpeg) =>
        answer.Portrait is { } area ? new PortraitCut(jpeg, area.X, area.Y, area.Width, area.Height) : null;
}
