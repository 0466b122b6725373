using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;

/// <summary>Tencent Cloud Infinite IDCardOCR: stores a picture of a mainland Chinese card in a bucket, has it read, and deletes it again.</summary>
public sealed class TencentCiIdCardOcrConnector : IConnector
{
    /// <summary>Id of the service.</summary>
    public const string Id = "TencentCiIdCardOcr";

    private const string TypeId = "chn-id";

    // ValidDate is a span and stands in one field; its type reads both days from it.
    private static readonly (string Field, string Path, CardSide Side)[] Fields =
    [
        (FieldNames.FullName, "IdInfo/Name", CardSide.Front),
        (FieldNames.Sex, "IdInfo/Sex", CardSide.Front),
        (FieldNames.Ethnicity, "IdInfo/Nation", CardSide.Front),
        (FieldNames.BirthDate, "IdInfo/Birth", CardSide.Front),
        (FieldNames.Address, "IdInfo/Address", CardSide.Front),
        (FieldNames.DocumentNumber, "IdInfo/IdNum", CardSide.Front),
        (FieldNames.IssuingAuthority, "IdInfo/Authority", CardSide.Back),
        (FieldNames.ExpiryDate, "IdInfo/ValidDate", CardSide.Back),
    ];

    // Two requests of 30 seconds and this one stay below the 75 that a caller may expect.
    private static readonly TimeSpan LongestDeleting = TimeSpan.FromSeconds(10);

    private readonly TencentCiIdCardOcrOptions _options;
    private readonly TencentCiBucket _bucket;
    private readonly string? _config;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    public TencentCiIdCardOcrConnector(TencentCiIdCardOcrOptions options, HttpClient http, TimeProvider clock)
    {
        if (options.Folder is null || !options.Folder.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '/') || options.Folder.StartsWith('/') || options.Folder.EndsWith('/') || options.Folder.Contains("//", StringComparison.Ordinal))
        {
            throw SettingRules.Wrong(nameof(options.Folder), "has to be made of letters, digits, '-', '_' and single '/' between them.");
        }

        RequireScore(options.LeastQuality, nameof(options.LeastQuality));
        RequireScore(options.MostBorder, nameof(options.MostBorder));
        SettingRules.Choice(options.Method, nameof(options.Method));

        _options = options;
        _bucket = new TencentCiBucket(options, http, clock);
        _config = ConfigOf(options);
        Info = Description with { Country = SettingRules.Country(options.Country) };
    }

    /// <summary>What the service is, set up or not; where pictures go is a setting.</summary>
    public static ConnectorInfo Description { get; } = new ConnectorInfo(Id, "Tencent Cloud Infinite IDCardOCR", new Uri("https://www.tencentcloud.com/document/product/1045/49556"), [TypeId], Country: null, IsMetered: true)
    {
        // 7 MB after Base64; 500 x 800 and more are advised and not asked for, so the sides are the portal's own.
        Fit = new PictureFit(MostBytes: 5_250_000, PictureLimits.MinSide, PictureLimits.MaxSide),
    };

    /// <inheritdoc />
    public ConnectorInfo Info { get; }

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var (mediaType, extension) = PictureMediaType.Of(image.Bytes.Span, allowsBmp: true);

        // Chance alone: an object's name stands in the vendor's logs and must say nothing about a person.
        var name = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}.{extension}";
        var key = _options.Folder.Length > 0 ? $"{_options.Folder}/{name}" : name;
        var isStored = false;
        Reading reading;
        try
        {
            if (_options.Method == TencentCiMethod.Get)
            {
                await StoreAsync(image.Bytes, key, mediaType, cancellationToken);
                isStored = true;
            }

            reading = Map(await RecogniseAsync(image, key, mediaType, cancellationToken));
        }
        catch (ConnectorException failed) when (isStored || failed.Code != "call.no_connection")
        {
            // The vendor does not say whether a picture stays stored when its recognition fails: it is a copy of somebody's identity document.
            if (await DeleteAsync(key) == false)
            {
                throw new ConnectorException(
                    failed.Failure, failed.Code, $"{failed.Message} The picture may still be stored at the vendor: delete the object {key} in the bucket.", failed.RetryAfter, failed)
                {
                    RequestId = failed.RequestId,
                    IsKnown = failed.IsKnown,
                    LeftObject = key,
                };
            }

            throw;
        }
        catch (OperationCanceledException)
        {
            await DeleteAsync(key);
            throw;
        }

        return await DeleteAsync(key) is { } isDeleted
            ? reading with { Warnings = [.. reading.Warnings, isDeleted ? TencentCiIdCardOcrWarnings.Deleted : TencentCiIdCardOcrWarnings.NotDeleted(key)] }
            : reading;
    }

    private async Task StoreAsync(ReadOnlyMemory<byte> picture, string key, string mediaType, CancellationToken cancellationToken) =>
        Accept(await _bucket.SendAsync(HttpMethod.Put, key, [], picture, mediaType, mayCharge: false, _options.Timeout, cancellationToken));

    private async Task<AcceptedAnswer> RecogniseAsync(DocumentImage image, string key, string mediaType, CancellationToken cancellationToken)
    {
        var query = new List<KeyValuePair<string, string>> { new("ci-process", "IDCardOCR") };
        if (image.Side is { } side)
        {
            query.Add(new("CardSide", side == CardSide.Front ? "FRONT" : "BACK"));
        }

        if (_config is not null)
        {
            query.Add(new("Config", _config));
        }

        if (_options.Method == TencentCiMethod.Put)
        {
            return Accept(await _bucket.SendAsync(HttpMethod.Put, key, [.. query], image.Bytes, mediaType, mayCharge: true, _options.Timeout, cancellationToken));
        }

        try
        {
            return Accept(await _bucket.SendAsync(HttpMethod.Get, key, [.. query], body: null, contentType: null, mayCharge: true, _options.Timeout, cancellationToken));
        }
        catch (ConnectorException failed) when (failed.Code == "NoSuchKey")
        {
            // We have just stored it: a fault of the moment, and no reason to close the service as a wrong setting would.
            throw new ConnectorException(FailureClass.Transient, failed.Code, "Tencent did not find the picture that it had just stored. The portal tries again.", failed.RetryAfter, failed)
            {
                RequestId = failed.RequestId,
            };
        }
    }

    /// <summary>Whether the stored picture was deleted; <see langword="null"/> where the setting says to keep it.</summary>
    private async Task<bool?> DeleteAsync(string key)
    {
        if (!_options.DeleteAfterwards)
        {
            return null;
        }

        try
        {
            // Not with the caller's token: who stops waiting wants the picture gone all the more. A limit of its own holds.
            var answer = await _bucket.SendAsync(HttpMethod.Delete, key, [], ReadOnlyMemory<byte>.Empty, contentType: null, mayCharge: false, LongestDeleting, CancellationToken.None);
            return answer.IsSuccess || answer.Status == 404;
        }
        catch (ConnectorException)
        {
            return false; // said in the reading or the failure
        }
    }

    private static AcceptedAnswer Accept(VendorAnswer answer)
    {
        var reply = TencentCiIdCardOcrReply.Read(answer.Body);
        if (answer.IsSuccess && reply?.Root != "Error")
        {
            return new AcceptedAnswer(answer, reply);
        }

        var error = reply?.Root == "Error" ? reply : null;
        throw VendorHttp.Refused(
            VendorErrors.Find(Vendor.TencentCi, error?.Text("Code"), answer.Status, error?.Text("Message")), answer, RequestIdOf(answer) ?? VendorAnswer.AsId(error?.Text("RequestId")));
    }

    private static string? RequestIdOf(VendorAnswer answer) => answer.Id("x-ci-request-id") ?? answer.Id("x-cos-request-id");

    private Reading Map(AcceptedAnswer accepted)
    {
        var answer = accepted.Answer;
        var requestId = RequestIdOf(answer);
        if (accepted.Reply is not { Root: "Response" } reply || !reply.Has("IdInfo"))
        {
            throw VendorHttp.Malformed(answer, requestId);
        }

        var claims = new ClaimList(Id);
        foreach (var (field, path, side) in Fields)
        {
            claims.Add(field, reply.Text(path), confidence: null, side);
        }

        if (claims.Count == 0)
        {
            throw VendorHttp.Nothing(requestId);
        }

        var portrait = VendorPortrait.From(reply.Text("AdvancedInfo/Portrait"));
        var (warnings, coverage) = TencentCiIdCardOcrWarnings.Of(reply, _options);

        // The back has no portrait to be missed.
        var isFront = claims.Claims.Any(claim => claim.Side == CardSide.Front);
        coverage[Coverage.Portrait] = portrait is not null ? CoverageResult.RanClear
            : !_options.CropPortrait ? CoverageResult.NotEnabled
            : isFront ? CoverageResult.RanWarning : CoverageResult.NotOffered;
        return new Reading(
            Id, "IDCardOCR", TypeId, new Evidence(claims.Claims, MrzLines: [], MrzAccepted: false), MrzProbabilities: [], Rotation: 0, claims.WithCuts(warnings), coverage, portrait, requestId, answer.Body);
    }

    private static void RequireScore(double value, string setting)
    {
        if (value is not (>= 0 and <= 100))
        {
            throw SettingRules.Wrong(setting, "has to be from 0 to 100.");
        }
    }

    private static string? ConfigOf(TencentCiIdCardOcrOptions options)
    {
        (string Name, bool IsOn)[] switches =
        [
            ("CropIdCard", options.CropIdCard), ("CropPortrait", options.CropPortrait), ("CopyWarn", options.CopyWarn), ("BorderCheckWarn", options.BorderCheckWarn), ("ReshootWarn", options.ReshootWarn),
            ("DetectPsWarn", options.DetectPsWarn), ("TempIdWarn", options.TempIdWarn), ("InvalidDateWarn", options.InvalidDateWarn), ("Quality", options.Quality), ("MultiCardDetect", options.MultiCardDetect),
        ];
        return switches.Any(one => one.IsOn)
            ? Encoding.UTF8.GetString(JsonBody.Write(256, (Utf8JsonWriter json) =>
            {
                foreach (var (name, _) in switches.Where(one => one.IsOn))
                {
                    json.WriteBoolean(name, true);
                }
            }).Span)
            : null;
    }

    /// <summary>An answer that is no fault, read once: half of it is a portrait.</summary>
    /// <param name="Reply"><see langword="null"/> where it is no XML.</param>
    private sealed record AcceptedAnswer(VendorAnswer Answer, TencentCiIdCardOcrReply? Reply);
}
