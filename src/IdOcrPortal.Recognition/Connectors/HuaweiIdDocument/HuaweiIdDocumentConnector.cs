using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;

/// <summary>Huawei Cloud OCR, ID document: passports, licences and cards of 15 countries and regions. Ended by the vendor; works for a private deployment of the same API.</summary>
public sealed class HuaweiIdDocumentConnector : IConnector
{
    /// <summary>Id of the service.</summary>
    public const string Id = "HuaweiIdDocument";

    private readonly HuaweiIdDocumentOptions _options;
    private readonly HuaweiCloudClient _client;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    public HuaweiIdDocumentConnector(HuaweiIdDocumentOptions options, HttpClient http, TimeProvider clock)
    {
        _options = options;
        _client = new HuaweiCloudClient(options, "id-document", http, clock);
        Info = Description with { Country = SettingRules.Country(options.Country) };
    }

    /// <summary>What the service is, set up or not; where pictures go is a setting.</summary>
    public static ConnectorInfo Description { get; } = new ConnectorInfo(Id, "Huawei Cloud ID document", new Uri("https://support.huaweicloud.com/intl/en-us/api-ocr/ocr_03_0145.html"), HuaweiIdDocumentTypes.TypeIds, Country: null, IsMetered: true)
    {
        RetiredOn = new DateOnly(2025, 2, 18),
        PassportStates = HuaweiIdDocumentTypes.PassportStates,
        Fit = new PictureFit(MostBytes: 7_000_000, ShortestSide: 100, LongestSide: 8192),
    };

    /// <inheritdoc />
    public ConnectorInfo Info { get; }

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        if (!_options.AllowRetired)
        {
            throw Retired("service.retired", refusal: null);
        }

        var answer = await PostAsync(image, cancellationToken);
        var requestId = HuaweiCloudClient.RequestIdOf(answer);
        var result = Parse(answer, requestId);
        var claims = new ClaimList(Id);
        CardSide? side = result.Side?.Trim().ToUpperInvariant() switch { "FRONT" => CardSide.Front, "BACK" => CardSide.Back, _ => null };
        foreach (var (field, theirs, text) in new[]
        {
            (FieldNames.DocumentNumber, "document_number", result.DocumentNumber), (FieldNames.Surname, "last_name", result.LastName), (FieldNames.GivenNames, "first_name", result.FirstName),
            (FieldNames.Sex, "sex", result.Sex), (FieldNames.Nationality, "nationality", result.Nationality), (FieldNames.BirthDate, "birth_date", result.BirthDate),
            (FieldNames.IssueDate, "issue_date", result.IssueDate), (FieldNames.ExpiryDate, "expiry_date", result.ExpiryDate), (FieldNames.Address, "address", result.Address),
            (FieldNames.IssuingAuthority, "issuing_authority", result.IssuingAuthority),
        })
        {
            claims.Add(field, text, result.Confidence is { } confidences && confidences.TryGetValue(theirs, out var confidence) ? confidence : null, side);
        }

        if (claims.Count == 0)
        {
            throw VendorHttp.Nothing(requestId);
        }

        var portrait = VendorPortrait.From(result.PortraitImage);
        var coverage = Enum.GetValues<Coverage>().ToDictionary(kind => kind, _ => CoverageResult.NotOffered);
        coverage[Coverage.Portrait] = portrait is not null ? CoverageResult.RanClear
            : !_options.ReturnPortraitImage ? CoverageResult.NotEnabled
            : side == CardSide.Back ? CoverageResult.NotOffered : CoverageResult.RanWarning;
        coverage[Coverage.Confidence] = claims.Claims.Any(claim => claim.Confidence is not null) ? CoverageResult.RanClear : CoverageResult.NotOffered;
        return new Reading(
            Id, "v2", HuaweiIdDocumentTypes.Find(result.CountryRegion, result.IdType), new Evidence(claims.Claims, MrzLines: [], MrzAccepted: false), MrzProbabilities: [], Rotation: 0,
            claims.WithCuts([]), coverage, portrait, requestId, answer.Body);
    }

    private async Task<VendorAnswer> PostAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var (regions, kinds) = HuaweiIdDocumentTypes.Sought(image.RequestedTypeId);
        var body = JsonBody.Write(JsonBody.CapacityFor(image.Bytes.Length), json =>
        {
            json.WriteBase64String("image", image.Bytes.Span);
            WriteArray(json, "country_region", regions);
            WriteArray(json, "id_type", kinds);
            json.WriteBoolean("return_portrait_image", _options.ReturnPortraitImage);
        });
        try
        {
            return await _client.PostAsync(body, cancellationToken);
        }
        catch (ConnectorException failed) when (failed.Code is "APIG.0101" or "APIGW.0103" or "ModelArts.4204" or "ModelArts.4503" or "ModelArts.4504" or "ModelArts.4506" or "ModelArts.4508")
        {
            // How a function that was taken away answers.
            throw Retired(failed.Code, failed);
        }
    }

    // Arrays: the vendor's examples have plain texts, its tables and its own clients arrays.
    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static HuaweiIdDocumentResult Parse(VendorAnswer answer, string? requestId)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, HuaweiIdDocumentJson.Default.HuaweiIdDocumentReply)?.Result ?? throw VendorHttp.Malformed(answer, requestId);
        }
        catch (JsonException)
        {
            throw VendorHttp.Malformed(answer, requestId);
        }
    }

    private static ConnectorException Retired(string code, ConnectorException? refusal) => new(
        FailureClass.Configuration, code,
        "Huawei ended this service on 2025-02-18. Use another service or the offline engine; for a private deployment of the same API set AllowRetired and its address.", inner: refusal)
    {
        RequestId = refusal?.RequestId,
    };
}
