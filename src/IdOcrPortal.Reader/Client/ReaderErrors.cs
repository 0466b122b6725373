using System.Globalization;
using IdOcrPortal.Reader.Headers;

namespace IdOcrPortal.Reader;

/// <summary>
/// Every code of the room with what it tells the person who sent the picture: what is wrong, then what to do. No message holds
/// anything read from the picture.
/// </summary>
internal static class ReaderErrors
{
    // What people really send instead of a picture.
    internal static ReaderException Empty => new("picture.empty", "The file is empty. Choose it again, or take the photo again.");

    internal static ReaderException Heic => new("picture.heic",
        "This is a HEIC photo, which the portal cannot read. Choose “Most compatible” in the camera settings, or send it as JPEG.");

    internal static ReaderException Avif => new("picture.avif", "This is an AVIF picture, which the portal cannot read. Save it as JPEG or PNG and send that.");

    internal static ReaderException WebP => new("picture.webp", "This is a WebP picture, which the portal cannot read. Save it as JPEG or PNG and send that.");

    internal static ReaderException Gif => new("picture.gif", "This is a GIF, which has too few colours for a document. Send the original photo or scan as JPEG or PNG.");

    internal static ReaderException Jpeg2000 => new("picture.jpeg2000", "This is a JPEG 2000 picture, which the portal cannot read. Save it as ordinary JPEG and send that.");

    internal static ReaderException JpegXl => new("picture.jpegxl", "This is a JPEG XL picture, which the portal cannot read. Save it as ordinary JPEG and send that.");

    internal static ReaderException BigTiff => new("picture.bigtiff", "This is a BigTIFF file, which the portal cannot read. Save it as ordinary TIFF or as JPEG.");

    internal static ReaderException Svg => new("picture.svg", "This is a drawing (SVG), not a photo. Send a photo or scan of the document as JPEG or PNG.");

    internal static ReaderException Pdf => new("picture.pdf", "This is a PDF. Save its page as a JPEG or PNG picture, or photograph the document, and send that.");

    internal static ReaderException Html => new("picture.html", "This is a web page, not a picture. Save the picture itself and send that.");

    internal static ReaderException Archive => new("picture.archive", "This is an archive or an office document. Take the picture out of it and send that.");

    internal static ReaderException Video => new("picture.video", "This is a video. Take a photo of the document and send that.");

    internal static ReaderException NotAnImage => new("picture.not_an_image", "This file is not a picture. Send a photo or scan as JPEG, PNG, TIFF or BMP.");

    // Pictures outside the bounds.
    internal static ReaderException TooLarge => new("picture.too_large",
        "The file is larger than 10 MiB. Send it with a stronger JPEG compression, or take the photo with fewer megapixels.");

    internal static ReaderException TooSmall => new("picture.too_small",
        $"The picture is smaller than {PictureLimits.MinSide} pixels on a side. Send the original photo, not its thumbnail.");

    internal static ReaderException SideTooLong => new("picture.side_too_long",
        "A side of the picture is longer than 8,192 pixels. Crop it to the document, or send it smaller.");

    internal static ReaderException TooManyPixels => new("picture.too_many_pixels",
        "The picture has more than 40 megapixels. Crop it to the document, or send it smaller.");

    internal static ReaderException TooManyPages => new("picture.too_many_pages",
        $"The file has more than {PictureLimits.MaxPages} pages. Send the page with the document as a file of its own.");

    internal static ReaderException TooManyScans => new("picture.too_many_scans",
        "The JPEG is built of far more scans than any camera writes. Open it in a picture program, save it again as JPEG, and send that.");

    internal static ReaderException TooCostly => new("picture.too_costly",
        "Reading this picture takes more memory than the portal gives to one picture. Crop it to the document, or send it smaller.");

    // Pictures that a service does not take, which takes others.
    internal static ReaderException BelowMinimum(int width, int height, int shortestSide) => new("picture.below_minimum", string.Create(CultureInfo.InvariantCulture,
        $"The picture is {width} × {height} pixels, and the service needs at least {shortestSide} on each side. Take the photo from nearer, or send the original instead of a smaller copy."));

    internal static ReaderException TooNarrow(PictureFit fit) => new("picture.cannot_fit", string.Create(CultureInfo.InvariantCulture,
        $"The picture is too long and narrow for the service, which needs {fit.ShortestSide} to {fit.LongestSide} pixels on each side. Crop it to the document, or take the photo from nearer."));

    internal static ReaderException TooManyBytes(PictureFit fit) => new("picture.cannot_fit", string.Create(CultureInfo.InvariantCulture,
        $"The picture cannot be made small enough for the service, which takes {fit.MostBytes} bytes at most and needs at least {fit.ShortestSide} pixels on each side. Take a new photo of the document alone, on a plain ground and in good light."));

    // Pictures that are broken or rare.
    internal static ReaderException Truncated => new("picture.truncated", "The file is cut off: its end is missing. Send it again; if that does not help, take a new photo.");

    internal static ReaderException Damaged => new("picture.damaged", "The file is damaged and cannot be opened. Send it again from the original, or take a new photo.");

    internal static ReaderException Unsupported => new("picture.unsupported",
        "The picture is stored in a rare way that the portal cannot read. Open it in a picture program, save it as ordinary JPEG or PNG, and send that.");

    // The engine itself.
    internal static ReaderException Died => new("reader.died", "Reading the picture failed because the reader stopped. Send it again; if it stops again, send another photo of the document.");

    internal static ReaderException Timeout => new("reader.timeout", "Reading the picture took too long and was stopped. Send it again; if that does not help, crop it to the document.");

    internal static ReaderException Failed => new("reader.failed", "The reader could not work with this picture because of an internal error. Send another photo of the document.");

    internal static ReaderException Stopped => new("reader.stopped", "The portal is being shut down. Send the picture again in a minute.");

    /// <param name="reason">What is missing, and how to install it, in whole sentences.</param>
    internal static ReaderException Unavailable(string reason) => new("reader.unavailable", reason);
}
