using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Errors;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

/// <summary>Tencent Cloud MLIDCardOCR: the seven kinds of Malaysian cards.</summary>
public sealed class TencentMLIDCardOcrConnector : IConnector
{
    /// <summary>Id of the service.</summary>
    public const string Id = "TencentMLIDCardOcr";

    private const string ContentType = "application/json";
    private const string Version = "2018-11-19";

    // A constant of the scheme, never a part of the host: an address such as 127.0.0.1 would give "127".
    private const string Service = "ocr";

    private static readonly Dictionary<string, string> TypeIds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MyKad"] = "mys-mykad",
        ["MyPR"] = "mys-mypr",
        ["MyTentera"] = "mys-mytentera",
        ["MyKAS"] = "mys-mykas",
        ["POLIS"] = "mys-polis",
        ["IKAD"] = "mys-ikad",
        ["MyKid"] = "mys-mykid",
    };

    private readonly TencentMLIDCardOcrOptions _options;
    private readonly string? _region;
    private readonly VendorHttp _http;
    private readonly TimeProvider _clock;
    private readonly SigningCredentials _keys;
    private readonly Uri _address;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    public TencentMLIDCardOcrConnector(TencentMLIDCardOcrOptions options, HttpClient http, TimeProvider clock)
    {
        _options = options;
        _region = SettingRules.OptionalKey(options.Region, nameof(options.Region));
        _http = new VendorHttp(http, SettingRules.Timeout(options.Timeout), clock);
        _clock = clock;
        _keys = SettingRules.Keys(options.SecretId, nameof(options.SecretId), options.SecretKey, nameof(options.SecretKey), options.Token, nameof(options.Token));
        _address = new Uri($"{SettingRules.Address(options.Endpoint, nameof(options.Endpoint))}/");
        Info = Description with { Country = SettingRules.Country(options.Country) };
    }

    /// <summary>What the service is, set up or not; where pictures go is a setting.</summary>
    public static ConnectorInfo Description { get; } = new ConnectorInfo(Id, "Tencent Cloud MLIDCardOCR", new Uri("https://www.tencentcloud.com/document/product/1005/34683"), [.. TypeIds.Values], Country: null, IsMetered: true)
    {
        // 7 MB after Base64; of sides the vendor says nothing, so they are the portal's own.
        Fit = new PictureFit(MostBytes: 5_250_000, PictureLimits.MinSide, PictureLimits.MaxSide),
    };

    /// <inheritdoc />
    public ConnectorInfo Info { get; }

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var back = _options.SendBack ? image.Back : null;
        var answer = await PostAsync(Body(image.Bytes, back), cancellationToken);
        var response = Parse(answer);
        var requestId = VendorAnswer.AsId(response.RequestId);
        if (response.Error is { } error)
        {
            // The status is 200 for errors as well: the code alone decides.
            throw VendorHttp.Refused(VendorErrors.Find(Vendor.TencentApi, error.Code, answer.Status, error.Message), answer, requestId);
        }

        return Map(response, answer, requestId, hasBack: back is not null);
    }

    private Reading Map(TencentMLIDCardOcrResponse response, VendorAnswer answer, string? requestId, bool hasBack)
    {
        var confidences = TencentConfidences.Of(response.AdvancedInfo);
        var claims = new ClaimList(Id);
        var front = hasBack ? CardSide.Front : (CardSide?)null;
        foreach (var (field, theirs, text) in new[]
        {
            (FieldNames.DocumentNumber, "ID", response.Number), (FieldNames.FullName, "Name", response.Name), (FieldNames.Sex, "Sex", response.Sex),
            (FieldNames.BirthDate, "Birthday", response.Birthday), (FieldNames.Address, "Address", response.Address), (FieldNames.CardKind, "Type", response.Type),
        })
        {
            claims.Add(field, text, confidences.TryGetValue(theirs, out var confidence) ? confidence : null, front);
        }

        claims.Add(FieldNames.DocumentNumber, response.MyKadNumber, confidences.TryGetValue("MyKadNumber", out var ofBack) ? ofBack : null, CardSide.Back);
        if (claims.Claims.All(claim => claim.Field == FieldNames.CardKind))
        {
            throw VendorHttp.Nothing(requestId);
        }

        var portrait = VendorPortrait.From(response.Image);
        var (warnings, coverage) = TencentMLIDCardOcrWarnings.Of(response);
        coverage[Coverage.Portrait] = portrait is not null ? CoverageResult.RanClear : _options.RetImage ? CoverageResult.RanWarning : CoverageResult.NotEnabled;
        coverage[Coverage.Confidence] = claims.Claims.Any(claim => claim.Confidence is not null) ? CoverageResult.RanClear : CoverageResult.NotOffered;
        return new Reading(
            Id, Version, response.Type is { } type ? TypeIds.GetValueOrDefault(type.Trim()) : null, new Evidence(claims.Claims, MrzLines: [], MrzAccepted: false), MrzProbabilities: [], Rotation: 0,
            claims.WithCuts(warnings), coverage, portrait, requestId, answer.Body);
    }

    private static TencentMLIDCardOcrResponse Parse(VendorAnswer answer)
    {
        try
        {
            if (JsonSerializer.Deserialize(answer.Body, TencentMLIDCardOcrJson.Default.TencentMLIDCardOcrReply)?.Response is { } response && (answer.IsSuccess || response.Error is not null))
            {
                return response;
            }
        }
        catch (JsonException)
        {
            // told below, without the parser's text: it may quote the answer
        }

        throw answer.IsSuccess
            ? VendorHttp.Malformed(answer, requestId: null)
            : VendorHttp.Refused(VendorErrors.Find(Vendor.TencentApi, "", answer.Status), answer, requestId: null);
    }

    private ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> front, ReadOnlyMemory<byte>? back) =>
        JsonBody.Write(JsonBody.CapacityFor(front.Length) + JsonBody.CapacityFor(back?.Length ?? 0), json =>
        {
            json.WriteBase64String("ImageBase64", front.Span);
            json.WriteBoolean("RetImage", _options.RetImage);
            if (back is { } other)
            {
                json.WriteBase64String("BackImageBase64", other.Span);
            }
        });

    private async Task<VendorAnswer> PostAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new OnceContent(body, ContentType) };
        var signature = Tc3Signer.Sign(
            new Tc3Request { Service = Service, Path = _address.AbsolutePath, Host = _address.Authority, ContentType = ContentType, Body = body.Span }, _keys, _clock.GetUtcNow());
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        foreach (var (name, value) in signature.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("X-TC-Action", "MLIDCardOCR");
        request.Headers.TryAddWithoutValidation("X-TC-Version", Version);
        if (_region is not null)
        {
            request.Headers.TryAddWithoutValidation("X-TC-Region", _region);
        }

        return await _http.SendAsync(request, mayCharge: true, cancellationToken);
    }
}
