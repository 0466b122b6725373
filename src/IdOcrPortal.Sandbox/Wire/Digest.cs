using System.Security.Cryptography;
using System.Text;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>Hashes and keyed hashes as the signatures write them: UTF-8 in, lower-case hex out.</summary>
internal static class Digest
{
    internal static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    internal static byte[] HmacSha256(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>Compares in constant time, as a real gateway does.</summary>
    internal static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
