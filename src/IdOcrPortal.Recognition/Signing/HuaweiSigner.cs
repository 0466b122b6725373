using System.Globalization;
using System.Security.Cryptography;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// Signs requests to Huawei Cloud with <c>SDK-HMAC-SHA256</c> (Huawei Cloud documentation, devg-apisign <c>api-sign-0001</c>; checked against requests of the official
/// Node client). The gateway allows a clock difference of 15 minutes, and locks a key pair for 5 minutes after more than five wrong signatures in a row.
/// </summary>
public static class HuaweiSigner
{
    private const string DateHeader = "X-Sdk-Date";
    private const string TokenHeader = "X-Security-Token";
    private const string BodyHashHeader = "X-Sdk-Content-Sha256";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Signs one request.</summary>
    /// <param name="now">The clock's reading; signed in UTC, to the second.</param>
    /// <returns>The authorization, and the headers <c>X-Sdk-Date</c> and, for temporary keys, <c>X-Security-Token</c>; both are signed.</returns>
    /// <exception cref="ArgumentException">A header cannot be signed.</exception>
    public static RequestSignature Sign(in HuaweiRequest request, SigningCredentials credentials, DateTimeOffset now)
    {
        var date = now.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        Span<byte> headerText = stackalloc byte[512];
        Span<CanonicalPairs.Pair> headerPairs = stackalloc CanonicalPairs.Pair[CanonicalPairs.Most];
        var headers = new CanonicalPairs(headerText, headerPairs);
        Span<byte> buffer = stackalloc byte[1024];
        var writer = new CanonicalWriter(buffer);
        try
        {
            AddHeaders(request, credentials, date, ref headers);
            WriteStringToSign(request, headers, date, ref writer);
            Span<byte> signature = stackalloc byte[HashSize];
            HMACSHA256.HashData(credentials.Secret, writer.Written, signature);

            writer.Rewind(0);
            writer.Write("SDK-HMAC-SHA256 Access="u8);
            writer.Write(credentials.KeyId);
            writer.Write(", SignedHeaders="u8);
            headers.WriteNames(ref writer);
            writer.Write(", Signature="u8);
            writer.WriteHex(signature);
            var time = KeyValuePair.Create(DateHeader, date);
            return new RequestSignature(writer.ToString(), credentials.SessionToken is { } token ? [time, KeyValuePair.Create(TokenHeader, token)] : [time]);
        }
        finally
        {
            writer.Dispose();
            headers.Dispose();
        }
    }

    /// <summary>The text whose hash is signed; for tests, and for comparing with the one that the gateway shows in APIG.0301 (with <c>|</c> for line ends). Holds the session token.</summary>
    internal static string CanonicalRequest(in HuaweiRequest request, SigningCredentials credentials, DateTimeOffset now) => Describe(request, credentials, now, canonical: true);

    /// <summary>The text that is signed; for tests and diagnosis.</summary>
    internal static string StringToSign(in HuaweiRequest request, SigningCredentials credentials, DateTimeOffset now) => Describe(request, credentials, now, canonical: false);

    private static string Describe(in HuaweiRequest request, SigningCredentials credentials, DateTimeOffset now, bool canonical)
    {
        var date = now.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        var headers = new CanonicalPairs([], new CanonicalPairs.Pair[CanonicalPairs.Most]);
        var writer = new CanonicalWriter([]);
        try
        {
            AddHeaders(request, credentials, date, ref headers);
            if (canonical)
            {
                WriteCanonicalRequest(request, headers, ref writer);
            }
            else
            {
                WriteStringToSign(request, headers, date, ref writer);
            }

            return writer.ToString();
        }
        finally
        {
            writer.Dispose();
            headers.Dispose();
        }
    }

    private static void AddHeaders(in HuaweiRequest request, SigningCredentials credentials, string date, ref CanonicalPairs headers)
    {
        headers.AddHeader("host", request.Host);
        headers.AddHeader(DateHeader, date);
        if (credentials.SessionToken is { } token)
        {
            headers.AddHeader(TokenHeader, token);
        }

        foreach (var header in request.Headers)
        {
            if (!header.Key.Contains('_', StringComparison.Ordinal))
            {
                headers.AddHeader(header.Key, header.Value);
            }
        }

        headers.RequireUniqueNames("header");
    }

    private static void WriteStringToSign(in HuaweiRequest request, in CanonicalPairs headers, string date, ref CanonicalWriter writer)
    {
        Span<byte> canonical = stackalloc byte[HashSize];
        WriteCanonicalRequest(request, headers, ref writer);
        SHA256.HashData(writer.Written, canonical);

        writer.Rewind(0);
        writer.Write("SDK-HMAC-SHA256\n"u8);
        writer.Write(date);
        writer.Write((byte)'\n');
        writer.WriteHex(canonical);
    }

    private static void WriteCanonicalRequest(in HuaweiRequest request, in CanonicalPairs headers, ref CanonicalWriter writer)
    {
        writer.WriteUpper(request.Method);
        writer.Write((byte)'\n');
        WritePath(request.Path, ref writer);
        writer.Write((byte)'\n');
        WriteQuery(request.Query, ref writer);
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
        WriteBodyHash(request, ref writer);
    }

    private static void WriteBodyHash(in HuaweiRequest request, ref CanonicalWriter writer)
    {
        foreach (var header in request.Headers)
        {
            if (header.Key.Equals(BodyHashHeader, StringComparison.OrdinalIgnoreCase))
            {
                writer.Write(header.Value.AsSpan().Trim(" \t"));
                return;
            }
        }

        Span<byte> body = stackalloc byte[HashSize];
        SHA256.HashData(request.Body, body);
        writer.WriteHex(body);
    }

    // Each segment is decoded once and encoded again; a '/' that was escaped stays escaped. An escape that is none is taken as it stands.
    private static void WritePath(string path, ref CanonicalWriter writer)
    {
        Span<byte> utf8 = stackalloc byte[512];
        var decoded = new CanonicalWriter(utf8);
        try
        {
            decoded.Write(path);
            var text = decoded.Written;
            for (var index = 0; index < text.Length; index++)
            {
                if (text[index] == '/')
                {
                    writer.Write((byte)'/');
                }
                else if (text[index] == '%' && index + 2 < text.Length && Escaped(text.Slice(index + 1, 2)) is { } value)
                {
                    writer.WriteEncoded(value);
                    index += 2;
                }
                else
                {
                    writer.WriteEncoded(text[index]);
                }
            }

            if (text.IsEmpty || text[^1] != '/')
            {
                writer.Write((byte)'/');
            }
        }
        finally
        {
            decoded.Dispose();
        }
    }

    private static byte? Escaped(ReadOnlySpan<byte> digits) =>
        char.IsAsciiHexDigit((char)digits[0]) && char.IsAsciiHexDigit((char)digits[1])
            ? byte.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;

    // Sorted by the names themselves, as the official clients do it, and encoded afterwards.
    private static void WriteQuery(ReadOnlySpan<KeyValuePair<string, string>> query, ref CanonicalWriter writer)
    {
        Span<byte> text = stackalloc byte[256];
        Span<CanonicalPairs.Pair> pairs = stackalloc CanonicalPairs.Pair[CanonicalPairs.Most];
        var parameters = new CanonicalPairs(text, pairs);
        try
        {
            foreach (var parameter in query)
            {
                parameters.Add(parameter.Key, parameter.Value);
            }

            for (var index = 0; index < parameters.Count; index++)
            {
                if (index > 0)
                {
                    writer.Write((byte)'&');
                }

                writer.WriteEncoded(parameters.Name(index));
                writer.Write((byte)'=');
                writer.WriteEncoded(parameters.Value(index));
            }
        }
        finally
        {
            parameters.Dispose();
        }
    }
}
