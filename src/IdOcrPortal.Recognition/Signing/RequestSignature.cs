namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// What a signer gives back. The authorization is a bearer secret for as long as the vendor's time window lasts (5 to 15 minutes): it belongs in the request
/// and nowhere else, so <see cref="ToString"/> shows none of it.
/// </summary>
public readonly struct RequestSignature
{
    private readonly KeyValuePair<string, string>[]? _headers;

    internal RequestSignature(string authorization, KeyValuePair<string, string>[] headers)
    {
        Authorization = authorization;
        _headers = headers;
    }

    /// <summary>Value of the header <c>Authorization</c>. Not of the form scheme and parameter: set it with <c>TryAddWithoutValidation</c>.</summary>
    public string Authorization { get; }

    /// <summary>The headers that the signer adds (time, session token) and that have to be sent unchanged beside the authorization and what the caller listed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? [];

    /// <inheritdoc />
    public override string ToString() => "request signature (hidden)";
}
