using System.Buffers.Binary;

namespace IdOcrPortal.Reader.Headers;

/// <summary>
/// The bytes of a file with a byte order. Offsets are 64-bit so that sums of 32-bit numbers from the file cannot wrap; reading past
/// the end says that the file is cut off.
/// </summary>
internal readonly ref struct Octets(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    internal int Length => _bytes.Length;

    internal bool IsBigEndian => bigEndian;

    /// <summary>Whether a range lies inside the file.</summary>
    internal bool Has(long offset, long count) => offset >= 0 && count >= 0 && count <= _bytes.Length && offset <= _bytes.Length - count;

    internal byte U8(long offset) => Slice(offset, 1)[0];

    internal ushort U16(long offset) => bigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(Slice(offset, 2))
        : BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    internal uint U32(long offset) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(Slice(offset, 4))
        : BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    internal int I32(long offset) => unchecked((int)U32(offset));

    /// <exception cref="ReaderException">The range ends after the file.</exception>
    internal ReadOnlySpan<byte> Slice(long offset, long count) =>
        Has(offset, count) ? _bytes.Slice((int)offset, (int)count) : throw ReaderErrors.Truncated;
}
