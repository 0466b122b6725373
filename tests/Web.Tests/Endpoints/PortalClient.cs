using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>A person's browser, as far as HTTP goes: signs in by the real form, keeps the cookies, and sends files as the upload page does.</summary>
internal sealed partial class PortalClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = [];

    // The cookies are Secure and the tests speak plain HTTP, so they are kept by hand.
    private PortalClient(Uri address) => _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Goes with each file; put here by <see cref="SignInAsync"/>.</summary>
    public string Token { get; set; } = "";

    /// <summary>What it would send as the header <c>Cookie</c>.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public static PortalClient Anonymous(Uri address) => new(address);

    public static async Task<PortalClient> SignInAsync(Uri address, string userName, string password)
    {
        var client = new PortalClient(address);
        var form = await client.TextAsync("/sign-in");
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = FormToken().Match(form).Groups[1].Value,
                ["Input.UserName"] = userName,
                ["Input.Password"] = password,
            }),
        });
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.StatusCode}.");
        }

        client.Token = PageToken().Match(await client.TextAsync("/")).Groups[1].Value;
        return client;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        var response = await _http.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? fetchSite = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        return SendAsync(request);
    }

    /// <summary>Sends a file; what a test wants different it changes on the request.</summary>
    public Task<HttpResponseMessage> UploadAsync(byte[] file, Guid? uploadId = null, Action<HttpRequestMessage>? change = null, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("RequestVerificationToken", Token);
        request.Headers.Add("X-Upload-Id", (uploadId ?? Guid.NewGuid()).ToString());
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("passport.jpg"));
        change?.Invoke(request);
        return SendAsync(request, cancellationToken);
    }

    /// <summary>The page's own address after redirects within the portal.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return (int)response.StatusCode is >= 300 and < 400
            ? await TextAsync(new Uri(_http.BaseAddress!, response.Headers.Location!).PathAndQuery)
            : await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"request-token\" content=\"([^\"]+)\"")]
    private static partial Regex PageToken();
}
