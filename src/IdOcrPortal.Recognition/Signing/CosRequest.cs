namespace IdOcrPortal.Recognition.Signing;

/// <summary>What <see cref="CosSigner"/> signs of a request to Tencent COS and CI. The body is not part of it, only its length.</summary>
public readonly ref struct CosRequest
{
    public CosRequest()
    {
    }

    /// <summary>Method; signed in lower case.</summary>
    public required string Method { get; init; }

    /// <summary>The object's key itself, without a leading <c>/</c> and <b>not</b> percent-encoded, whatever it looks like.</summary>
    public required string ObjectKey { get; init; }

    /// <summary>All query parameters, decoded, in any order, each once. An empty value counts.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>Value of the header <c>Host</c> as sent, with its port if it has one.</summary>
    public required string Host { get; init; }

    /// <summary>Length of the body in bytes as it is sent in Content-Length (0 counts); <see langword="null"/> where that header is not sent.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Other headers to be signed, such as Content-Type. Those with an empty value are left out, as in the official client.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Headers { get; init; }
}
