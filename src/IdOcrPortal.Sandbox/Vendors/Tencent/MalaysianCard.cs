using System.Globalization;
using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Vendors.Tencent;

/// <summary>The answer of MLIDCardOCR.</summary>
internal static class MalaysianCard
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["mys-mykad"] = "MyKad", ["mys-mypr"] = "MyPR", ["mys-mytentera"] = "MyTentera", ["mys-mykas"] = "MyKAS", ["mys-polis"] = "POLIS",
        ["mys-ikad"] = "IKAD", ["mys-mykid"] = "MyKid",
    };

    /// <summary>Codes of <c>WarnCardInfos</c>.</summary>
    private static readonly (Defect Defect, int Code)[] Warnings =
    [
        (Defect.BorderIncomplete, -9101), (Defect.Covered, -9101), (Defect.Photocopy, -9102), (Defect.ScreenPhoto, -9103), (Defect.Edited, -9104),
        (Defect.Reflection, -9107), (Defect.Blurred, -9108),
    ];

    /// <summary>Codes of the older <c>Warn</c>: -9107 meant blurred there.</summary>
    private static readonly (Defect Defect, int Code)[] OldWarnings =
    [
        (Defect.BorderIncomplete, -9101), (Defect.Photocopy, -9102), (Defect.ScreenPhoto, -9103), (Defect.Edited, -9104), (Defect.Covered, -9106), (Defect.Blurred, -9107),
    ];

    internal static bool IsOne(SpecimenTruth truth) => Kinds.ContainsKey(truth.DocumentType);

    /// <param name="backNumber">The number on the back, if the back was sent and read.</param>
    internal static JsonObject Response(SpecimenTruth truth, Dialect dialect, bool withImage, string? backNumber)
    {
        var kind = Kinds[truth.DocumentType];
        var response = new JsonObject
        {
            ["ID"] = truth["document_number"] ?? "",
            ["Name"] = truth["full_name"] ?? "",
            ["Address"] = truth["address"] ?? "",
            ["Sex"] = truth.Sex("LELAKI", "PEREMPUAN") ?? "",
            ["Warn"] = Codes(dialect.OldWarn ? OldWarnings : [], truth),
            ["Image"] = withImage ? truth.Portrait?.Image ?? "" : "",
            ["AdvancedInfo"] = AdvancedInfo(truth, dialect.AdvancedInfo),
            ["Type"] = kind,
            ["Birthday"] = kind is "MyKad" or "IKAD" ? truth.Date("birth_date", "dd/MM/yyyy") ?? "" : "",
        };
        if (!dialect.OldWarn)
        {
            response["WarnCardInfos"] = dialect.WarningsNotEnabled ? new JsonArray(-9109) : Codes(Warnings, truth);
        }

        if (backNumber is not null)
        {
            response["MyKadNumber"] = backNumber;
        }

        return response;
    }

    private static JsonArray Codes((Defect Defect, int Code)[] table, SpecimenTruth truth) =>
        new([.. table.Where(row => truth.Has(row.Defect)).Select(row => row.Code).Distinct().Select(code => (JsonNode)code)]);

    private static string AdvancedInfo(SpecimenTruth truth, AdvancedInfoForm form)
    {
        if (form != AdvancedInfoForm.Confidences)
        {
            return form == AdvancedInfoForm.One ? "1" : "";
        }

        var info = new JsonObject();
        foreach (var (name, field) in ((string, string)[])[("ID", "document_number"), ("Name", "full_name"), ("Address", "address"), ("Sex", "sex")])
        {
            if (truth[field] is not null)
            {
                info[name] = new JsonObject { ["Confidence"] = truth.Confidence(field).ToString("0.0000", CultureInfo.InvariantCulture) };
            }
        }

        return info.ToJsonString();
    }
}
