using System.Globalization;
using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>The result of <c>cambodian-idcard</c>: everything as printed, dates and heights in Khmer digits.</summary>
internal static class CambodianCard
{
    /// <summary>Switches of the request that are true or false; another type of value is a wrong request.</summary>
    internal static readonly string[] Switches =
    [
        "return_portrait_image", "return_portrait_location", "return_idcard_type", "return_adjusted_image", .. Detections.Select(detection => "detect_" + detection.Name),
    ];

    private static (string Name, Defect Defect)[] Detections =>
    [
        ("border_integrity", Defect.BorderIncomplete), ("blocking_within_border", Defect.Covered), ("blur", Defect.Blurred),
        ("glare", Defect.Reflection), ("tampering", Defect.Edited), ("reproduce", Defect.ScreenPhoto),
    ];

    internal static JsonObject Result(SpecimenTruth truth, Func<string, bool> isOn, byte[] picture)
    {
        var result = new JsonObject();
        var confidence = new JsonObject();
        void Add(string name, string field, string? text)
        {
            if (text is not null)
            {
                result[name] = text;
                confidence[name] = truth.Confidence(field);
            }
        }

        Add("id_number", "document_number", truth["document_number"]);
        Add("name_kh", "name_local", truth["name_local"]);
        Add("name_en", "full_name", truth["full_name"]);
        Add("birth_date", "birth_date", Khmer(truth.Date("birth_date", "dd.MM.yyyy")));
        Add("sex", "sex", truth.Sex("ប្រុស", "ស្រី"));
        Add("height", "height_cm", truth["height_cm"] is { } height ? Khmer(height) + " ស.ម" : null);
        Add("birth_place", "birth_place", truth["birth_place"]);
        // The vendor's sample begins with a blank.
        Add("address", "address", truth["address"] is { } address ? " " + address : null);
        Add("issue_date", "issue_date", Khmer(truth.Date("issue_date", "dd.MM.yyyy")));
        Add("expiry_date", "expiry_date", Khmer(truth.Date("expiry_date", "dd.MM.yyyy")));
        Add("description", "personal_features", truth["personal_features"]);
        foreach (var (line, index) in (truth["mrz"]?.Split('\n') ?? []).Select((line, index) => (line, index)))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"machine_code{index + 1}"), "mrz", line);
        }

        if (isOn("return_idcard_type"))
        {
            result["idcard_type"] = truth.Has(Defect.Photocopy) ? "copy" : "normal";
            confidence["idcard_type"] = truth.Confidence("idcard_type");
        }

        if (isOn("return_portrait_image") && truth.Portrait is { } portrait)
        {
            result["portrait_image"] = portrait.Image;
        }

        if (isOn("return_portrait_location") && truth.Portrait?.Corners is { } corners)
        {
            result["portrait_location"] = new JsonArray([.. corners.Select(corner => (JsonNode)new JsonArray([.. corner.Select(side => (JsonNode)side)]))]);
        }

        if (isOn("return_adjusted_image"))
        {
            result["adjusted_image"] = truth.CardImage ?? Convert.ToBase64String(picture);
        }

        AddDetections(result, truth, isOn);
        result["confidence"] = confidence;
        return result;
    }

    private static void AddDetections(JsonObject result, SpecimenTruth truth, Func<string, bool> isOn)
    {
        // Above 50 means trouble.
        var scores = new JsonObject();
        foreach (var (name, defect) in Detections.Where(detection => isOn("detect_" + detection.Name)))
        {
            result[$"detect_{name}_result"] = truth.Has(defect);
            scores[name + "_score"] = truth.Has(defect) ? 93 : 4;
        }

        if (scores.Count > 0)
        {
            if (isOn("return_idcard_type"))
            {
                scores["idcard_type_score"] = truth.Has(Defect.Photocopy) ? 93 : 4;
            }

            result["score_info"] = scores;
        }
    }

    private static string? Khmer(string? text) =>
        text is null ? null : string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign - '0' + '\u17E0') : sign));
}
