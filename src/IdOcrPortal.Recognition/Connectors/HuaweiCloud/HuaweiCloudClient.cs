using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Errors;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCloud;

/// <summary>Posts one JSON body to a function of Huawei Cloud OCR, signed or with a login token.</summary>
internal sealed partial class HuaweiCloudClient
{
    private const string ContentType = "application/json";

    /// <summary>Everything together: two logins, and two calls where a token was refused. Only the last call's limit shrinks, and not below 10 seconds.</summary>
    private static readonly TimeSpan LongestWhole = TimeSpan.FromSeconds(70);

    private readonly HuaweiCloudOptions _options;
    private readonly string? _enterpriseProject;
    private readonly VendorHttp _http;
    private readonly TimeProvider _clock;
    private readonly Uri _address;
    private readonly SigningCredentials? _keys;
    private readonly IamTokens? _tokens;

    /// <param name="function">Last part of the path, such as <c>cambodian-idcard</c>.</param>
    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    internal HuaweiCloudClient(HuaweiCloudOptions options, string function, HttpClient http, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(options.ProjectId) || !options.ProjectId.All(char.IsAsciiLetterOrDigit))
        {
            throw SettingRules.Wrong(nameof(options.ProjectId), "has to be the project's id from Huawei's console, 32 letters and digits.");
        }

        _options = options;
        _enterpriseProject = SettingRules.OptionalKey(options.EnterpriseProjectId, nameof(options.EnterpriseProjectId));
        _http = new VendorHttp(http, SettingRules.Timeout(options.Timeout), clock);
        _clock = clock;
        _address = new Uri($"{SettingRules.Address(options.Endpoint, nameof(options.Endpoint))}/v2/{options.ProjectId}/ocr/{function}");
        if (SettingRules.Choice(options.Authentication, nameof(options.Authentication)) == HuaweiAuthentication.Token)
        {
            _tokens = new IamTokens(options, _http, clock);
        }
        else
        {
            _keys = SettingRules.Keys(
                options.AccessKey, nameof(options.AccessKey), options.SecretKey, nameof(options.SecretKey), options.SecurityToken, nameof(options.SecurityToken));
        }
    }

    /// <summary>One call, and with a token that was refused a second one with a new token: a refused call is not charged.</summary>
    /// <exception cref="ConnectorException">The vendor refused, or did not answer.</exception>
    internal async Task<VendorAnswer> PostAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var token = _tokens is null ? null : await _tokens.GetAsync(refused: null, cancellationToken);
        var answer = await SendAsync(body, token, _options.Timeout, cancellationToken);
        if (answer.IsSuccess)
        {
            return answer;
        }

        var error = ErrorOf(answer);
        if (_tokens is not null && error.Retry == VendorRetry.OnceWithNewToken)
        {
            token = await _tokens.GetAsync(refused: token, cancellationToken);
            answer = await SendAsync(body, token, LongestWhole - _clock.GetElapsedTime(started), cancellationToken);
            if (answer.IsSuccess)
            {
                return answer;
            }

            error = ErrorOf(answer);
        }

        throw VendorHttp.Refused(error, answer, RequestIdOf(answer));
    }

    /// <summary>The vendor's id of the request: in a header, for errors of the gateway in the body.</summary>
    internal static string? RequestIdOf(VendorAnswer answer) => answer.Id("X-Request-Id") ?? (answer.IsSuccess ? null : VendorAnswer.AsId(Read(answer)?.RequestId));

    private static VendorError ErrorOf(VendorAnswer answer)
    {
        var reply = Read(answer);
        return VendorErrors.Find(Vendor.Huawei, reply?.ErrorCode, answer.Status, reply?.ErrorMsg);
    }

    private static ErrorReply? Read(VendorAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, HuaweiErrorJson.Default.ErrorReply);
        }
        catch (JsonException)
        {
            // Something on the way answered with a page of its own; the status is all there is.
            return null;
        }
    }

    private async Task<VendorAnswer> SendAsync(ReadOnlyMemory<byte> body, string? token, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new OnceContent(body, ContentType) };
        if (_enterpriseProject is not null)
        {
            request.Headers.TryAddWithoutValidation("Enterprise-Project-Id", _enterpriseProject);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Auth-Token", token);
        }
        else
        {
            request.Headers.TryAddWithoutValidation("X-Project-Id", _options.ProjectId);
            Sign(request, body.Span);
        }

        return await _http.SendAsync(request, mayCharge: true, atMost, cancellationToken);
    }

    private void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body)
    {
        KeyValuePair<string, string>[] headers =
        [
            KeyValuePair.Create("Content-Type", ContentType),
            .. request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.First())),
        ];
        var signature = HuaweiSigner.Sign(
            new HuaweiRequest { Path = _address.AbsolutePath, Host = _address.Authority, Headers = headers, Body = body }, _keys!, _clock.GetUtcNow());
        foreach (var (name, value) in signature.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
    }

    internal sealed record ErrorReply(
        [property: JsonConverter(typeof(LenientText))] string? ErrorCode,
        [property: JsonConverter(typeof(LenientText))] string? ErrorMsg,
        [property: JsonConverter(typeof(LenientText))] string? RequestId);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(ErrorReply))]
    private sealed partial class HuaweiErrorJson : JsonSerializerContext;
}
