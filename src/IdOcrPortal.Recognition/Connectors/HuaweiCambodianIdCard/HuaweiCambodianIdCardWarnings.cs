using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;

/// <summary>What the service says against a picture: the kind of card, six checks as true or false, and a score for each.</summary>
internal static class HuaweiCambodianIdCardWarnings
{
    private const double MostWithoutTrouble = 50;

    private sealed record Detection(string Name, Func<HuaweiCambodianIdCardResult, string?> Result, Coverage? Coverage, Severity Severity, string Meaning, string LookFor);

    private static readonly Detection[] Detections =
    [
        new("border_integrity", result => result.DetectBorderIntegrityResult, Coverage: null, Severity.Medium, "Part of the card's border is missing", "Cut off corners and edges"),
        new("blocking_within_border", result => result.DetectBlockingWithinBorderResult, Coverage.Occlusion, Severity.High, "Part of the card is covered", "Fingers, stickers or things lying on the card"),
        new("blur", result => result.DetectBlurResult, Coverage.Blur, Severity.Medium, "The picture is blurred", "Letters that run into each other"),
        new("glare", result => result.DetectGlareResult, Coverage: null, Severity.Medium, "The card reflects light", "Bright spots over the print"),
        new("tampering", result => result.DetectTamperingResult, Coverage.Edit, Severity.Critical, "The picture was edited", "Type, colour or spacing that changes within a line; edges around the portrait"),
        new("reproduce", result => result.DetectReproduceResult, Coverage.Reshot, Severity.Critical, "A photo of a screen or a print", "Stripes, pixels, the frame of a screen"),
    ];

    /// <summary>The warnings, and what was looked at.</summary>
    internal static (IReadOnlyList<Warning> Warnings, Dictionary<Coverage, CoverageResult> Coverage) Of(HuaweiCambodianIdCardResult result, HuaweiCambodianIdCardOptions options)
    {
        var warnings = new List<Warning>();
        var coverage = Enum.GetValues<Coverage>().ToDictionary(kind => kind, _ => CoverageResult.NotOffered);
        coverage[Coverage.Copy] = Kind(result, options, warnings);
        foreach (var detection in Detections)
        {
            var score = Score(result, $"{detection.Name}_score");
            var said = detection.Result(result);
            var isTrouble = said is "true" || score > MostWithoutTrouble;
            if (isTrouble)
            {
                warnings.Add(Warn(said is "true" ? $"detect_{detection.Name}_result" : $"{detection.Name}_score", detection.Severity, detection.Meaning, detection.LookFor));
            }

            if (detection.Coverage is { } kind)
            {
                coverage[kind] = isTrouble ? CoverageResult.RanWarning
                    : said is "false" || score is not null ? CoverageResult.RanClear
                    : options.Detect ? CoverageResult.NotOffered : CoverageResult.NotEnabled;
            }
        }

        return (warnings, coverage);
    }

    private static CoverageResult Kind(HuaweiCambodianIdCardResult result, HuaweiCambodianIdCardOptions options, List<Warning> warnings)
    {
        var kind = result.IdcardType?.Trim();
        var score = Score(result, "idcard_type_score");
        if (kind is "copy" || score > MostWithoutTrouble)
        {
            warnings.Add(Warn(kind is "copy" ? "idcard_type=copy" : "idcard_type_score", Severity.Critical, "A copy, not the card itself", "Missing colours, paper instead of plastic, the edge of a sheet"));
            return CoverageResult.RanWarning;
        }

        return kind is "normal" || score is not null ? CoverageResult.RanClear : options.ReturnIdcardType ? CoverageResult.NotOffered : CoverageResult.NotEnabled;
    }

    private static double? Score(HuaweiCambodianIdCardResult result, string name) => result.ScoreInfo is { } scores && scores.TryGetValue(name, out var score) ? score : null;

    private static Warning Warn(string code, Severity severity, string meaning, string lookFor) => new(HuaweiCambodianIdCardConnector.Id, code, severity, meaning, lookFor);
}
