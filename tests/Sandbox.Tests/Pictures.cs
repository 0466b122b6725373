using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Files that look like pictures to whoever reads their headers.</summary>
internal static class Pictures
{
    internal static byte[] Png(int width, int height, int length = 64)
    {
        var file = new byte[length];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(file);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    internal static byte[] Gif(int width, int height)
    {
        var file = new byte[32];
        "GIF89a"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)height);
        return file;
    }

    internal static string Sha256(byte[] picture) => Convert.ToHexStringLower(SHA256.HashData(picture));

    internal static string Length(byte[] body) => body.Length.ToString(CultureInfo.InvariantCulture);
}
