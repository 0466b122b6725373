using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors;

/// <summary>One vendor as its callers see it.</summary>
internal abstract class VendorFront
{
    /// <summary>The vendor's refusal of these credentials or this signature; null if they are good.</summary>
    internal abstract WireAnswer? Refusal(WireRequest request);

    /// <summary>The answer to a request whose caller is proved.</summary>
    internal abstract Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken);

    /// <summary>The picture that this request asks to be read; null if it carries none that can be had.</summary>
    internal abstract Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken);

    /// <summary>An error of the vendor's table in the vendor's own shape.</summary>
    internal abstract WireAnswer Error(WireRequest request, VendorError error, string? message = null);
}
