using System.Globalization;
using System.Security.Cryptography;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// Signs requests to Tencent Cloud API 3.0 with <c>TC3-HMAC-SHA256</c> (Tencent Cloud documentation, "Signature v3", 866/33519 and common error codes 1005/34684;
/// checked against requests of the official Node client). The vendor allows a clock difference of 5 minutes: repeat = sign again.
/// </summary>
public static class Tc3Signer
{
    private const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Signs one request.</summary>
    /// <param name="now">The clock's reading: the timestamp (whole seconds) and its date in UTC both come from it.</param>
    /// <returns>The authorization, and the headers <c>X-TC-Timestamp</c> and, for temporary keys, <c>X-TC-Token</c>; the token is sent and not signed.</returns>
    /// <exception cref="ArgumentException">A header cannot be signed.</exception>
    public static RequestSignature Sign(in Tc3Request request, SigningCredentials credentials, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds();
        Span<byte> headerText = stackalloc byte[512];
        Span<CanonicalPairs.Pair> headerPairs = stackalloc CanonicalPairs.Pair[CanonicalPairs.Most];
        var headers = new CanonicalPairs(headerText, headerPairs);
        Span<byte> buffer = stackalloc byte[1024];
        var writer = new CanonicalWriter(buffer);
        try
        {
            AddHeaders(request, ref headers);
            WriteStringToSign(request, headers, timestamp, ref writer);
            Span<byte> signature = stackalloc byte[HashSize];
            SignText(credentials, request.Service, timestamp, writer.Written, signature);

            writer.Rewind(0);
            writer.Write("TC3-HMAC-SHA256 Credential="u8);
            writer.Write(credentials.KeyId);
            writer.Write((byte)'/');
            WriteScope(request.Service, timestamp, ref writer);
            writer.Write(", SignedHeaders="u8);
            headers.WriteNames(ref writer);
            writer.Write(", Signature="u8);
            writer.WriteHex(signature);
            var time = KeyValuePair.Create("X-TC-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
            return new RequestSignature(writer.ToString(), credentials.SessionToken is { } token ? [time, KeyValuePair.Create("X-TC-Token", token)] : [time]);
        }
        finally
        {
            writer.Dispose();
            headers.Dispose();
        }
    }

    /// <summary>The text whose hash is signed; for tests and for finding out why a signature was refused.</summary>
    internal static string CanonicalRequest(in Tc3Request request) => Describe(request, timestamp: null);

    /// <summary>The text that is signed; for tests and diagnosis.</summary>
    internal static string StringToSign(in Tc3Request request, DateTimeOffset now) => Describe(request, now.ToUnixTimeSeconds());

    private static string Describe(in Tc3Request request, long? timestamp)
    {
        var headers = new CanonicalPairs([], new CanonicalPairs.Pair[CanonicalPairs.Most]);
        var writer = new CanonicalWriter([]);
        try
        {
            AddHeaders(request, ref headers);
            if (timestamp is { } moment)
            {
                WriteStringToSign(request, headers, moment, ref writer);
            }
            else
            {
                WriteCanonicalRequest(request, headers, ref writer);
            }

            return writer.ToString();
        }
        finally
        {
            writer.Dispose();
            headers.Dispose();
        }
    }

    private static void AddHeaders(in Tc3Request request, ref CanonicalPairs headers)
    {
        // The scheme lower-cases values too. Where the official client does not, its values are lower case anyway.
        headers.AddHeader("content-type", request.ContentType, lowerValue: true);
        headers.AddHeader("host", request.Host, lowerValue: true);
        foreach (var header in request.Headers)
        {
            headers.AddHeader(header.Key, header.Value, lowerValue: true);
        }

        headers.RequireUniqueNames("header");
    }

    private static void WriteCanonicalRequest(in Tc3Request request, in CanonicalPairs headers, ref CanonicalWriter writer)
    {
        writer.Write(request.Method);
        writer.Write((byte)'\n');
        writer.Write(request.Path);
        writer.Write((byte)'\n');
        writer.Write(request.Query);
        writer.Write((byte)'\n');
        for (var index = 0; index < headers.Count; index++)
        {
            writer.Write(headers.Name(index));
            writer.Write((byte)':');
            writer.Write(headers.Value(index));
            writer.Write((byte)'\n');
        }

        writer.Write((byte)'\n');
        headers.WriteNames(ref writer);
        writer.Write((byte)'\n');
        Span<byte> body = stackalloc byte[HashSize];
        SHA256.HashData(request.Body, body);
        writer.WriteHex(body);
    }

    private static void WriteStringToSign(in Tc3Request request, in CanonicalPairs headers, long timestamp, ref CanonicalWriter writer)
    {
        Span<byte> canonical = stackalloc byte[HashSize];
        WriteCanonicalRequest(request, headers, ref writer);
        SHA256.HashData(writer.Written, canonical);

        writer.Rewind(0);
        writer.Write("TC3-HMAC-SHA256\n"u8);
        writer.Write(timestamp, "D", longest: 20);
        writer.Write((byte)'\n');
        WriteScope(request.Service, timestamp, ref writer);
        writer.Write((byte)'\n');
        writer.WriteHex(canonical);
    }

    private static void WriteScope(string service, long timestamp, ref CanonicalWriter writer)
    {
        writer.Write(DateTimeOffset.FromUnixTimeSeconds(timestamp), "yyyy-MM-dd", longest: 10);
        writer.Write((byte)'/');
        writer.Write(service);
        writer.Write("/tc3_request"u8);
    }

    // kDate = HMAC("TC3" + key, date); kService = HMAC(kDate, service); kSigning = HMAC(kService, "tc3_request"): raw bytes all the way.
    private static void SignText(SigningCredentials credentials, string service, long timestamp, ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> key = stackalloc byte[3 + SigningCredentials.LongestSecret];
        Span<byte> scratch = stackalloc byte[64];
        var part = new CanonicalWriter(scratch);
        try
        {
            "TC3"u8.CopyTo(key);
            credentials.Secret.CopyTo(key[3..]);
            part.Write(DateTimeOffset.FromUnixTimeSeconds(timestamp), "yyyy-MM-dd", longest: 10);
            HMACSHA256.HashData(key[..(3 + credentials.Secret.Length)], part.Written, signature);
            part.Rewind(0);
            part.Write(service);
            HMACSHA256.HashData(signature, part.Written, key);
            HMACSHA256.HashData(key[..HashSize], "tc3_request"u8, signature);
            signature.CopyTo(key);
            HMACSHA256.HashData(key[..HashSize], text, signature);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            part.Dispose();
        }
    }
}
