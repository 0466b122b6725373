using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCloud;

/// <summary>
/// The project's login token: fetched once, kept, renewed an hour before its end or when it was refused. However many callers ask at the same time, one login goes out
/// and all share its result, a failure too: Huawei locks users after a few wrong passwords.
/// </summary>
internal sealed partial class IamTokens(HuaweiCloudOptions options, VendorHttp http, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromHours(1);
    private static readonly TimeSpan Documented = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestLogin = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Uri _address = new($"{SettingRules.Address(options.IamEndpoint, nameof(options.IamEndpoint))}/v3/auth/tokens?nocatalog=true");
    private readonly string _user = Required(options.IamUser, nameof(options.IamUser));
    private readonly string _password = Required(options.IamPassword, nameof(options.IamPassword));
    private readonly string _domain = Required(options.IamDomain, nameof(options.IamDomain));
    private Task<Token>? _current;

    /// <summary>A token that is valid as far as we know.</summary>
    /// <param name="refused">A token that the service has just refused; it is not given out again.</param>
    internal async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        Task<Token> login;
        lock (_gate)
        {
            if (_current is null || _current.IsFaulted || (_current.IsCompletedSuccessfully && !IsGood(_current.Result, refused)))
            {
                // Not with the caller's token: others wait for the same login.
                _current = LoginAsync();
            }

            login = _current;
        }

        return (await login.WaitAsync(cancellationToken)).Text;
    }

    private bool IsGood(Token token, string? refused) => token.Text != refused && clock.GetUtcNow() < token.Until - Early;

    private async Task<Token> LoginAsync()
    {
        await Task.Yield(); // leaves the lock before anything is sent
        var body = JsonBody.Write(1024, json =>
        {
            json.WriteStartObject("auth");
            json.WriteStartObject("identity");
            json.WriteStartArray("methods");
            json.WriteStringValue("password");
            json.WriteEndArray();
            json.WriteStartObject("password");
            json.WriteStartObject("user");
            json.WriteString("name", _user);
            json.WriteString("password", _password);
            json.WriteStartObject("domain");
            json.WriteString("name", _domain);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();

            // A token of the whole account is answered ModelArts.0212.
            json.WriteStartObject("scope");
            json.WriteStartObject("project");
            json.WriteString("id", options.ProjectId);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new OnceContent(body, "application/json;charset=utf8") };
        var answer = await http.SendAsync(request, mayCharge: false, LongestLogin, CancellationToken.None);
        var requestId = answer.Id("X-Request-Id");
        if (!answer.IsSuccess)
        {
            // Its errors have another form than those of OCR, and numbers that repeat the status.
            throw VendorHttp.Refused(VendorErrors.Find(Vendor.Huawei, $"IAM {answer.Status}", answer.Status), answer, requestId);
        }

        if (!answer.Headers.TryGetValues("X-Subject-Token", out var values) || values.FirstOrDefault() is not { Length: > 0 } text || text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw VendorHttp.Malformed(answer, requestId, mayCharge: false);
        }

        return new Token(text, ExpiryOf(answer.Body) ?? clock.GetUtcNow() + Documented);
    }

    private static DateTimeOffset? ExpiryOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, IamJson.Default.IamReply)?.Token?.ExpiresAt;
        }
        catch (JsonException)
        {
            // The token came in a header and is good; that its end cannot be read only means the documented 24 hours.
            return null;
        }
    }

    private static string Required(string? value, string name) => string.IsNullOrWhiteSpace(value)
        ? throw SettingRules.Wrong(name, "is needed for Huawei's login by token: set it, or set Authentication to AccessKey.")
        : value;

    private sealed record Token(string Text, DateTimeOffset Until);

    internal sealed record IamReply(IamToken? Token);

    internal sealed record IamToken([property: JsonPropertyName("expires_at")] DateTimeOffset? ExpiresAt);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(IamReply))]
    private sealed partial class IamJson : JsonSerializerContext;
}
