using System.Globalization;
using System.Xml.Linq;
using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Vendors.Cos;

/// <summary>The XML answer of IDCardOCR.</summary>
internal static class ChineseCard
{
    /// <summary>Switches of the parameter <c>Config</c>.</summary>
    internal static readonly string[] Switches =
    [
        "CropIdCard", "CropPortrait", "CopyWarn", "BorderCheckWarn", "ReshootWarn", "DetectPsWarn", "TempIdWarn", "InvalidDateWarn", "Quality", "MultiCardDetect",
    ];

    private static readonly (string Switch, Defect Defect, int Code)[] Warnings =
    [
        ("InvalidDateWarn", Defect.Expired, 9100), ("BorderCheckWarn", Defect.BorderIncomplete, 9101), ("CopyWarn", Defect.Photocopy, 9102),
        ("ReshootWarn", Defect.ScreenPhoto, 9103), ("TempIdWarn", Defect.Temporary, 9104), ("BorderCheckWarn", Defect.Covered, 9105),
        ("DetectPsWarn", Defect.Edited, 9106),
    ];

    internal static XElement Response(SpecimenTruth truth, IReadOnlySet<string> config, byte[] picture, Dialect dialect)
    {
        var info = new XElement("IdInfo", truth.IsBack
            ? [Element("Authority", truth["issuing_authority"]), Element("ValidDate", ValidDate(truth))]
            : [
                Element("Name", truth["name_local"] ?? truth["full_name"]), Element("Sex", truth.Sex("男", "女")), Element("Nation", truth["ethnicity"]),
                Element("Birth", truth.Date("birth_date", "yyyy/M/d")), Element("Address", truth["address"]), Element("IdNum", truth["document_number"]),
            ]);
        var advanced = new XElement("AdvancedInfo");
        if (config.Contains("CropIdCard"))
        {
            advanced.Add(new XElement("IdCard", truth.CardImage ?? Convert.ToBase64String(picture)));
        }

        if (config.Contains("CropPortrait") && !truth.IsBack && truth.Portrait is { } portrait)
        {
            advanced.Add(new XElement("Portrait", portrait.Image));
        }

        if (config.Contains("Quality"))
        {
            advanced.Add(new XElement("Quality", truth.Quality.ToString(CultureInfo.InvariantCulture)));
        }

        if (config.Contains("BorderCheckWarn"))
        {
            // High is bad.
            advanced.Add(new XElement("BorderCodeValue", truth.Has(Defect.BorderIncomplete) || truth.Has(Defect.Covered) ? "87" : "6"));
        }

        var warned = dialect.WarnInfosUnderIdInfo ? info : advanced;
        foreach (var row in Warnings.Where(row => config.Contains(row.Switch) && truth.Has(row.Defect)))
        {
            var code = (dialect.NegativeWarnInfos ? -row.Code : row.Code).ToString(CultureInfo.InvariantCulture);
            warned.Add(new XElement("WarnInfos", dialect.WarnInfosWithCode ? new XElement("Code", code) : code));
        }

        return new XElement("Response", info, advanced.HasElements ? advanced : null);
    }

    private static XElement? Element(string name, string? text) => text is null ? null : new XElement(name, text);

    private static string? ValidDate(SpecimenTruth truth) =>
        truth.Date("issue_date", "yyyy.MM.dd") is { } from ? $"{from}-{truth.Date("expiry_date", "yyyy.MM.dd") ?? "长期"}" : null;
}
