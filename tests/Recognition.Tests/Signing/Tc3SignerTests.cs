using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Signing;

public sealed class Tc3SignerTests
{
    private static readonly SigningCredentials Keys = new("AKIDEXAMPLE", "FakeSecretKey");
    private static readonly DateTimeOffset Now = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    public static TheoryData<string> Vectors => GoldenVector.Names(GoldenVector.Tc3);

    [Fact]
    public void Knows_all_seven_vectors() => Assert.Equal(7, Vectors.Count);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signs_as_the_official_client_does(string name)
    {
        var vector = GoldenVector.Find(GoldenVector.Tc3, name);
        var request = RequestOf(vector);

        var signature = Tc3Signer.Sign(request, vector.Credentials, vector.Clock);

        Assert.Equal(vector.Text("expected", "canonicalRequest"), Tc3Signer.CanonicalRequest(request));
        Assert.Equal(vector.Text("expected", "stringToSign"), Tc3Signer.StringToSign(request, vector.Clock));
        Assert.Equal(vector.Text("expected", "authorization"), signature.Authorization);
        Assert.Equal(vector.Headers["Authorization"], signature.Authorization);
        Assert.All(signature.Headers, header => Assert.Equal(vector.Headers[header.Key], header.Value));
        Assert.Equal(vector.Headers.ContainsKey("X-TC-Token") ? 2 : 1, signature.Headers.Count);
    }

    [Fact]
    public void A_client_at_a_loopback_address_signs_the_host_without_its_port_and_a_service_taken_from_it()
    {
        var vector = GoldenVector.Find(GoldenVector.Tc3, "tc3-loopback-endpoint-port");

        Assert.Equal("127.0.0.1:18080", vector.Headers["Host"]);
        Assert.Equal(("127.0.0.1", "127"), (RequestOf(vector).Host, RequestOf(vector).Service));
        Assert.NotEqual(vector.Text("expected", "authorization"), Tc3Signer.Sign(RequestOf(vector, host: "127.0.0.1:18080"), vector.Credentials, vector.Clock).Authorization);
        Assert.NotEqual(vector.Text("expected", "authorization"), Tc3Signer.Sign(RequestOf(vector, service: "ocr"), vector.Credentials, vector.Clock).Authorization);
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59Z", "1709251199", "2024-02-29")]
    [InlineData("2024-03-01T00:00:00Z", "1709251200", "2024-03-01")]
    [InlineData("2024-03-01T06:59:59.9999999+07:00", "1709251199", "2024-02-29")] // in Phnom Penh it is already March
    [InlineData("2024-02-29T19:00:00-05:00", "1709251200", "2024-03-01")]
    [InlineData("2024-12-31T23:59:59Z", "1735689599", "2024-12-31")]
    public void Takes_timestamp_and_date_from_one_reading_of_the_clock_in_utc(string clock, string timestamp, string date)
    {
        var now = DateTimeOffset.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);

        var signature = Tc3Signer.Sign(Request(), Keys, now);

        Assert.Contains($"Credential=AKIDEXAMPLE/{date}/ocr/tc3_request,", signature.Authorization, StringComparison.Ordinal);
        Assert.Equal(KeyValuePair.Create("X-TC-Timestamp", timestamp), Assert.Single(signature.Headers));
        Assert.StartsWith($"TC3-HMAC-SHA256\n{timestamp}\n{date}/ocr/tc3_request\n", Tc3Signer.StringToSign(Request(), now), StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_further_headers_sorted_lower_case_and_trimmed()
    {
        var request = new Tc3Request
        {
            Service = "ocr", Host = "ocr.tencentcloudapi.com", ContentType = "  application/json; charset=UTF-8 ",
            Headers = [new("X-TC-Region", "ap-singapore"), new("X-TC-Action", "\tMLIDCardOCR "), new("A-Empty", "")],
        };

        Assert.StartsWith(
            "POST\n/\n\na-empty:\ncontent-type:application/json; charset=utf-8\nhost:ocr.tencentcloudapi.com\nx-tc-action:mlidcardocr\nx-tc-region:ap-singapore\n\n" +
            "a-empty;content-type;host;x-tc-action;x-tc-region\n",
            Tc3Signer.CanonicalRequest(request), StringComparison.Ordinal);
        Assert.Contains(" SignedHeaders=a-empty;content-type;host;x-tc-action;x-tc-region, ", Tc3Signer.Sign(request, Keys, Now).Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_the_path_prefix_of_a_base_address() =>
        Assert.StartsWith("POST\n/tencent/\n\n", Tc3Signer.CanonicalRequest(Request(path: "/tencent/")), StringComparison.Ordinal);

    [Fact]
    public void Anything_that_changes_gives_another_signature()
    {
        string[] all =
        [
            Tc3Signer.Sign(Request(), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(body: "{ }"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(body: ""), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(contentType: "application/json; charset=utf-8"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(host: "ocr.intl.tencentcloudapi.com"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(service: "faceid"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(path: "/x"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(query: "b=1&a=2"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(query: "a=2&b=1"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(method: "GET"), Keys, Now).Authorization,
            Tc3Signer.Sign(Request(), Keys, Now.AddSeconds(1)).Authorization,
            Tc3Signer.Sign(Request(), new SigningCredentials("AKIDEXAMPLE", "FakeSecretKez"), Now).Authorization,
        ];

        var signatures = all.Select(authorization => authorization[^64..]).ToList();
        Assert.Equal(signatures.Count, signatures.Distinct().Count());
        Assert.All(signatures, signature => Assert.Matches("^[0-9a-f]{64}$", signature));
    }

    [Fact]
    public void A_session_token_is_sent_and_leaves_the_signature_as_it_is()
    {
        var signature = Tc3Signer.Sign(Request(), new SigningCredentials("AKIDEXAMPLE", "FakeSecretKey", "token"), Now);

        Assert.Equal(Tc3Signer.Sign(Request(), Keys, Now).Authorization, signature.Authorization);
        Assert.Contains(KeyValuePair.Create("X-TC-Token", "token"), signature.Headers);
    }

    [Fact]
    public void Refuses_a_header_given_twice() => Assert.Contains(
        "'host' is given twice",
        Assert.Throws<ArgumentException>(() => Tc3Signer.Sign(new Tc3Request { Service = "ocr", Host = "a", ContentType = "b", Headers = [new("HOST", "c")] }, Keys, Now)).Message,
        StringComparison.Ordinal);

    private static Tc3Request Request(
        string service = "ocr", string method = "POST", string path = "/", string query = "", string host = "ocr.tencentcloudapi.com", string contentType = "application/json", string body = "{}") =>
        new() { Service = service, Method = method, Path = path, Query = query, Host = host, ContentType = contentType, Body = System.Text.Encoding.UTF8.GetBytes(body) };

    // What that client signs, which for the vector tagged "emulator-only" is neither the Host nor the service of its request.
    private static Tc3Request RequestOf(GoldenVector vector, string? host = null, string? service = null) => new()
    {
        Service = service ?? vector.Text("inputs", "service"),
        Method = vector.Text("request", "method"),
        Path = vector.Text("request", "rawPath"),
        Query = vector.Text("request", "rawQuery"),
        Host = host ?? vector.Text("signed", "host"),
        ContentType = vector.Headers["Content-Type"],
        Body = vector.Body,
    };
}
