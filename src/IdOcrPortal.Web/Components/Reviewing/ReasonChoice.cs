namespace IdOcrPortal.Web.Components.Reviewing;

/// <summary>What the officer chose in the dialog.</summary>
/// <param name="ReasonCodes">In the order in which they are shown.</param>
/// <param name="UploaderText">What the uploader is told.</param>
public sealed record ReasonChoice(IReadOnlyList<string> ReasonCodes, string UploaderText);
