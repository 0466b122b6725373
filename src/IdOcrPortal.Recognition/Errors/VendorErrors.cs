using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdOcrPortal.Recognition.Errors;

/// <summary>
/// Every error code that the vendors document or are known to send, from the embedded <c>vendor-errors.json</c> (one row a code: whose fault, retry, billing, operator
/// text, sources), and what each of them means to us.
/// </summary>
public static partial class VendorErrors
{
    /// <summary>Code to ask with when AccuAuth answers OK and recognised nothing.</summary>
    public const string EmptyResults = "(status OK with an empty results array)";

    /// <summary>Most letters of a raw code that are kept.</summary>
    public const int LongestCode = 100;

    private const string NoCode = "(no Response.Error) HTTP other than 200";

    private static readonly VendorErrorRow[] Rows = Read();

    private static readonly FrozenDictionary<(Vendor, string), (int Status, VendorErrorRow Row)[]> ByCode = Rows
        .SelectMany(row => row.Keys().Select(key => (row.Vendor, key.Code, key.Status, Row: row)))
        .GroupBy(entry => (entry.Vendor, entry.Code))
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => (entry.Status, entry.Row)).ToArray());

    /// <summary>The catalogue as it is written.</summary>
    internal static IReadOnlyList<VendorErrorRow> Catalogue => Rows;

    /// <summary>What an error answer means.</summary>
    /// <param name="code">
    /// The vendor's code as it came. For Huawei's login service <c>IAM</c> (its own codes begin so too); empty where an answer has none.
    /// </param>
    /// <param name="httpStatus">HTTP status of the answer; <see langword="null"/>: not known.</param>
    /// <param name="message">The vendor's text, looked at where a code alone is ambiguous, and not kept: it may speak of the document.</param>
    public static VendorError Find(Vendor vendor, string? code, int? httpStatus, string? message = null)
    {
        var raw = Printable(code);
        var status = httpStatus ?? 0;
        var text = message ?? "";
        var sought = Sought(vendor, raw, ref status);
        if (Row(vendor, sought, status) is { } row)
        {
            return Describe(vendor, sought, raw, status, text, row, isKnown: true);
        }

        // Tencent's codes are made of a kind and a detail: an unknown detail is still of its kind, and CI takes over codes of the API.
        if (vendor is Vendor.TencentApi or Vendor.TencentCi && sought.Split('.') is [{ Length: > 0 } kind, _, ..])
        {
            if (Row(Vendor.TencentApi, sought, status) is { } shared)
            {
                return Describe(vendor, sought, raw, status, text, shared, isKnown: true);
            }

            if (Row(Vendor.TencentApi, kind, status) is { } parent)
            {
                return Describe(vendor, kind, raw, status, text, parent, isKnown: false);
            }
        }

        return Unknown(vendor, raw, status);
    }

    // The code whose row answers. The shared gateway numbers like the dedicated one, with other statuses for three codes.
    private static string Sought(Vendor vendor, string code, ref int status)
    {
        switch (vendor)
        {
            case Vendor.Huawei when code.StartsWith("IAM", StringComparison.Ordinal):
                // "IAM", "IAM 401", "IAM.0011": the status tells; where it is not known, the number behind the blank.
                status = status != 0 ? status : code.Split(' ') is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : 0;
                return "IAM";
            case Vendor.Huawei when code.StartsWith("APIGW.", StringComparison.Ordinal):
                return (code, status) switch
                {
                    ("APIGW.0103", 0 or 404) => "APIG.0101",
                    ("APIGW.0104" or "APIGW.0105", 0 or 400) => "APIG.0106",
                    _ => "APIG." + code[6..],
                };
            case Vendor.TencentApi when code.Length == 0 && status != 200:
                return NoCode;
            case Vendor.AccuAuth when code == "OK":
                return EmptyResults;
            default:
                return code;
        }
    }

    // One row: that one, whatever the status. Several (APIG.0201): the row of this status, else the first of its hundred; without a status the vendor's own fault.
    // The login service has no codes: only the very status tells.
    private static VendorErrorRow? Row(Vendor vendor, string code, int status)
    {
        if (!ByCode.TryGetValue((vendor, code), out var rows))
        {
            return null;
        }

        if (rows.Length == 1)
        {
            return rows[0].Row;
        }

        foreach (var row in rows)
        {
            if (row.Status == status)
            {
                return row.Row;
            }
        }

        if (code == "IAM" || status == 429)
        {
            return null;
        }

        foreach (var row in rows)
        {
            if (row.Status / 100 == (status == 0 ? 5 : status / 100))
            {
                return row.Row;
            }
        }

        return null;
    }

    private static VendorError Describe(Vendor vendor, string rowCode, string raw, int status, string text, VendorErrorRow row, bool isKnown)
    {
        var fault = row.FaultAt(status);
        var retry = row.RetryAt(status, text);

        // A gateway's answer without a code has nothing but its status.
        var failure = rowCode == NoCode ? FailureRules.OfUnknown(vendor, "", status) : FailureRules.Of(rowCode, fault, retry, status);
        return new VendorError(vendor, raw, failure, fault, retry, row.Wait, row.Billing, row.OperatorMessage, isKnown);
    }

    private static VendorError Unknown(Vendor vendor, string raw, int status)
    {
        var failure = FailureRules.OfUnknown(vendor, raw, status);
        var retry = failure switch
        {
            FailureClass.Throttled => VendorRetry.BackOff,
            FailureClass.Transient => VendorRetry.Once,
            _ => VendorRetry.No,
        };
        var advice = failure switch
        {
            FailureClass.Credential => "By its kind the credentials were refused. Check the keys, their permissions and the server clock.",
            FailureClass.Configuration => "By its kind the settings, the subscription or the account do not fit. Check the address, the region and the vendor's console.",
            FailureClass.InputFinal => "By its kind the file was refused. Use an undamaged JPEG or PNG, and a smaller one.",
            FailureClass.Throttled => "By its kind there were too many calls. The portal waits and tries again.",
            _ => "The portal tries once more. If it happens again, give the vendor the code and the request id.",
        };
        return new VendorError(vendor, raw, failure, VendorFault.Unknown, retry, Wait: null, VendorBilling.Unconfirmed, $"The vendor answered with an error that its documentation does not list. {advice}", IsKnown: false);
    }

    // A code is a vendor's text: whatever is in it, it fits on a line and into a column.
    private static string Printable(string? code)
    {
        var trimmed = (code ?? "").AsSpan().Trim();
        trimmed = trimmed[..Math.Min(trimmed.Length, LongestCode)];
        return trimmed.ContainsAnyExceptInRange(' ', '~')
            ? string.Create(trimmed.Length, trimmed, static (kept, original) =>
            {
                for (var index = 0; index < kept.Length; index++)
                {
                    kept[index] = original[index] is >= ' ' and <= '~' ? original[index] : '?';
                }
            })
            : trimmed.ToString();
    }

    private static VendorErrorRow[] Read()
    {
        using var stream = typeof(VendorErrors).Assembly.GetManifestResourceStream("vendor-errors.json")
            ?? throw new InvalidOperationException("vendor-errors.json is not embedded.");
        return [.. JsonSerializer.Deserialize(stream, CatalogueJson.Default.CatalogueFile)?.Errors ?? throw new InvalidOperationException("vendor-errors.json is empty.")];
    }

    internal sealed record CatalogueFile(IReadOnlyList<VendorErrorRow> Errors);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(CatalogueFile))]
    private sealed partial class CatalogueJson : JsonSerializerContext;
}
