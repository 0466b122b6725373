using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Signing;

public sealed class CosSignerTests
{
    private const string Host = "examplebucket-1250000000.cos.ap-singapore.myqcloud.com";

    private static readonly SigningCredentials Keys = new("AKIDEXAMPLE", "FakeSecretKey");
    private static readonly DateTimeOffset Now = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    public static TheoryData<string> Vectors => GoldenVector.Names(GoldenVector.Cos);

    [Fact]
    public void Knows_all_eight_vectors() => Assert.Equal(8, Vectors.Count);

    // The vector tagged "emulator-only" is made by a client that signs the host with its port, as it sends it (Tencent's API client does the opposite).
    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signs_as_the_official_client_does(string name)
    {
        var vector = GoldenVector.Find(GoldenVector.Cos, name);
        var request = RequestOf(vector);
        var ends = vector.Text("inputs", "keyTime").Split(';').Select(long.Parse).ToArray();
        var keyTime = new CosKeyTime(ends[0], ends[1]);

        var signature = CosSigner.Sign(request, vector.Credentials, keyTime);

        Assert.Equal(vector.Text("expected", "signKey"), CosSigner.SignKey(vector.Credentials, keyTime));
        Assert.Equal(vector.Text("expected", "httpString"), CosSigner.HttpString(request));
        Assert.Equal(vector.Text("expected", "stringToSign"), CosSigner.StringToSign(request, keyTime));
        Assert.Equal(vector.Text("expected", "authorization"), signature.Authorization);
        Assert.Equal(vector.Headers["Authorization"], signature.Authorization);
        Assert.All(signature.Headers, header => Assert.Equal(vector.Headers[header.Key], header.Value));
        Assert.Equal(vector.Headers.ContainsKey("x-cos-security-token") ? 1 : 0, signature.Headers.Count);
        if (!vector.Credentials.IsTemporary)
        {
            // With permanent keys the time follows from the clock alone.
            Assert.Equal(vector.Text("expected", "authorization"), CosSigner.Sign(request, vector.Credentials, vector.Clock).Authorization);
        }
    }

    [Fact]
    public void Temporary_keys_sign_for_their_own_life_time() => Assert.Equal(
        new CosKeyTime(1699999997, 1700001797), CosKeyTime.Of(DateTimeOffset.FromUnixTimeSeconds(1699999997), DateTimeOffset.FromUnixTimeSeconds(1700001797)));

    [Fact]
    public void Refuses_a_life_time_that_ends_before_it_starts() => Assert.Throws<ArgumentException>(() => CosKeyTime.Of(Now, Now));

    [Theory]
    [InlineData("folder/document.jpg")]
    [InlineData("scan%2Fpage.jpg")]   // looks encoded and is not: signed as it is
    [InlineData("scan%252Fpage.jpg")]
    [InlineData("a b+c(1)!'*~@,;=&$.jpg")]
    [InlineData("អត្តសញ្ញាណ/身份证.jpg")]
    [InlineData("𠀋/😀.jpg")]
    [InlineData("")]
    public void Signs_the_object_key_itself(string key) =>
        Assert.Equal($"get\n/{key}\n\nhost=h\n", CosSigner.HttpString(new CosRequest { Method = "GET", ObjectKey = key, Host = "h" }));

    [Fact]
    public void Lower_cases_names_after_encoding_keeps_the_case_of_values_and_sorts_ordinally() => Assert.Equal(
        "put\n/k\n%e1%9e%9b=%E1%9E%9B&a-b=2&a.b=3&ab=A&cardside=FRONT&ci-process=IDCardOCR&config=%7B%22Quality%22%3Atrue%7D&empty=\nhost=h\n",
        CosSigner.HttpString(new CosRequest
        {
            Method = "PUT", ObjectKey = "k", Host = "h",
            Query =
            [
                new("ci-process", "IDCardOCR"), new("Config", "{\"Quality\":true}"), new("CardSide", "FRONT"), new("empty", ""), new("AB", "A"), new("a.b", "3"), new("A-B", "2"), new("ល", "ល"),
            ],
        }));

    [Fact]
    public void Leaves_out_headers_with_an_empty_value_and_trims_the_others()
    {
        var request = new CosRequest
        {
            Method = "PUT", ObjectKey = "k", Host = " h ", ContentLength = 0,
            Headers = [new("Cache-Control", ""), new("Content-MD5", " "), new("Content-Type", " image/jpeg "), new("x-cos-meta-A", "b")],
        };

        Assert.Equal("put\n/k\n\ncontent-length=0&content-type=image%2Fjpeg&host=h&x-cos-meta-a=b\n", CosSigner.HttpString(request));
        Assert.Contains("&q-header-list=content-length;content-type;host;x-cos-meta-a&q-url-param-list=&", CosSigner.Sign(request, Keys, Now).Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59Z", "1709251198;1709252098")]
    [InlineData("2024-03-01T00:00:00.9Z", "1709251199;1709252099")]
    [InlineData("2024-03-01T07:00:00+07:00", "1709251199;1709252099")]
    public void Is_valid_from_a_second_ago_for_fifteen_minutes(string clock, string keyTime) => Assert.Contains(
        $"&q-sign-time={keyTime}&q-key-time={keyTime}&",
        CosSigner.Sign(new CosRequest { Method = "GET", ObjectKey = "k", Host = Host }, Keys, DateTimeOffset.Parse(clock, System.Globalization.CultureInfo.InvariantCulture)).Authorization,
        StringComparison.Ordinal);

    [Fact]
    public void Anything_that_changes_gives_another_signature()
    {
        string[] all =
        [
            Sign(Keys, Now),
            Sign(Keys, Now, method: "PUT"),
            Sign(Keys, Now, key: "K"),
            Sign(Keys, Now, host: "h:443"),
            Sign(Keys, Now, length: 0),
            Sign(Keys, Now, length: 91),
            Sign(Keys, Now, length: 92),
            Sign(Keys, Now, side: "BACK"),
            Sign(Keys, Now, side: ""),
            Sign(Keys, Now.AddSeconds(1)),
            Sign(new SigningCredentials("AKIDEXAMPLE", "FakeSecretKez"), Now),
        ];

        var signatures = all.Select(authorization => authorization[^40..]).ToList();
        Assert.Equal(signatures.Count, signatures.Distinct().Count());
        Assert.All(signatures, signature => Assert.Matches("^[0-9a-f]{40}$", signature));
    }

    [Fact]
    public void Refuses_what_cannot_be_expressed()
    {
        Assert.Contains(
            "parameter 'config' is given twice",
            Assert.Throws<ArgumentException>(() => CosSigner.Sign(new CosRequest { Method = "GET", ObjectKey = "k", Host = "h", Query = [new("Config", "1"), new("config", "2")] }, Keys, Now)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "header 'host' is given twice",
            Assert.Throws<ArgumentException>(() => CosSigner.Sign(new CosRequest { Method = "GET", ObjectKey = "k", Host = "h", Headers = [new("Host", "i")] }, Keys, Now)).Message,
            StringComparison.Ordinal);
    }

    private static string Sign(SigningCredentials keys, DateTimeOffset now, string method = "GET", string key = "k", string host = Host, long? length = null, string side = "FRONT") =>
        CosSigner.Sign(new CosRequest { Method = method, ObjectKey = key, Host = host, ContentLength = length, Query = [new("CardSide", side)] }, keys, now).Authorization;

    private static CosRequest RequestOf(GoldenVector vector)
    {
        var headers = vector.Headers;
        Assert.True(!headers.TryGetValue("Content-Length", out var length) || length == vector.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));

        // All that was sent, also the empty Cache-Control, except what the signer adds or this client adds after signing.
        string[] others = ["host", "content-length", "authorization", "x-cos-security-token"];
        return new CosRequest
        {
            Method = vector.Text("request", "method"),
            ObjectKey = vector.Text("inputs", "objectKey"),
            Query = vector.Query,
            Host = headers["host"],
            ContentLength = length is null ? null : vector.Body.Length,
            Headers = headers.Where(header => !others.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToArray(),
        };
    }
}
