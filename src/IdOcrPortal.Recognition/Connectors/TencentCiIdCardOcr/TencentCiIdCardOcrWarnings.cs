using System.Globalization;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;

/// <summary>The service's warnings and scores, and which of its checks were asked for.</summary>
internal static class TencentCiIdCardOcrWarnings
{
    private sealed record Row(Coverage? Coverage, Severity Severity, string Meaning, string LookFor);

    private static readonly Dictionary<int, Row> Rows = new()
    {
        [9100] = new(Coverage.Validity, Severity.High, "The validity is not in order", "Expired, or dates that cannot be"),
        [9101] = new(Coverage.Occlusion, Severity.Medium, "The card's border is incomplete", "Cut off corners and edges"),
        [9102] = new(Coverage.Copy, Severity.Critical, "A photocopy, not the card itself", "Missing colours, paper instead of plastic, the edge of a sheet"),
        [9103] = new(Coverage.Reshot, Severity.Critical, "A photo of a screen or a print", "Stripes, pixels, the frame of a screen"),
        [9104] = new(null, Severity.High, "A temporary card", "The heading of a temporary card (临时居民身份证)"),
        [9105] = new(Coverage.Occlusion, Severity.High, "Part of the card is covered", "Fingers, stickers or things lying on the card"),
        [9106] = new(Coverage.Edit, Severity.Critical, "The picture was edited", "Type, colour or spacing that changes within a line; edges around the portrait"),
        [9107] = new(null, Severity.Medium, "The card reflects light", "Bright spots over the print"),
    };

    /// <summary>The warnings, and what was looked at.</summary>
    internal static (List<Warning> Warnings, Dictionary<Coverage, CoverageResult> Coverage) Of(TencentCiIdCardOcrReply reply, TencentCiIdCardOcrOptions options)
    {
        var coverage = Enum.GetValues<Coverage>().ToDictionary(kind => kind, _ => CoverageResult.NotOffered);
        coverage[Coverage.Copy] = Asked(options.CopyWarn);
        coverage[Coverage.Reshot] = Asked(options.ReshootWarn);
        coverage[Coverage.Edit] = Asked(options.DetectPsWarn);
        coverage[Coverage.Occlusion] = Asked(options.BorderCheckWarn);
        coverage[Coverage.Validity] = Asked(options.InvalidDateWarn);
        coverage[Coverage.Blur] = options.Quality ? CoverageResult.NotOffered : CoverageResult.NotEnabled;
        var warnings = new List<Warning>();
        foreach (var code in reply.WarnCodes)
        {
            var row = Rows.GetValueOrDefault(code) ?? new Row(null, Severity.Medium, "A warning that the service does not document", "Anything unusual about the card or the picture");
            warnings.Add(Warn(code.ToString(CultureInfo.InvariantCulture), row));
            Mark(row.Coverage);
        }

        if (LenientNumbers.Parse(reply.Text("AdvancedInfo/Quality")) is { } quality)
        {
            var isPoor = quality < options.LeastQuality;
            coverage[Coverage.Blur] = isPoor ? CoverageResult.RanWarning : CoverageResult.RanClear;
            if (isPoor)
            {
                warnings.Add(Warn("Quality", new Row(Coverage.Blur, Severity.Medium, string.Create(CultureInfo.InvariantCulture, $"Poor quality: {quality:0.##}, below {options.LeastQuality:0.##}"), "Letters that run into each other")));
            }
        }

        if (LenientNumbers.Parse(reply.Text("AdvancedInfo/BorderCodeValue")) is { } border && border > options.MostBorder)
        {
            warnings.Add(Warn("BorderCodeValue", new Row(Coverage.Occlusion, Severity.Medium, string.Create(CultureInfo.InvariantCulture, $"The border may be covered: score {border:0.##}, above {options.MostBorder:0.##}"), "Fingers or things lying on the edge")));
            Mark(Coverage.Occlusion);
        }

        return (warnings, coverage);

        void Mark(Coverage? kind)
        {
            if (kind is { } marked)
            {
                coverage[marked] = CoverageResult.RanWarning;
            }
        }
    }

    internal static Warning Deleted => new(
        TencentCiIdCardOcrConnector.Id, "object.deleted", Severity.Info, "The picture that was stored for reading was deleted from the bucket", "Nothing to do");

    internal static Warning NotDeleted(string key) => new(
        TencentCiIdCardOcrConnector.Id, "object.not_deleted", Severity.High, $"The picture that was stored for reading could not be deleted from the bucket", $"Delete the object {key} in the vendor's console");

    private static CoverageResult Asked(bool isAsked) => isAsked ? CoverageResult.RanClear : CoverageResult.NotEnabled;

    private static Warning Warn(string code, Row row) => new(TencentCiIdCardOcrConnector.Id, code, row.Severity, row.Meaning, row.LookFor);
}
