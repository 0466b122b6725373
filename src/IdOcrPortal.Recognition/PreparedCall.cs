using System.Text;

namespace IdOcrPortal.Recognition;

/// <summary>A call that is ready to be made: the picture as this service takes it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Image">What will be sent.</param>
public sealed record PreparedCall(ServiceSetup Service, DocumentImage Image)
{
    /// <summary>Everything besides document and picture that shapes the answer, for the request key (RQ-5).</summary>
    public string Parameters => new StringBuilder(Image.RequestedTypeId ?? "detect").Append('|').Append(Image.Side).Append('|').Append(Service.Parameters).ToString();
}

/// <summary>A call that is ready, or why this picture cannot be sent to this service.</summary>
public sealed record Preparation(PreparedCall? Call, Failure? Failure);
