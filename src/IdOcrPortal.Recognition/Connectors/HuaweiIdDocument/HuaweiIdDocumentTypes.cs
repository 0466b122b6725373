namespace IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;

/// <summary>The service's table of 15 countries and regions and their kinds of documents, and which of our types each is.</summary>
internal static class HuaweiIdDocumentTypes
{
    private const string Passport = "passport";

    private static readonly Dictionary<(string Region, string Kind), string> Known = new()
    {
        [("VNM", "PP")] = Passport, [("VNM", "DL")] = "vnm-dl", [("VNM", "ID")] = "vnm-id",
        [("IND", "PP")] = Passport,
        [("PHL", "PP")] = Passport, [("PHL", "DL")] = "phl-dl", [("PHL", "ID")] = "phl-umid",
        [("ALB", "PP")] = Passport, [("ALB", "DL")] = "alb-dl", [("ALB", "ID")] = "alb-id",
        [("BRA", "PP")] = Passport, [("IDN", "PP")] = Passport, [("MYS", "PP")] = Passport, [("NGA", "PP")] = Passport, [("PAK", "PP")] = Passport,
        [("RUS", "PP")] = Passport, [("TWN", "PP")] = Passport, [("UKR", "PP")] = Passport,
        [("THA", "PP")] = Passport, [("THA", "ID")] = "tha-id",
        [("CHL", "PP")] = Passport, [("CHL", "ID")] = "chl-id",
        [("HKG", "ID")] = "hkg-id",
    };

    /// <summary>All types of ours that the service reads.</summary>
    internal static IReadOnlyList<string> TypeIds { get; } = [.. Known.Values.Distinct()];

    /// <summary>States whose passports are in the table.</summary>
    internal static IReadOnlyList<string> PassportStates { get; } = [.. Known.Where(row => row.Value == Passport).Select(row => row.Key.Region)];

    /// <summary>The type of an answer; <see langword="null"/> where the table has no such document.</summary>
    internal static string? Find(string? region, string? kind) => Known.GetValueOrDefault((region?.Trim().ToUpperInvariant() ?? "", kind?.Trim().ToUpperInvariant() ?? ""));

    /// <summary>
    /// What to look for. A requested type is asked for alone; a passport in every country that has one, and without a request everything: Vietnamese documents are found only if their
    /// country is named, so all are.
    /// </summary>
    internal static (IReadOnlyList<string> Regions, IReadOnlyList<string> Kinds) Sought(string? requestedTypeId)
    {
        var rows = Known.Where(row => row.Value == requestedTypeId).Select(row => row.Key).ToList();
        return rows.Count == 0
            ? ([.. Known.Keys.Select(key => key.Region).Distinct()], [])
            : ([.. rows.Select(row => row.Region).Distinct()], [.. rows.Select(row => row.Kind).Distinct()]);
    }
}
