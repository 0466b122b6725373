using IdOcrPortal.Recognition.Connectors.HuaweiCloud;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;

/// <summary>Settings of the Cambodian ID card service. Only the region AP-Singapore (<c>ap-southeast-3</c>) offers the function.</summary>
public sealed record HuaweiCambodianIdCardOptions : HuaweiCloudOptions
{
    /// <summary>Country that pictures go to.</summary>
    public string Country { get; init; } = "SG";

    /// <summary>Whether to ask for the portrait.</summary>
    public bool ReturnPortraitImage { get; init; } = true;

    /// <summary>Whether to ask where the portrait stands.</summary>
    public bool ReturnPortraitLocation { get; init; } = true;

    /// <summary>Whether to ask if the card is a copy.</summary>
    public bool ReturnIdcardType { get; init; } = true;

    /// <summary>Whether to ask for the checks of border, cover, blur, glare, tampering and reproduction, which older deployments of the service lack.</summary>
    public bool Detect { get; init; } = true;
}
