namespace IdOcrPortal.Sandbox.Vendors.Cos;

/// <summary>CRC-64 of ECMA-182, reflected, as COS gives it in <c>x-cos-hash-crc64ecma</c>.</summary>
internal static class Crc64
{
    private const ulong Polynomial = 0xC96C5795D7870F42;
    private static readonly ulong[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var sum = ulong.MaxValue;
        foreach (var one in bytes)
        {
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static ulong Entry(int index)
    {
        var entry = (ulong)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 1 ? (entry >> 1) ^ Polynomial : entry >> 1;
        }

        return entry;
    }
}
