using System.Globalization;
using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

/// <summary>
/// The service's warnings. The field <c>Warn</c> was replaced by <c>WarnCardInfos</c> in June 2024, and with it some codes changed their meaning: −9107 was "blurred" and is
/// "reflection". So each field has its own table.
/// </summary>
internal static class TencentMLIDCardOcrWarnings
{
    /// <summary>No check ran: the account lacks the capability. A gap, and not a fault of the card.</summary>
    private const int NotEnabled = -9109;

    private sealed record Row(Coverage? Coverage, Severity Severity, string Meaning, string LookFor);

    private static readonly Row Copied = new(Coverage.Copy, Severity.Critical, "A photocopy, not the card itself", "Missing colours, paper instead of plastic, the edge of a sheet");
    private static readonly Row Reshot = new(Coverage.Reshot, Severity.Critical, "A photo of a screen or a print", "Stripes, pixels, the frame of a screen");
    private static readonly Row Edited = new(Coverage.Edit, Severity.Critical, "The picture was edited", "Type, colour or spacing that changes within a line; edges around the portrait");
    private static readonly Row Incomplete = new(Coverage.Occlusion, Severity.High, "The card is covered, or its border is incomplete", "Fingers or things lying on the card, cut off corners");
    private static readonly Row Reflecting = new(null, Severity.Medium, "The card reflects light", "Bright spots over the print");
    private static readonly Row Blurred = new(Coverage.Blur, Severity.Medium, "The picture is blurred", "Letters that run into each other");

    private static readonly Dictionary<int, Row> Current = new() { [-9101] = Incomplete, [-9102] = Copied, [-9103] = Reshot, [-9104] = Edited, [-9107] = Reflecting, [-9108] = Blurred };
    private static readonly Dictionary<int, Row> Former = new() { [-9101] = Incomplete, [-9102] = Copied, [-9103] = Reshot, [-9104] = Edited, [-9106] = Incomplete, [-9107] = Blurred };

    /// <summary>The warnings, and which of the checks ran.</summary>
    internal static (IReadOnlyList<Warning> Warnings, Dictionary<Coverage, CoverageResult> Coverage) Of(TencentMLIDCardOcrResponse response)
    {
        var coverage = Enum.GetValues<Coverage>().ToDictionary(kind => kind, _ => CoverageResult.NotOffered);
        var warnings = new List<Warning>();
        var (current, former) = (Codes(response.WarnCardInfos), Codes(response.Warn));

        // An empty Warn says nothing: the newer edition always sends one. An empty WarnCardInfos says that nothing was found.
        var checks = (current ?? []).Concat(former ?? []).Contains(NotEnabled) ? CoverageResult.NotEnabled
            : current is not null ? CoverageResult.RanClear
            : CoverageResult.NotOffered;
        foreach (var kind in new[] { Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur })
        {
            coverage[kind] = checks;
        }

        foreach (var code in current ?? [])
        {
            Add(code, Current, warnings, coverage);
        }

        // What stands in both is said once, in the newer meaning.
        foreach (var code in (former ?? []).Except(current ?? []))
        {
            Add(code, Former, warnings, coverage);
        }

        return (warnings, coverage);
    }

    private static void Add(int code, Dictionary<int, Row> table, List<Warning> warnings, Dictionary<Coverage, CoverageResult> coverage)
    {
        if (code == NotEnabled)
        {
            return;
        }

        var row = table.GetValueOrDefault(code) ?? new Row(null, Severity.Medium, "A warning that the service does not document", "Anything unusual about the card or the picture");
        warnings.Add(new Warning(TencentMLIDCardOcrConnector.Id, code.ToString(CultureInfo.InvariantCulture), row.Severity, row.Meaning, row.LookFor));
        if (row.Coverage is { } kind)
        {
            coverage[kind] = CoverageResult.RanWarning;
        }
    }

    private static List<int>? Codes(JsonElement codes) => codes.ValueKind != JsonValueKind.Array ? null :
    [
        .. codes.EnumerateArray()
            .Select(code => (IsCode: TryCode(code, out var number), Number: number))
            .Where(code => code.IsCode).Select(code => code.Number).Distinct(),
    ];

    private static bool TryCode(JsonElement code, out int number)
    {
        number = 0;
        return code.ValueKind switch
        {
            JsonValueKind.Number => code.TryGetInt32(out number),
            // Raw, for an element whose letters are no UTF-8 has no text.
            JsonValueKind.String => int.TryParse(code.GetRawText().Trim('"'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }
}
