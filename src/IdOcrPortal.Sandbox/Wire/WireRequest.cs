namespace IdOcrPortal.Sandbox.Wire;

/// <summary>One request as it came over the wire: nothing decoded, nothing put into order.</summary>
/// <param name="Path">Path as sent, percent-encoding and prefix included.</param>
/// <param name="Prefix">The part of the path that only chose the vendor, such as <c>/cos</c>; empty if the host or the scheme did.</param>
/// <param name="Query">Query as sent, without <c>?</c>.</param>
/// <param name="Host">Header <c>Host</c> as sent, port included.</param>
/// <param name="Body">All bytes, or as many as were read before the limit: see <paramref name="IsTooLarge"/>.</param>
/// <param name="HasLength">Whether a Content-Length was sent (chunked bodies have none).</param>
/// <param name="IsTooLarge">The body went beyond <see cref="FrontDoor.MaxBody"/>; the rest was not kept.</param>
internal sealed record WireRequest(
    Vendor Vendor, string Method, string Path, string Prefix, string Query, string Host, IHeaderDictionary Headers, byte[] Body, bool HasLength, bool IsTooLarge)
{
    /// <summary>The path without the prefix, as the vendor's own address would have it.</summary>
    internal string PathBelowPrefix => Path.Length > Prefix.Length ? Path[Prefix.Length..] : "/";

    /// <summary>The only value of a header; null if it is absent or came more than once.</summary>
    internal string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>The hosts that a client may have signed: as sent, and without its port.</summary>
    internal IEnumerable<string> HostForms()
    {
        yield return Host;
        var colon = Host.LastIndexOf(':');
        if (colon > 0 && Host.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            yield return Host[..colon];
        }
    }

    /// <summary>Query parameters in the order sent, decoded once.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Parameters() =>
        [.. Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : ""))];

    /// <summary>The first value of a query parameter (names are case-sensitive), or null.</summary>
    internal string? Parameter(string name) =>
        Parameters().Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();
}
