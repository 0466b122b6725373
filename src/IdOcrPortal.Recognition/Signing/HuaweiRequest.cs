namespace IdOcrPortal.Recognition.Signing;

/// <summary>What <see cref="HuaweiSigner"/> signs of a request to Huawei Cloud.</summary>
public readonly ref struct HuaweiRequest
{
    public HuaweiRequest()
    {
    }

    /// <summary>Method; signed in capitals.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Path as sent, percent-encoded where it has to be. Signed normalised and with a <c>/</c> at its end that is not on the wire.</summary>
    public required string Path { get; init; }

    /// <summary>Query parameters, decoded, in any order; a name may occur several times.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>Value of the header <c>Host</c> as it is to be signed.</summary>
    public required string Host { get; init; }

    /// <summary>
    /// The other headers that the client sets itself, such as Content-Type, X-Project-Id and Enterprise-Project-Id. Not those that the HTTP stack adds, not X-Sdk-Date and
    /// X-Security-Token (the signer's own). One whose name has an underscore is left out, as in the official clients: send it unsigned.
    /// A listed X-Sdk-Content-Sha256 is signed in place of the body's hash.
    /// </summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The very bytes that are sent; empty for none.</summary>
    public ReadOnlySpan<byte> Body { get; init; }
}
