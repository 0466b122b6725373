using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// Signs requests to Tencent COS and CI with <c>q-sign-algorithm=sha1</c> (Tencent Cloud documentation, COS "Request signature", 436/7778; checked against requests of the
/// official Node client). SHA-1 is the vendor's choice and its only algorithm. The body is not covered: what protects it is TLS.
/// </summary>
[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The vendor's scheme is made of SHA-1 and offers nothing else.")]
public static class CosSigner
{
    private const int HashSize = SHA1.HashSizeInBytes;
    private const int HexSize = 2 * HashSize;

    /// <summary>Signs one request, valid for 15 minutes from a second before <paramref name="now"/>.</summary>
    /// <returns>The authorization and, for temporary keys, the header <c>x-cos-security-token</c>; it is sent and not signed, as in the official client.</returns>
    /// <exception cref="ArgumentException">A header cannot be signed, or a header or parameter is given twice.</exception>
    public static RequestSignature Sign(in CosRequest request, SigningCredentials credentials, DateTimeOffset now) => Sign(request, credentials, CosKeyTime.At(now));

    /// <summary>Signs one request for a given time, such as the life time of temporary keys.</summary>
    /// <inheritdoc cref="Sign(in CosRequest, SigningCredentials, DateTimeOffset)" />
    public static RequestSignature Sign(in CosRequest request, SigningCredentials credentials, CosKeyTime keyTime)
    {
        Span<byte> headerText = stackalloc byte[512];
        Span<CanonicalPairs.Pair> headerPairs = stackalloc CanonicalPairs.Pair[CanonicalPairs.Most];
        var headers = new CanonicalPairs(headerText, headerPairs);
        Span<byte> queryText = stackalloc byte[512];
        Span<CanonicalPairs.Pair> queryPairs = stackalloc CanonicalPairs.Pair[CanonicalPairs.Most];
        var query = new CanonicalPairs(queryText, queryPairs);
        Span<byte> buffer = stackalloc byte[1024];
        var writer = new CanonicalWriter(buffer);
        Span<byte> key = stackalloc byte[HexSize];
        try
        {
            AddPairs(request, ref query, ref headers);
            WriteStringToSign(request, query, headers, keyTime, ref writer);
            WriteSignKey(credentials, keyTime, key);
            Span<byte> signature = stackalloc byte[HashSize];
            HMACSHA1.HashData(key, writer.Written, signature);

            writer.Rewind(0);
            writer.Write("q-sign-algorithm=sha1&q-ak="u8);
            writer.Write(credentials.KeyId);
            writer.Write("&q-sign-time="u8);
            WriteKeyTime(keyTime, ref writer);
            writer.Write("&q-key-time="u8);
            WriteKeyTime(keyTime, ref writer);
            writer.Write("&q-header-list="u8);
            headers.WriteNames(ref writer);
            writer.Write("&q-url-param-list="u8);
            query.WriteNames(ref writer);
            writer.Write("&q-signature="u8);
            writer.WriteHex(signature);
            return new RequestSignature(writer.ToString(), credentials.SessionToken is { } token ? [KeyValuePair.Create("x-cos-security-token", token)] : []);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            writer.Dispose();
            query.Dispose();
            headers.Dispose();
        }
    }

    /// <summary>The text whose hash is signed (<c>HttpString</c>); for tests and diagnosis.</summary>
    internal static string HttpString(in CosRequest request) => Describe(request, keyTime: null);

    /// <summary>The text that is signed; for tests and diagnosis.</summary>
    internal static string StringToSign(in CosRequest request, CosKeyTime keyTime) => Describe(request, keyTime);

    /// <summary>The key of this time: lower-case hexadecimal text, which itself is the HMAC key. A secret; for tests.</summary>
    internal static string SignKey(SigningCredentials credentials, CosKeyTime keyTime)
    {
        var key = new byte[HexSize];
        WriteSignKey(credentials, keyTime, key);
        return Encoding.ASCII.GetString(key);
    }

    private static string Describe(in CosRequest request, CosKeyTime? keyTime)
    {
        var headers = new CanonicalPairs([], new CanonicalPairs.Pair[CanonicalPairs.Most]);
        var query = new CanonicalPairs([], new CanonicalPairs.Pair[CanonicalPairs.Most]);
        var writer = new CanonicalWriter([]);
        try
        {
            AddPairs(request, ref query, ref headers);
            if (keyTime is { } time)
            {
                WriteStringToSign(request, query, headers, time, ref writer);
            }
            else
            {
                WriteHttpString(request, query, headers, ref writer);
            }

            return writer.ToString();
        }
        finally
        {
            writer.Dispose();
            query.Dispose();
            headers.Dispose();
        }
    }

    private static void AddPairs(in CosRequest request, ref CanonicalPairs query, ref CanonicalPairs headers)
    {
        foreach (var parameter in request.Query)
        {
            query.AddEncoded(parameter.Key, parameter.Value);
        }

        query.RequireUniqueNames("parameter");
        headers.AddEncodedHeader("host", request.Host);
        if (request.ContentLength is { } length)
        {
            Span<char> digits = stackalloc char[20];
            length.TryFormat(digits, out var written, "D", CultureInfo.InvariantCulture);
            headers.AddEncodedHeader("content-length", digits[..written]);
        }

        foreach (var header in request.Headers)
        {
            if (!string.IsNullOrWhiteSpace(header.Value))
            {
                headers.AddEncodedHeader(header.Key, header.Value);
            }
        }

        headers.RequireUniqueNames("header");
    }

    private static void WriteHttpString(in CosRequest request, in CanonicalPairs query, in CanonicalPairs headers, ref CanonicalWriter writer)
    {
        writer.WriteLower(request.Method);
        writer.Write("\n/"u8);
        writer.Write(request.ObjectKey);
        writer.Write((byte)'\n');
        WritePairs(query, ref writer);
        writer.Write((byte)'\n');
        WritePairs(headers, ref writer);
        writer.Write((byte)'\n');
    }

    private static void WritePairs(in CanonicalPairs pairs, ref CanonicalWriter writer)
    {
        for (var index = 0; index < pairs.Count; index++)
        {
            if (index > 0)
            {
                writer.Write((byte)'&');
            }

            writer.Write(pairs.Name(index));
            writer.Write((byte)'=');
            writer.Write(pairs.Value(index));
        }
    }

    private static void WriteStringToSign(in CosRequest request, in CanonicalPairs query, in CanonicalPairs headers, CosKeyTime keyTime, ref CanonicalWriter writer)
    {
        Span<byte> canonical = stackalloc byte[HashSize];
        WriteHttpString(request, query, headers, ref writer);
        SHA1.HashData(writer.Written, canonical);

        writer.Rewind(0);
        writer.Write("sha1\n"u8);
        WriteKeyTime(keyTime, ref writer);
        writer.Write((byte)'\n');
        writer.WriteHex(canonical);
        writer.Write((byte)'\n');
    }

    private static void WriteSignKey(SigningCredentials credentials, CosKeyTime keyTime, Span<byte> hex)
    {
        Span<byte> buffer = stackalloc byte[48];
        var time = new CanonicalWriter(buffer);
        Span<byte> key = stackalloc byte[HashSize];
        try
        {
            WriteKeyTime(keyTime, ref time);
            HMACSHA1.HashData(credentials.Secret, time.Written, key);
            time.Rewind(0);
            time.WriteHex(key);
            time.Written.CopyTo(hex);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(buffer);
            time.Dispose();
        }
    }

    private static void WriteKeyTime(CosKeyTime keyTime, ref CanonicalWriter writer)
    {
        writer.Write(keyTime.From, "D", longest: 20);
        writer.Write((byte)';');
        writer.Write(keyTime.Until, "D", longest: 20);
    }
}
