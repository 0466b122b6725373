using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>Takes over the portrait that a vendor sends as Base64: a JPEG, of which everything that is not picture is left out.</summary>
internal static class VendorPortrait
{
    /// <summary>The portrait; <see langword="null"/> where none was sent, or what was sent is no JPEG.</summary>
    internal static Portrait? From(string? base64)
    {
        if (string.IsNullOrWhiteSpace(base64))
        {
            return null;
        }

        var text = base64.AsSpan().Trim();
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && text.IndexOf(',') is > 0 and var comma)
        {
            text = text[(comma + 1)..];
        }

        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var length) && TryStrip(bytes.AsSpan(0, length), out var jpeg) ? new Portrait(jpeg, CutLocally: false) : null;
    }

    /// <summary>
    /// Copies the segments of a JPEG (ISO/IEC 10918-1 annex B) without comments and application data, save JFIF (APP0) and Adobe's colour mark (APP14), and without
    /// whatever follows its end.
    /// </summary>
    private static bool TryStrip(ReadOnlySpan<byte> jpeg, [NotNullWhen(true)] out byte[]? stripped)
    {
        stripped = null;
        if (jpeg.Length < 4 || jpeg[0] != 0xFF || jpeg[1] != 0xD8)
        {
            return false;
        }

        using var kept = new MemoryStream(jpeg.Length);
        kept.Write(jpeg[..2]);
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++; // filling
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
            {
                return false;
            }

            if (marker is not (0xFE or (>= 0xE1 and <= 0xED) or 0xEF))
            {
                kept.Write(jpeg.Slice(at, 2 + length));
            }

            at += 2 + length;
            if (marker == 0xDA)
            {
                var end = jpeg[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
                if (end < 0)
                {
                    return false;
                }

                kept.Write(jpeg.Slice(at, end + 2));
                stripped = kept.ToArray();
                return true;
            }
        }

        return false;
    }
}
