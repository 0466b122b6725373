using System.Net.Http.Headers;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>What came back: status, headers, and the body byte for byte.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers of the answer.</param>
/// <param name="Body">At most <see cref="VendorHttp.LargestAnswer"/> bytes.</param>
/// <param name="RetryAfter">How long the vendor asks us to wait, if it does.</param>
internal sealed record VendorAnswer(int Status, HttpResponseHeaders Headers, byte[] Body, TimeSpan? RetryAfter)
{
    private const int LongestId = 200;

    internal bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The value of a header that holds an id; <see langword="null"/> where it is missing, or no id.</summary>
    internal string? Id(string header) => Headers.TryGetValues(header, out var values) ? Id(values) : null;

    /// <summary>A vendor's id as it may be kept and shown: printable, one line, not longer than a column.</summary>
    internal static string? AsId(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestId } id && !id.AsSpan().ContainsAnyExceptInRange('!', '~') ? id : null;

    private static string? Id(IEnumerable<string> values) => AsId(values.FirstOrDefault());
}
