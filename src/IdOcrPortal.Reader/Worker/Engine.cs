using System.Diagnostics;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Worker;

/// <summary>Does what a request asks. One instance serves one thread; it keeps the net and the cascade, and nothing of a picture.</summary>
internal sealed class Engine
{
    private readonly Lazy<MrzReader> _zones = new(() => new MrzReader());
    private readonly Lazy<CodeLineReader> _codes = new(() => new CodeLineReader());
    private readonly Lazy<PortraitFinder> _portraits = new(() => new PortraitFinder());

    /// <returns>The answer and its payload.</returns>
    /// <exception cref="ReaderException">The picture cannot be taken, or the engine misses something.</exception>
    internal (Answer Answer, byte[] Jpeg) Do(Request request, byte[] picture)
    {
        if (request.Work == Work.Hello)
        {
            return (new Answer(request.Id) { Availability = EngineParts.Check() }, []);
        }

        try
        {
            var facts = PictureHeader.Inspect(picture);
            return request.Work switch
            {
                Work.Inspect => (new Answer(request.Id) { Facts = facts }, []),
                Work.Preview => Preview(request, picture, facts),
                Work.Read => Read(request, picture, facts),
                Work.Portrait => Portrait(request, picture, facts),
                Work.CodeLine => CodeLine(request, picture, facts),
                Work.Fit => Fit(request, picture, facts),
                Work.Cut => Cut(request, picture, facts),
                _ => throw new InvalidDataException("The request asks for work that does not exist."),
            };
        }
        catch (DllNotFoundException)
        {
            throw ReaderErrors.Unavailable(EngineParts.Sentence(EngineParts.Check()));
        }
        catch (OutOfMemoryException)
        {
            throw ReaderErrors.TooCostly;
        }
    }

    private static (Answer, byte[]) Preview(Request request, byte[] bytes, PictureFacts facts)
    {
        using var picture = Picture.Decode(bytes, facts);
        return Rendered(request, picture.Render(request.LongestSide));
    }

    private static (Answer, byte[]) Fit(Request request, byte[] bytes, PictureFacts facts)
    {
        var fit = request.Fit ?? throw new InvalidDataException("The request does not say what the picture has to fit.");
        // What cannot be made to fit is told by its header, before anything is decoded.
        JpegFitting.RefuseSides(facts, fit);
        using var picture = Picture.Decode(bytes, facts);
        return Rendered(request, JpegFitting.Fit(picture, fit with { MostBytes = Math.Min(fit.MostBytes, Frame.MaxPayload) }));
    }

    private static (Answer, byte[]) Cut(Request request, byte[] bytes, PictureFacts facts)
    {
        var corners = request.Corners is { Length: CornerCut.Corners } given ? given : throw new InvalidDataException("The request does not name four corners.");
        using var picture = Picture.Decode(bytes, facts);
        return CornerCut.Cut(picture, corners) is { } cut ? Rendered(request, cut) : (new Answer(request.Id), []);
    }

    private (Answer, byte[]) Read(Request request, byte[] bytes, PictureFacts facts)
    {
        var started = Stopwatch.GetTimestamp();
        using var picture = Picture.Decode(bytes, facts);
        var luminance = picture.Luminance();
        var mrz = _zones.Value.Read(luminance, picture.MaxChannel);
        var (area, jpeg) = request.WithPortrait ? Cut(picture, luminance, mrz?.Rotation ?? 0, Length(mrz)) : (null, []);
        return (new Answer(request.Id)
        {
            Mrz = mrz,
            Picture = new Area(0, 0, picture.Width, picture.Height),
            Portrait = area,
            Milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        }, jpeg);
    }

    private (Answer, byte[]) Portrait(Request request, byte[] bytes, PictureFacts facts)
    {
        using var picture = Picture.Decode(bytes, facts);
        var (area, jpeg) = Cut(picture, picture.Luminance(), request.Rotation, zoneLength: 0);
        return (new Answer(request.Id) { Portrait = area }, jpeg);
    }

    private (Answer, byte[]) CodeLine(Request request, byte[] bytes, PictureFacts facts)
    {
        using var picture = Picture.Decode(bytes, facts);
        var word = request.Word is { Length: > 0 } given ? given : throw new InvalidDataException("The request names no word.");
        return (new Answer(request.Id) { CodeLine = _codes.Value.Read(picture.Luminance(), word) }, []);
    }

    private static (Answer, byte[]) Rendered(Request request, RenderedPicture rendered) =>
        (new Answer(request.Id) { Rendered = new Area(0, 0, rendered.Width, rendered.Height) }, rendered.Jpeg);

    private static double Length(MrzReading? mrz) =>
        mrz?.Corners[0] is [var left, var right, ..] ? Math.Sqrt(((right.X - left.X) * (right.X - left.X)) + ((right.Y - left.Y) * (right.Y - left.Y))) : 0;

    private (Area?, byte[]) Cut(Picture picture, GrayImage luminance, int rotation, double zoneLength)
    {
        var found = _portraits.Value.Find(luminance.Turn(rotation), zoneLength);
        return found is { } area
            ? (new Area(area.X, area.Y, area.Width, area.Height), picture.Cut(area.X, area.Y, area.Width, area.Height, rotation))
            : (null, []);
    }
}
