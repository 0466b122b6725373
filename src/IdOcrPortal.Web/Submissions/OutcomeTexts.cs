namespace IdOcrPortal.Web.Submissions;

/// <summary>What the uploader is told of an outcome that no person wrote about.</summary>
internal static class OutcomeTexts
{
    /// <summary>For a stored document whose service is cut off or asked for a pause. Names no service: that is the officers' and administrators' business.</summary>
    internal const string Waiting = "The service that reads this kind of card cannot be reached now. Your picture is stored and will be read by itself.";

    private static readonly Dictionary<string, string> ByCode = new(StringComparer.Ordinal)
    {
        ["offline.no_mrz"] = "No machine-readable lines were found on the picture. An officer will look at it; a new photo of the page with the lines of < signs, flat, sharp and whole, helps. If your document has no such lines, choose its type and send it again.",
        ["service.none"] = "Nothing that is set up here reads this kind of document. Your picture is stored and an officer will look at it; you need not send it again.",
        ["picture.below_minimum"] = "The picture is smaller than the service that reads this kind of card takes. Take a new photo closer to the card, or send the original instead of a reduced copy.",
        ["picture.cannot_fit"] = "The picture cannot be made into one that the service which reads this kind of card takes: it is too long and narrow or too large. Take a new photo of the card alone.",
        ["picture.truncated"] = "The file is cut off: its end is missing. Send it again; if that does not help, take a new photo.",
        ["picture.damaged"] = "The file is damaged and cannot be opened. Send it again from the original, or take a new photo.",
        ["picture.too_costly"] = "Reading this picture takes more memory than the portal gives to one picture. Crop it to the document, or send it smaller.",
        ["picture.unsupported"] = "The picture is stored in a rare way that the portal cannot read. Open it in a picture program, save it as ordinary JPEG or PNG, and send that.",
    };

    /// <summary>A sentence for the uploader; empty where the state says enough.</summary>
    internal static string For(DocumentState state, string? code) => state switch
    {
        DocumentState.AwaitingUploader or DocumentState.RecognitionFailed when code is not null && ByCode.TryGetValue(code, out var text) => text,
        DocumentState.AwaitingUploader => "The picture cannot be read. Take a new photo of the document: flat, sharp, without glare, and wholly in the picture.",
        DocumentState.RecognitionFailed => "The picture could not be read automatically. An officer will look at it; you need not send it again.",
        _ => "",
    };
}
