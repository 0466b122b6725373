using IdOcrPortal.Recognition.Connectors.HuaweiCloud;

namespace IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;

/// <summary>Settings of the ID document service, which Huawei has ended: for a private deployment of the same API. Formerly in CN-Hong Kong (<c>ap-southeast-1</c>).</summary>
public sealed record HuaweiIdDocumentOptions : HuaweiCloudOptions
{
    /// <summary>Country that pictures go to.</summary>
    public string Country { get; init; } = "HK";

    /// <summary>Says that the service is wanted although its vendor has ended it. Without it nothing is sent.</summary>
    public bool AllowRetired { get; init; }

    /// <summary>Whether to ask for the portrait.</summary>
    public bool ReturnPortraitImage { get; init; } = true;
}
