using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;

/// <summary>Huawei Cloud OCR, Cambodian ID card: reads the front of one card.</summary>
public sealed class HuaweiCambodianIdCardConnector : IConnector
{
    /// <summary>Id of the service.</summary>
    public const string Id = "HuaweiCambodianIdCard";

    private const string TypeId = "khm-id";

    private static readonly (string Field, string Theirs, Func<HuaweiCambodianIdCardResult, string?> Text)[] Fields =
    [
        (FieldNames.DocumentNumber, "id_number", result => result.IdNumber),
        (FieldNames.NameLocal, "name_kh", result => result.NameKh),
        (FieldNames.FullName, "name_en", result => result.NameEn),
        (FieldNames.BirthDate, "birth_date", result => result.BirthDate),
        (FieldNames.IssueDate, "issue_date", result => result.IssueDate),
        (FieldNames.ExpiryDate, "expiry_date", result => result.ExpiryDate),
        (FieldNames.Sex, "sex", result => result.Sex),
        (FieldNames.HeightCm, "height", result => result.Height),
        (FieldNames.BirthPlace, "birth_place", result => result.BirthPlace),
        (FieldNames.Address, "address", result => result.Address),
        (FieldNames.PersonalFeatures, "description", result => result.Description),
        (FieldNames.CardKind, "idcard_type", result => result.IdcardType),
    ];

    private readonly HuaweiCambodianIdCardOptions _options;
    private readonly HuaweiCloudClient _client;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    public HuaweiCambodianIdCardConnector(HuaweiCambodianIdCardOptions options, HttpClient http, TimeProvider clock)
    {
        _options = options;
        _client = new HuaweiCloudClient(options, "cambodian-idcard", http, clock);
        Info = Description with { Country = SettingRules.Country(options.Country) };
    }

    /// <summary>What the service is, set up or not; where pictures go is a setting.</summary>
    public static ConnectorInfo Description { get; } = new ConnectorInfo(Id, "Huawei Cloud Cambodian ID card", new Uri("https://support.huaweicloud.com/intl/en-us/api-ocr/ocr_03_0142.html"), [TypeId], Country: null, IsMetered: true)
    {
        Fit = new PictureFit(MostBytes: 7_000_000, ShortestSide: 15, LongestSide: 8192),
    };

    /// <inheritdoc />
    public ConnectorInfo Info { get; }

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var answer = await _client.PostAsync(Body(image), cancellationToken);
        var requestId = HuaweiCloudClient.RequestIdOf(answer);
        var result = Parse(answer, requestId);
        var claims = new ClaimList(Id);
        foreach (var (field, theirs, text) in Fields)
        {
            claims.Add(field, text(result), ConfidenceOf(result, theirs), CardSide.Front);
        }

        string[] lines = [.. new[] { result.MachineCode1, result.MachineCode2, result.MachineCode3 }.Select(line => claims.Kept("mrz", line)).OfType<string>()];
        var isAccepted = false;
        if (Mrz.TryParse(lines, out var mrz, out _))
        {
            foreach (var claim in MrzClaims.From(mrz, probabilities: null))
            {
                claims.Add(claim.Field, claim.Text, claim.Confidence, CardSide.Front, ClaimSource.Mrz);
            }

            isAccepted = mrz.Format == MrzFormat.Td1 && mrz.AllCheckDigitsValid && lines.All(line => line.All(IcaoCheckDigit.IsLegal));
        }

        if (lines.Length == 0 && claims.Claims.All(claim => claim.Field == FieldNames.CardKind))
        {
            throw VendorHttp.Nothing(requestId);
        }

        var portrait = VendorPortrait.From(result.PortraitImage);
        var (warnings, coverage) = HuaweiCambodianIdCardWarnings.Of(result, _options);
        coverage[Coverage.Portrait] = portrait is not null ? CoverageResult.RanClear : _options.ReturnPortraitImage ? CoverageResult.RanWarning : CoverageResult.NotEnabled;
        coverage[Coverage.Confidence] = claims.Claims.Any(claim => claim.Confidence is not null) ? CoverageResult.RanClear : CoverageResult.NotOffered;
        return new Reading(
            Id, "v2", TypeId, new Evidence(claims.Claims, lines, isAccepted), MrzProbabilities: [], Rotation: 0, claims.WithCuts(warnings), coverage, portrait, requestId, answer.Body)
        {
            PortraitCorners = HuaweiPortraitLocation.Corners(result.PortraitLocation),
        };
    }

    private static HuaweiCambodianIdCardResult Parse(VendorAnswer answer, string? requestId)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, HuaweiCambodianIdCardJson.Default.HuaweiCambodianIdCardReply)?.Result ?? throw VendorHttp.Malformed(answer, requestId);
        }
        catch (JsonException)
        {
            throw VendorHttp.Malformed(answer, requestId);
        }
    }

    private static double? ConfidenceOf(HuaweiCambodianIdCardResult result, string theirs) =>
        result.Confidence is { } confidences && confidences.TryGetValue(theirs, out var confidence) ? confidence : null;

    private ReadOnlyMemory<byte> Body(DocumentImage image) => JsonBody.Write(JsonBody.CapacityFor(image.Bytes.Length), json =>
    {
        json.WriteBase64String("image", image.Bytes.Span);
        json.WriteBoolean("return_portrait_image", _options.ReturnPortraitImage);
        json.WriteBoolean("return_portrait_location", _options.ReturnPortraitLocation);
        json.WriteBoolean("return_idcard_type", _options.ReturnIdcardType);
        if (_options.Detect)
        {
            json.WriteBoolean("detect_border_integrity", true);
            json.WriteBoolean("detect_blocking_within_border", true);
            json.WriteBoolean("detect_blur", true);
            json.WriteBoolean("detect_glare", true);
            json.WriteBoolean("detect_tampering", true);
            json.WriteBoolean("detect_reproduce", true);
        }
    });
}
