using System.Globalization;
using System.Text.Json;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Errors;

/// <summary>One code that a vendor answers with.</summary>
/// <param name="Http">The documented status; null where no source states one.</param>
/// <param name="Fault">image, configuration, quota, vendor, software.</param>
internal sealed record VendorError(string Vendor, string Code, int? Http, string Fault)
{
    /// <summary>The status to answer with: the documented one, else by whose fault it is (the vendors say "4xx or 5xx").</summary>
    internal int Status => Http ?? (Fault == "vendor" ? 500 : 400);
}

/// <summary>The known codes of all vendors, from the embedded <c>errors.json</c>; rows that name several codes are taken apart.</summary>
internal static class VendorErrors
{
    /// <summary>AccuAuth's answer without a result, which is a row of the table but no code.</summary>
    internal const string EmptyResults = "(status OK with an empty results array)";

    /// <summary>A failure of Tencent's gateway before the API, which is a row of the table but no code.</summary>
    internal const string BareGateway = "(no Response.Error) HTTP other than 200";

    /// <summary>All rows.</summary>
    internal static IReadOnlyList<VendorError> All { get; } = Load();

    /// <summary>The row of a code, or null if the vendor has none. <paramref name="http"/> chooses among rows with one code.</summary>
    internal static VendorError? Find(Vendor vendor, string code, int? http = null)
    {
        var rows = All.Where(row => row.Vendor == NameOf(vendor) && row.Code == code && IsLogin(row.Code) == (vendor == Vendor.Iam)).ToList();
        if (rows.Count == 0 && vendor == Vendor.Huawei && code.StartsWith("APIGW.", StringComparison.Ordinal))
        {
            // The shared gateway numbers as the other one does.
            return Find(vendor, "APIG." + code["APIGW.".Length..], http) is { } twin ? twin with { Code = code } : null;
        }

        return http is null ? rows.FirstOrDefault() : rows.FirstOrDefault(row => row.Http == http) ?? (rows is [var only] ? only with { Http = http } : null);
    }

    /// <summary>The status of a code that has to be in the table.</summary>
    internal static int StatusOf(Vendor vendor, string code) =>
        (Find(vendor, code) ?? throw new ArgumentException($"errors.json has no row {code} for {vendor}.", nameof(code))).Status;

    private static bool IsLogin(string code) => code.StartsWith("IAM ", StringComparison.Ordinal);

    private static string NameOf(Vendor vendor) => vendor switch
    {
        Vendor.Huawei or Vendor.Iam => "huawei",
        Vendor.Tencent => "tencent-api",
        Vendor.Cos => "tencent-ci",
        _ => "accuauth",
    };

    private static List<VendorError> Load()
    {
        using var stream = typeof(VendorErrors).Assembly.GetManifestResourceStream("errors.json")
            ?? throw new InvalidOperationException("errors.json is not embedded.");
        using var table = JsonDocument.Parse(stream);
        return [.. table.RootElement.GetProperty("errors").EnumerateArray().SelectMany(Rows)];
    }

    private static IEnumerable<VendorError> Rows(JsonElement row)
    {
        var vendor = row.GetProperty("vendor").GetString()!;
        var code = row.GetProperty("code").GetString()!;
        var fault = row.GetProperty("fault").GetString()!;
        var http = row.GetProperty("http");
        if (code.StartsWith("IAM ", StringComparison.Ordinal))
        {
            return code["IAM ".Length..].Split('/').Select(status =>
                new VendorError(vendor, "IAM " + status, int.Parse(status, CultureInfo.InvariantCulture), status[0] == '5' ? "vendor" : "configuration"));
        }

        if (code == BareGateway)
        {
            return [new(vendor, code, 502, fault)];
        }

        var statuses = http.ValueKind == JsonValueKind.Number ? [http.GetInt32()]
            : http.GetString()!.Split(" / ").Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var status) ? status : (int?)null).ToArray();
        var codes = code.StartsWith('(') ? [code] : code.Split(" / ");
        return codes.Select((name, index) => new VendorError(vendor, name, statuses[Math.Min(index, statuses.Length - 1)], fault));
    }
}
