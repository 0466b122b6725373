using System.Text;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Signing;

public sealed class HuaweiSignerTests
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly SigningCredentials Keys = new("AK", "SK");
    private static readonly DateTimeOffset Now = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    public static TheoryData<string> Vectors => GoldenVector.Names(GoldenVector.Huawei);

    [Fact]
    public void Knows_all_seven_vectors() => Assert.Equal(7, Vectors.Count);

    // The vector tagged "emulator-only" is made by a client that signs the host with its port, as it sends it; so do we when the caller says so.
    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signs_as_the_official_client_does(string name)
    {
        var vector = GoldenVector.Find(GoldenVector.Huawei, name);
        var request = RequestOf(vector);

        var signature = HuaweiSigner.Sign(request, vector.Credentials, vector.Clock);

        Assert.Equal(vector.Text("expected", "canonicalRequest"), HuaweiSigner.CanonicalRequest(request, vector.Credentials, vector.Clock));
        Assert.Equal(vector.Text("expected", "stringToSign"), HuaweiSigner.StringToSign(request, vector.Credentials, vector.Clock));
        Assert.Equal(vector.Text("expected", "authorization"), signature.Authorization);
        Assert.Equal(vector.Headers["Authorization"], signature.Authorization);
        Assert.All(signature.Headers, header => Assert.Equal(vector.Headers[header.Key], header.Value));
        Assert.Equal(vector.Headers.ContainsKey("X-Security-Token") ? 2 : 1, signature.Headers.Count);
    }

    [Theory]
    [InlineData("/v2/0123/ocr/cambodian-idcard", "/v2/0123/ocr/cambodian-idcard/")]
    [InlineData("/v2/", "/v2/")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("/a b/c+d", "/a%20b/c%2Bd/")]
    [InlineData("/a%20b/c%2bd", "/a%20b/c%2Bd/")]       // decoded once, encoded again: capitals
    [InlineData("/a%2Fb", "/a%2Fb/")]                   // an escaped slash is no separator
    [InlineData("/a%2520b", "/a%2520b/")]               // decoded once, not twice
    [InlineData("/100%/%zz/%4", "/100%25/%25zz/%254/")] // an escape that is none
    [InlineData("/-_.~!'()*", "/-_.~%21%27%28%29%2A/")]
    [InlineData("/អត្ត/身份证", "/%E1%9E%A2%E1%9E%8F%E1%9F%92%E1%9E%8F/%E8%BA%AB%E4%BB%BD%E8%AF%81/")]
    [InlineData("/%E8%BA%AB", "/%E8%BA%AB/")]
    public void Signs_the_path_encoded_once_and_with_a_slash_at_its_end(string path, string expected) =>
        Assert.StartsWith($"POST\n{expected}\n\n", Canonical(new HuaweiRequest { Path = path, Host = "h" }), StringComparison.Ordinal);

    [Fact]
    public void Sorts_the_query_by_name_and_value_and_encodes_it() => Assert.StartsWith(
        "GET\n/\nB=&a=%20&a=1&a=2&a=~%2B&b%3D=%26&%E1%9E%9B=x\nhost:h\n",
        Canonical(new HuaweiRequest
        {
            Method = "get", Path = "/", Host = "h",
            Query = [new("ល", "x"), new("a", "2"), new("b=", "&"), new("a", "~+"), new("a", "1"), new("B", ""), new("a", " ")],
        }),
        StringComparison.Ordinal);

    [Fact]
    public void Sorts_header_names_ordinally_and_trims_values() => Assert.Equal(
        $"POST\n/\n\na-b:2\na.b:3\nab:1\nhost:h:80\nx-empty:\nx-inner:a  b\nx-sdk-date:20231114T221320Z\n\na-b;a.b;ab;host;x-empty;x-inner;x-sdk-date\n{EmptyHash}",
        Canonical(new HuaweiRequest { Path = "/", Host = " h:80 ", Headers = [new("AB", "1"), new("a-b", " 2"), new("a.B", "3\t"), new("X-Inner", "  a  b "), new("X-Empty", " ")] }));

    [Fact]
    public void Leaves_out_headers_with_an_underscore_as_the_official_clients_do() => Assert.Contains(
        "SignedHeaders=a;host;x-sdk-date,",
        HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h", Headers = [new("x_y", "1"), new("A", "1")] }, Keys, Now).Authorization,
        StringComparison.Ordinal);

    [Fact]
    public void A_given_body_hash_takes_the_place_of_the_body() => Assert.EndsWith(
        "\nhost;x-sdk-content-sha256;x-sdk-date\nUNSIGNED-PAYLOAD",
        Canonical(new HuaweiRequest { Path = "/", Host = "h", Headers = [new("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD")], Body = "body"u8 }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-02-29T23:59:59Z", "20240229T235959Z")]
    [InlineData("2024-03-01T00:00:00Z", "20240301T000000Z")]
    [InlineData("2024-03-01T06:59:59.999+07:00", "20240229T235959Z")]
    [InlineData("2024-02-29T19:00:00-05:00", "20240301T000000Z")]
    public void Dates_in_utc(string clock, string date) => Assert.Equal(
        KeyValuePair.Create("X-Sdk-Date", date),
        Assert.Single(HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h" }, Keys, DateTimeOffset.Parse(clock, System.Globalization.CultureInfo.InvariantCulture)).Headers));

    [Fact]
    public void Anything_that_changes_gives_another_signature()
    {
        string[] all =
        [
            Sign(Keys, Now),
            Sign(Keys, Now, body: "{ }"),
            Sign(Keys, Now, body: ""),
            Sign(Keys, Now, contentType: "application/json; charset=utf-8"),
            Sign(Keys, Now, contentType: "Application/json"),
            Sign(Keys, Now, host: "h:443"),
            Sign(Keys, Now, path: "/V2"),
            Sign(Keys, Now, method: "PUT"),
            Sign(Keys, Now.AddSeconds(1)),
            Sign(new SigningCredentials("AK", "SL"), Now),
            Sign(new SigningCredentials("AK", "SK", "token"), Now),
            Sign(new SigningCredentials("AK", "SK", "Token"), Now),
        ];

        var signatures = all.Select(authorization => authorization[^64..]).ToList();
        Assert.Equal(signatures.Count, signatures.Distinct().Count());
        Assert.All(signatures, signature => Assert.Matches("^[0-9a-f]{64}$", signature));
    }

    [Theory]
    [InlineData("host")]
    [InlineData("X-SDK-DATE")]
    public void Refuses_a_header_given_twice(string name) => Assert.Contains(
        "is given twice",
        Assert.Throws<ArgumentException>(() => HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h", Headers = [new(name, "x")] }, Keys, Now)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Signs_a_request_that_outgrows_every_stack_buffer()
    {
        var path = "/" + new string('p', 5000);
        var value = new string('v', 9000);
        var query = new string('q', 7000);

        var canonical = Canonical(new HuaweiRequest { Path = path, Host = "h", Headers = [new("x-long", value)], Query = [new("n", query)] });

        Assert.Equal($"POST\n{path}/\nn={query}\nhost:h\nx-long:{value}\nx-sdk-date:20231114T221320Z\n\nhost;x-long;x-sdk-date\n{EmptyHash}", canonical);
        Assert.Matches("Signature=[0-9a-f]{64}$", HuaweiSigner.Sign(new HuaweiRequest { Path = path, Host = "h", Headers = [new("x-long", value)], Query = [new("n", query)] }, Keys, Now).Authorization);
    }

    private static string Canonical(in HuaweiRequest request) => HuaweiSigner.CanonicalRequest(request, Keys, Now);

    private static string Sign(SigningCredentials keys, DateTimeOffset now, string method = "POST", string path = "/v2", string host = "h", string contentType = "application/json", string body = "{}") =>
        HuaweiSigner.Sign(new HuaweiRequest { Method = method, Path = path, Host = host, Headers = [new("Content-Type", contentType)], Body = Encoding.UTF8.GetBytes(body) }, keys, now).Authorization;

    private static HuaweiRequest RequestOf(GoldenVector vector)
    {
        // The listed headers are those of the vector, without the three that are the signer's own.
        string[] own = ["host", "x-sdk-date", "x-security-token"];
        return new HuaweiRequest
        {
            Method = vector.Text("request", "method"),
            Path = vector.Text("request", "rawPath"),
            Query = vector.Query,
            Host = vector.Headers["host"],
            Headers = vector.Text("signed", "headerNames").Split(';').Except(own).Select(name => KeyValuePair.Create(name, vector.Headers[name])).ToArray(),
            Body = vector.Body,
        };
    }
}
