using System.Globalization;
using System.Text.Json.Serialization;

namespace IdOcrPortal.Recognition.Errors;

/// <summary>One row of <c>vendor-errors.json</c> as it is written there; the catalogue's columns <c>source</c> and <c>note</c> are for people.</summary>
internal sealed record VendorErrorRow(
    [property: JsonPropertyName("vendor")] string VendorName, string Code, [property: JsonConverter(typeof(HttpColumn))] string Http, string Fault, string Retry, string Billed, string OperatorMessage)
{
    /// <summary>Whose code it is.</summary>
    [JsonIgnore]
    public Vendor Vendor => VendorName switch
    {
        "huawei" => Vendor.Huawei,
        "tencent-api" => Vendor.TencentApi,
        "tencent-ci" => Vendor.TencentCi,
        "accuauth" => Vendor.AccuAuth,
        _ => throw Unreadable("vendor", VendorName),
    };

    /// <summary>
    /// The row once for every code and HTTP status that it speaks of: <c>A / B</c> are two codes, <c>IAM 403/404</c> two statuses. Status 0: any.
    /// <c>unconfirmed</c> and <c>4xx/5xx</c> mean any.
    /// </summary>
    public IEnumerable<(string Code, int Status)> Keys()
    {
        if (Code.StartsWith('('))
        {
            // "(no Response.Error) …" and "(status OK …)" describe an answer without a code.
            return [(Code, 0)];
        }

        if (Code.StartsWith("IAM ", StringComparison.Ordinal))
        {
            return Code[4..].Split('/').Select(status => ("IAM", Number(status)));
        }

        var codes = Code.Split(" / ");
        var statuses = Http.Split(" / ");
        return codes.Select((code, index) => (code, Number(statuses[statuses.Length == codes.Length ? index : 0])));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whose fault, for an answer with this HTTP status.</summary>
    public VendorFault FaultAt(int status) => Fault switch
    {
        "image" => VendorFault.Image,
        "configuration" => VendorFault.Configuration,
        "quota" => VendorFault.Quota,
        "vendor" => VendorFault.Vendor,
        "software" => VendorFault.Software,
        "other API" => VendorFault.OtherApi,
        "configuration / vendor" => status >= 500 ? VendorFault.Vendor : VendorFault.Configuration,
        _ => throw Unreadable("fault", Fault),
    };

    /// <summary>What a second try would do, for an answer with this HTTP status and text.</summary>
    public VendorRetry RetryAt(int status, string text) => Retry switch
    {
        "no" or "no (until tomorrow)" => VendorRetry.No,
        "NEVER" => VendorRetry.Never,
        "yes, backoff" or "yes, backoff 2-5 s" or "yes, backoff 1 s or more" => VendorRetry.BackOff,
        "5xx: yes, backoff" => status >= 500 ? VendorRetry.BackOff : VendorRetry.No,
        "yes, once" => VendorRetry.Once,
        "manual" or "manual, once" => VendorRetry.Manual,
        "once, with a new token" or "once, with new temporary keys" => VendorRetry.OnceWithNewToken,
        "once, after a clock check" => VendorRetry.OnceSignedAgain,

        // APIG.0301: the text tells "decrypt token fail", "token expires", "x-auth-token not found" from a refused key pair, which locks when repeated. In doubt, the latter.
        "token expired: once, with a new token; AK/SK: NEVER" =>
            text.Contains("token", StringComparison.OrdinalIgnoreCase) && !text.Contains("aksk", StringComparison.OrdinalIgnoreCase) && !text.Contains("AK access", StringComparison.OrdinalIgnoreCase)
                ? VendorRetry.OnceWithNewToken
                : VendorRetry.Never,
        "no (message \"Request has expired\": once, sign again)" =>
            text.Contains("Request has expired", StringComparison.OrdinalIgnoreCase) ? VendorRetry.OnceSignedAgain : VendorRetry.No,
        _ => throw Unreadable("retry", Retry),
    };

    /// <summary>The pause that the row advises, its longer end.</summary>
    [JsonIgnore]
    public TimeSpan? Wait => Retry switch
    {
        "yes, backoff 2-5 s" => TimeSpan.FromSeconds(5),
        "yes, backoff 1 s or more" => TimeSpan.FromSeconds(1),
        _ => null,
    };

    /// <summary>Whether such a call costs money.</summary>
    [JsonIgnore]
    public VendorBilling Billing => Billed switch
    {
        "no" or "no (T-BILL intl)" => VendorBilling.No,
        "no OCR charge expected (unconfirmed)" => VendorBilling.NotExpected,
        "YES on the mainland price page, no on the international one (T-BILL)" => VendorBilling.DependsOnRegion,
        "unconfirmed" => VendorBilling.Unconfirmed,
        _ => throw Unreadable("billed", Billed),
    };

    private InvalidOperationException Unreadable(string column, string value) => new($"vendor-errors.json: code {Code} has '{value}' in column {column}, which is not one of its terms.");
}
