using System.Text;

namespace IdOcrPortal.Reader.Headers;

/// <summary>Names what people really send that is not one of the four picture formats, so that the answer can say what to do.</summary>
internal static class ForeignFormat
{
    /// <summary>How far a PDF or SVG may start after other bytes (ISO 32000-1 annex H.3.4.1 tells readers to look that far).</summary>
    private const int Preamble = 1024;

    internal static ReaderException Name(ReadOnlySpan<byte> file)
    {
        if (file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8))
        {
            return OfIsoMedia(file);
        }

        if (file.StartsWith("RIFF"u8) && file.Length >= 12)
        {
            return file[8..12].SequenceEqual("WEBP"u8) ? ReaderErrors.WebP
                : file[8..12].SequenceEqual("AVI "u8) ? ReaderErrors.Video
                : ReaderErrors.NotAnImage;
        }

        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
        {
            return ReaderErrors.Gif;
        }

        if (file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8))
        {
            return ReaderErrors.BigTiff;
        }

        // Signature boxes of ISO/IEC 15444-1 and 18181-2, and their bare codestreams.
        if (file.StartsWith("\0\0\0\u000CjP  "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
        {
            return ReaderErrors.Jpeg2000;
        }

        if (file.StartsWith("\0\0\0\u000CJXL "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]))
        {
            return ReaderErrors.JpegXl;
        }

        if (IsArchive(file))
        {
            return ReaderErrors.Archive;
        }

        return OfText(file[..Math.Min(file.Length, Preamble)]);
    }

    /// <summary>HEIC, AVIF and videos share one container (ISO/IEC 14496-12); the brands after <c>ftyp</c> tell them apart.</summary>
    private static ReaderException OfIsoMedia(ReadOnlySpan<byte> file)
    {
        var end = Math.Min(file.Length, 64);
        var major = file[8..12];
        for (var at = 8; at + 4 <= end; at += 4)
        {
            if (file.Slice(at, 4).SequenceEqual("avif"u8) || file.Slice(at, 4).SequenceEqual("avis"u8))
            {
                return ReaderErrors.Avif;
            }
        }

        var isHeif = major.StartsWith("hei"u8) || major.StartsWith("hev"u8) || major.SequenceEqual("mif1"u8) || major.SequenceEqual("msf1"u8);
        if (isHeif)
        {
            return ReaderErrors.Heic;
        }

        // Canon's raw photos.
        return major.SequenceEqual("crx "u8) ? ReaderErrors.NotAnImage : ReaderErrors.Video;
    }

    private static bool IsArchive(ReadOnlySpan<byte> file) =>
        file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith("PK\u0005\u0006"u8) || file.StartsWith("Rar!\u001A\u0007"u8)
        || file.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C])
        || file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08])
        // Compound file: Word, Excel and PowerPoint until 2003, Outlook messages.
        || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static ReaderException OfText(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("%PDF-"u8) >= 0)
        {
            return ReaderErrors.Pdf;
        }

        // UTF-16 texts keep one byte a character for the letters looked for here.
        var letters = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (!letters.StartsWith('<'))
        {
            return ReaderErrors.NotAnImage;
        }

        return letters.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? ReaderErrors.Svg
            : HtmlStarts.Any(tag => letters.Contains(tag, StringComparison.OrdinalIgnoreCase)) ? ReaderErrors.Html
            : ReaderErrors.NotAnImage;
    }

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<script", "<title", "<div", "<table"];
}
