namespace IdOcrPortal.Reader.Headers;

/// <summary>One image file directory (TIFF 6.0 section 2), read where it stands.</summary>
internal readonly ref struct TiffDirectory
{
    internal const int Byte = 1;
    internal const int Short = 3;
    internal const int Long = 4;

    private readonly Octets _octets;
    private readonly long _first;
    private readonly int _entries;

    /// <exception cref="ReaderException">The directory does not lie inside the file.</exception>
    internal TiffDirectory(Octets octets, long offset)
    {
        _octets = octets;
        _first = offset + 2;
        _entries = octets.U16(offset);
        _ = octets.Slice(_first, 12L * _entries);
    }

    /// <summary>Offset of the next directory, 0 after the last. Some writers leave the last one's pointer out at the end of the file.</summary>
    internal long Next => _octets.Has(_first + (12L * _entries), 4) ? _octets.U32(_first + (12L * _entries)) : 0;

    /// <summary>A tag's numbers, or an empty list.</summary>
    /// <exception cref="ReaderException">The tag is no list of whole numbers, or its numbers do not lie inside the file.</exception>
    internal TiffNumbers Numbers(int tag)
    {
        for (var i = 0; i < _entries; i++)
        {
            var entry = _first + (12L * i);
            if (_octets.U16(entry) == tag)
            {
                var size = (int)_octets.U16(entry + 2) switch { Byte => 1, Short => 2, Long => 4, _ => throw ReaderErrors.Damaged };
                long count = _octets.U32(entry + 4), length = count * size;
                return new TiffNumbers(_octets.Slice(length <= 4 ? entry + 8 : _octets.U32(entry + 8), length), size, _octets.IsBigEndian);
            }
        }

        return default;
    }

    /// <summary>A tag's single number.</summary>
    /// <param name="absent">What the standard takes where the tag is absent.</param>
    internal long Number(int tag, long absent)
    {
        var numbers = Numbers(tag);
        return numbers.Count > 0 ? numbers[0] : absent;
    }
}

/// <summary>The numbers of one tag, as they stand in the file.</summary>
internal readonly ref struct TiffNumbers(ReadOnlySpan<byte> bytes, int size, bool bigEndian)
{
    private readonly Octets _octets = new(bytes, bigEndian);

    internal int Count => size == 0 ? 0 : _octets.Length / size;

    internal long this[int index] => size switch
    {
        TiffDirectory.Byte => _octets.U8(index),
        2 => _octets.U16(2L * index),
        _ => _octets.U32(4L * index),
    };
}
