using System.Buffers;
using System.Globalization;
using System.Text;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// Writes the UTF-8 text that gets signed: into the caller's stack buffer, and from a pool once that is full. Percent-encoding is that of RFC 3986:
/// unreserved <c>A-Z a-z 0-9 - _ . ~</c> are kept, everything else is written as <c>%XX</c> with capitals.
/// </summary>
internal ref struct CanonicalWriter(Span<byte> buffer)
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"u8);

    private Span<byte> _buffer = buffer;
    private byte[]? _pooled;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written. Valid until the next write.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[..Length];

    /// <summary>What has been written, as text.</summary>
    public override readonly string ToString() => Encoding.UTF8.GetString(Written);

    public void Write(byte value)
    {
        Reserve(1);
        _buffer[Length++] = value;
    }

    public void Write(scoped ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_buffer[Length..]);
        Length += utf8.Length;
    }

    public void Write(scoped ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _buffer[Length..]);
    }

    /// <summary>Writes a number or a moment, independently of the culture.</summary>
    /// <param name="longest">Most bytes that the value can take.</param>
    public void Write<T>(T value, scoped ReadOnlySpan<char> format, int longest)
        where T : IUtf8SpanFormattable
    {
        Reserve(longest);
        if (!value.TryFormat(_buffer[Length..], out var written, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("The value is longer than reserved.");
        }

        Length += written;
    }

    /// <summary>Goes back to an earlier length and keeps the buffer.</summary>
    public void Rewind(int length) => Length = length;

    /// <summary>Writes text with its ASCII letters in capitals.</summary>
    public void WriteUpper(scoped ReadOnlySpan<char> text)
    {
        var start = Length;
        Write(text);
        Ascii.ToUpperInPlace(_buffer[start..Length], out _);
    }

    /// <summary>Writes text with its ASCII letters in lower case.</summary>
    public void WriteLower(scoped ReadOnlySpan<char> text)
    {
        var start = Length;
        Write(text);
        Ascii.ToLowerInPlace(_buffer[start..Length], out _);
    }

    /// <summary>Writes bytes in lower-case hexadecimal.</summary>
    public void WriteHex(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(2 * bytes.Length);
        if (!Convert.TryToHexStringLower(bytes, _buffer[Length..], out var written))
        {
            throw new InvalidOperationException("The text is longer than reserved.");
        }

        Length += written;
    }

    /// <summary>Writes one byte percent-encoded, or as it is where it is unreserved.</summary>
    public void WriteEncoded(byte value)
    {
        if (Unreserved.Contains(value))
        {
            Write(value);
            return;
        }

        Reserve(3);
        _buffer[Length] = (byte)'%';
        _buffer[Length + 1] = "0123456789ABCDEF"u8[value >> 4];
        _buffer[Length + 2] = "0123456789ABCDEF"u8[value & 15];
        Length += 3;
    }

    /// <summary>Writes UTF-8 percent-encoded.</summary>
    public void WriteEncoded(scoped ReadOnlySpan<byte> utf8)
    {
        foreach (var value in utf8)
        {
            WriteEncoded(value);
        }
    }

    /// <summary>Writes text percent-encoded.</summary>
    public void WriteEncoded(scoped ReadOnlySpan<char> text)
    {
        Span<byte> rune = stackalloc byte[4];
        foreach (var letter in text.EnumerateRunes())
        {
            WriteEncoded(rune[..letter.EncodeToUtf8(rune)]);
        }
    }

    /// <summary>Writes text percent-encoded and then in lower case, the escapes as well (COS does so with names).</summary>
    public void WriteEncodedLower(scoped ReadOnlySpan<char> text)
    {
        var start = Length;
        WriteEncoded(text);
        Ascii.ToLowerInPlace(_buffer[start..Length], out _);
    }

    /// <summary>Gives a pooled buffer back, emptied: it may have held a session token.</summary>
    public void Dispose()
    {
        if (_pooled is { } pooled)
        {
            _pooled = null;
            ArrayPool<byte>.Shared.Return(pooled, clearArray: true);
        }

        _buffer = default;
        Length = 0;
    }

    private void Reserve(int more)
    {
        if (Length + more <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, Length + more));
        Written.CopyTo(larger);
        var outgrown = _pooled;
        _buffer = _pooled = larger;
        if (outgrown is not null)
        {
            ArrayPool<byte>.Shared.Return(outgrown, clearArray: true);
        }
    }
}
