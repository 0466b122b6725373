namespace IdOcrPortal.Reader;

/// <summary>
/// A picture that cannot be taken, or a worker that could not answer. <see cref="Code"/> is stable; the message tells the person who
/// sent the picture what to do. Codes: <c>picture.*</c> speak of the picture (sending it again is useless), <c>reader.*</c> of the
/// engine (<c>reader.unavailable</c>, <c>reader.died</c>, <c>reader.timeout</c>: sending it again may help).
/// </summary>
public sealed class ReaderException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, such as <c>picture.not_an_image</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the picture itself is the cause.</summary>
    public bool IsAboutPicture => Code.StartsWith("picture.", StringComparison.Ordinal);
}
