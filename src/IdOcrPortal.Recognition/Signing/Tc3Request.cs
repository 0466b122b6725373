namespace IdOcrPortal.Recognition.Signing;

/// <summary>What <see cref="Tc3Signer"/> signs of a request to Tencent Cloud API 3.0.</summary>
public readonly ref struct Tc3Request
{
    public Tc3Request()
    {
    }

    /// <summary>The service's name in the credential scope, <c>ocr</c>: a constant, never taken from the host (an address such as 127.0.0.1 would give <c>127</c>).</summary>
    public required string Service { get; init; }

    /// <summary><c>POST</c> or <c>GET</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Path as sent; <c>/</c> at the vendor.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Query exactly as sent, without <c>?</c>; not sorted, not encoded again. Empty for POST.</summary>
    public string Query { get; init; } = "";

    /// <summary>Value of the header <c>Host</c> as it is to be signed.</summary>
    public required string Host { get; init; }

    /// <summary>Value of the header <c>Content-Type</c> exactly as sent, with its charset if it has one.</summary>
    public required string ContentType { get; init; }

    /// <summary>Further headers to be signed; none in the official client.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The very bytes that are sent; empty for GET.</summary>
    public ReadOnlySpan<byte> Body { get; init; }
}
