using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Vendors.AccuAuth;

/// <summary>One result of <c>/ocr/idcard</c>: what is missing or unreadable is an empty text.</summary>
internal static class IndonesianCard
{
    internal static JsonObject Result(SpecimenTruth truth) => new()
    {
        ["id_number"] = truth["document_number"] ?? "",
        ["name"] = truth["full_name"] ?? "",
        ["pob"] = truth["birth_place"] ?? "",
        ["dob"] = truth.Date("birth_date", "dd-MM-yyyy") ?? "",
        ["gender"] = truth.Sex("LAKI-LAKI", "PEREMPUAN") ?? "",
        ["gender_s"] = truth["sex"] ?? "",
        ["address"] = truth["address"] ?? "",
        ["province"] = truth["province"] ?? "",
        ["city"] = truth["city"] ?? "",
        ["district"] = truth["district"] ?? "",
        ["village"] = truth["village"] ?? "",
        ["rt"] = truth["rt"] ?? "",
        ["rw"] = truth["rw"] ?? "",
        ["religion"] = truth["religion"] ?? "",
        ["marital_status"] = truth["marital_status"] ?? "",
        ["work"] = truth["occupation"] ?? "",
        // Misspelt in the vendor's API.
        ["nationnality"] = truth["nationality"] ?? "",
    };
}
