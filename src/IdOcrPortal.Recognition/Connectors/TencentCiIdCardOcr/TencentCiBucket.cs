using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;

/// <summary>Sends signed requests for one object of the bucket.</summary>
internal sealed class TencentCiBucket
{
    private readonly VendorHttp _http;
    private readonly TimeProvider _clock;
    private readonly SigningCredentials _keys;
    private readonly string _address;
    private readonly string _host;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    internal TencentCiBucket(TencentCiIdCardOcrOptions options, HttpClient http, TimeProvider clock)
    {
        RequireLabel(options.Bucket, nameof(options.Bucket));
        var hyphen = options.Bucket.LastIndexOf('-');
        if (hyphen < 1 || hyphen == options.Bucket.Length - 1 || !options.Bucket[(hyphen + 1)..].All(char.IsAsciiDigit))
        {
            throw SettingRules.Wrong(nameof(options.Bucket), "has to be the bucket's whole name with the account's APPID at its end, such as cards-1250000000.");
        }

        RequireLabel(options.Region, nameof(options.Region));
        foreach (var label in (options.Domain ?? "").Split('.'))
        {
            RequireLabel(label, nameof(options.Domain));
        }

        _http = new VendorHttp(http, SettingRules.Timeout(options.Timeout), clock);
        _clock = clock;
        _keys = SettingRules.Keys(options.SecretId, nameof(options.SecretId), options.SecretKey, nameof(options.SecretKey), options.Token, nameof(options.Token));
        _address = SettingRules.Address(options.Endpoint ?? new Uri($"https://{options.Bucket}.cos.{options.Region}.{options.Domain}"), nameof(options.Endpoint));
        _host = new Uri(_address).Authority;
    }

    /// <summary>One request, one answer.</summary>
    /// <param name="key">Object key of letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>: the same encoded and decoded.</param>
    /// <param name="query">Every parameter, each once.</param>
    /// <param name="atMost">A limit of this request's own, where it is shorter than the setting's.</param>
    /// <param name="body">The picture for PUT, empty for DELETE (sent with its length 0), <see langword="null"/> for GET.</param>
    internal async Task<VendorAnswer> SendAsync(
        HttpMethod method, string key, KeyValuePair<string, string>[] query, ReadOnlyMemory<byte>? body, string? contentType, bool mayCharge, TimeSpan atMost,
        CancellationToken cancellationToken)
    {
        var wireQuery = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        using var request = new HttpRequestMessage(method, new Uri(wireQuery.Length > 0 ? $"{_address}/{key}?{wireQuery}" : $"{_address}/{key}"));

        // A GET too has a content, an empty one: without any, the HTTP stack would repeat a request whose connection ended, and each is charged. Its length is not signed, for what
        // stands between may leave out the length of nothing.
        request.Content = new OnceContent(body ?? ReadOnlyMemory<byte>.Empty, contentType);
        var signature = CosSigner.Sign(
            new CosRequest
            {
                Method = method.Method,
                ObjectKey = key,
                Query = query,
                Host = _host,
                ContentLength = body?.Length,
                Headers = contentType is null ? [] : [KeyValuePair.Create("Content-Type", contentType)],
            },
            _keys, _clock.GetUtcNow());
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        foreach (var (name, value) in signature.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, mayCharge, atMost, cancellationToken);
    }

    private static void RequireLabel(string? value, string name)
    {
        if (value is not { Length: > 0 and <= 63 } || value[0] == '-' || value[^1] == '-' || !value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            throw SettingRules.Wrong(name, "has to be made of small letters, digits and '-', as the vendor's console shows it.");
        }
    }
}
