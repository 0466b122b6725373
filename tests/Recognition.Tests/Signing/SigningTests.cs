using System.Globalization;
using System.Text;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Signing;

/// <summary>What holds for all three schemes.</summary>
public sealed class SigningTests
{
    private const string Secret = "very-secret-key";
    private const string Token = "very-secret-token";

    private static readonly DateTimeOffset Now = new(2024, 2, 29, 23, 59, 59, TimeSpan.Zero);

    [Fact]
    public void Allocates_less_than_a_kilobyte_however_large_the_body_is()
    {
        var credentials = new SigningCredentials("AKID", Secret, Token);
        var body = new byte[1 << 20];

        Assert.InRange(Allocated(() => Tc3Signer.Sign(new Tc3Request { Service = "ocr", Host = "ocr.tencentcloudapi.com", ContentType = "application/json", Body = body }, credentials, Now)), 1, 1024);
        Assert.InRange(Allocated(() => HuaweiSigner.Sign(new HuaweiRequest { Path = "/v2/0123/ocr/cambodian-idcard", Host = "ocr.ap-southeast-3.myhuaweicloud.com", Body = body }, credentials, Now)), 1, 1024);
        Assert.InRange(Allocated(() => CosSigner.Sign(new CosRequest { Method = "PUT", ObjectKey = "k.jpg", Host = "b.cos.ap-singapore.myqcloud.com", ContentLength = body.Length }, credentials, Now)), 1, 1024);
    }

    [Fact]
    public void Long_texts_outgrow_the_stack_and_are_signed_whole()
    {
        var credentials = new SigningCredentials("AKID", Secret);
        var text = string.Concat(Enumerable.Repeat("0123456789", 1000));
        var tc3 = new Tc3Request { Service = "ocr", Method = "GET", Query = text, Host = "h", ContentType = text };
        var cos = new CosRequest { Method = "GET", ObjectKey = text, Host = "h", Query = [new("q", text)], Headers = [new("x-long", text)] };

        Assert.StartsWith($"GET\n/\n{text}\ncontent-type:{text}\nhost:h\n\ncontent-type;host\n", Tc3Signer.CanonicalRequest(tc3), StringComparison.Ordinal);
        Assert.Equal($"get\n/{text}\nq={text}\nhost=h&x-long={text}\n", CosSigner.HttpString(cos));
        Assert.Equal(Tc3Signer.Sign(tc3, credentials, Now).Authorization, Tc3Signer.Sign(tc3, credentials, Now).Authorization);
        Assert.NotEqual(
            CosSigner.Sign(cos, credentials, Now).Authorization,
            CosSigner.Sign(new CosRequest { Method = "GET", ObjectKey = text, Host = "h", Query = [new("q", text[1..])], Headers = [new("x-long", text)] }, credentials, Now).Authorization);
    }

    [Fact]
    public void The_cultures_of_these_tests_are_real() => Assert.Equal("2567", Now.ToString("yyyy", CultureInfo.GetCultureInfo("th-TH")));

    // Cultures with other calendars (Buddhist, Persian, Umm al-Qura), digits, minus signs, dotless i and sort orders.
    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("km-KH")]
    public void Does_not_depend_on_the_culture(string culture)
    {
        var random = new Random(20240229);
        var cases = Enumerable.Range(0, 200).Select(_ => new Case(random)).ToList();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            var expected = cases.Select(one => one.Sign()).ToList();
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, cases.Select(one => one.Sign()));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void The_order_in_which_headers_and_parameters_are_given_does_not_matter()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var one = new Case(random);
            var expected = one.Sign();
            one.Shuffle(random);

            Assert.Equal(expected, one.Sign());
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("id", "")]
    [InlineData(" id", "s3cr3t")]
    [InlineData("id,x", "s3cr3t")]
    [InlineData("id&x", "s3cr3t")]
    [InlineData("id", "s3cr3t\n")]
    [InlineData("id", "sec ret")]
    [InlineData("id", "s\u00e9cret")]
    public void Refuses_credentials_that_were_copied_badly_without_repeating_them(string keyId, string secret)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SigningCredentials(keyId, secret));

        Assert.True(secret.Length == 0 || !refusal.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_a_file_in_place_of_a_secret() => Assert.Throws<ArgumentException>(() => new SigningCredentials("id", new string('a', SigningCredentials.LongestSecret + 1)));

    [Fact]
    public void Signs_with_the_longest_secret() => Assert.Matches(
        "Signature=[0-9a-f]{64}$",
        Tc3Signer.Sign(new Tc3Request { Service = "ocr", Host = "h", ContentType = "c" }, new SigningCredentials("id", new string('a', SigningCredentials.LongestSecret)), Now).Authorization);

    [Fact]
    public void Secrets_are_in_no_text_and_no_public_property()
    {
        var credentials = new SigningCredentials("AKID", Secret, Token);
        var signature = HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h" }, credentials, Now);

        Assert.Equal("temporary credentials (set)", credentials.ToString());
        Assert.Equal("credentials (set)", new SigningCredentials("AKID", Secret).ToString());
        Assert.Equal("request signature (hidden)", signature.ToString());
        Assert.DoesNotContain(typeof(SigningCredentials).GetProperties(), property => property.GetValue(credentials) is string text && (text.Contains(Secret, StringComparison.Ordinal) || text.Contains(Token, StringComparison.Ordinal)));
        Assert.DoesNotContain(Secret, signature.Authorization, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, signature.Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line\r\nx-forged: 1")]
    [InlineData("line\nx-forged: 1")]
    [InlineData("é")]
    [InlineData("\0")]
    public void Refuses_header_values_that_would_arrive_differently_and_does_not_repeat_them(string value)
    {
        var credentials = new SigningCredentials("AKID", Secret);
        var refusals = new[]
        {
            Assert.Throws<ArgumentException>(() => Tc3Signer.Sign(new Tc3Request { Service = "ocr", Host = "h", ContentType = value }, credentials, Now)),
            Assert.Throws<ArgumentException>(() => HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h", Headers = [new("content-type", value)] }, credentials, Now)),
            Assert.Throws<ArgumentException>(() => CosSigner.Sign(new CosRequest { Method = "PUT", ObjectKey = "k", Host = "h", Headers = [new("content-type", value)] }, credentials, Now)),
        };

        Assert.All(refusals, refusal => Assert.Contains("'content-type'", refusal.Message, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    public void Refuses_header_names_that_are_none(string name) => Assert.Throws<ArgumentException>(
        () => HuaweiSigner.Sign(new HuaweiRequest { Path = "/", Host = "h", Headers = [new(name, "x")] }, new SigningCredentials("AKID", Secret), Now));

    [Fact]
    public void Refuses_more_headers_than_any_call_has() => Assert.Throws<ArgumentException>(
        () => HuaweiSigner.Sign(
            new HuaweiRequest { Path = "/", Host = "h", Headers = Enumerable.Range(0, 40).Select(index => KeyValuePair.Create($"x-{index}", "")).ToArray() },
            new SigningCredentials("AKID", Secret), Now));

    // The least of several: what the runtime itself allocates now and then is not ours.
    private static long Allocated(Func<RequestSignature> sign)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            sign();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>A random request, signed in all three schemes.</summary>
    private sealed class Case
    {
        // Letters that cultures disagree about, besides the ordinary ones.
        private static readonly string[] Letters = ["I", "i", "İ", "ı", "å", "z", "Z", "a", "A", "ä", "-", ".", "~", "!", " ", "+", "%", "&", "=", "ក", "身", "😀", "0", "9"];

        private readonly DateTimeOffset _now;
        private readonly KeyValuePair<string, string>[] _query;
        private readonly KeyValuePair<string, string>[] _headers;
        private readonly string _path;
        private readonly byte[] _body;

        public Case(Random random)
        {
            _now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(400_000_000));
            _query = [.. Enumerable.Range(0, random.Next(6)).Select(index => KeyValuePair.Create($"{Text(random)}{index}", Text(random)))];
            _headers = [.. Enumerable.Range(0, random.Next(6)).Select(index => KeyValuePair.Create($"{(random.Next(2) == 0 ? "X-I" : "x-i")}{index}", $" {random.Next()}I "))];
            _path = Text(random);
            _body = new byte[random.Next(200)];
            random.NextBytes(_body);
        }

        public void Shuffle(Random random)
        {
            random.Shuffle(_query);
            random.Shuffle(_headers);
        }

        public string Sign()
        {
            var credentials = new SigningCredentials("AKID", Secret, Token);
            var signatures = new[]
            {
                Tc3Signer.Sign(new Tc3Request { Service = "ocr", Host = "HOST.I", ContentType = "application/JSON", Headers = _headers, Body = _body }, credentials, _now),
                HuaweiSigner.Sign(new HuaweiRequest { Method = "putI", Path = "/" + _path, Query = _query, Host = "HOST.I", Headers = _headers, Body = _body }, credentials, _now),
                CosSigner.Sign(new CosRequest { Method = "PUTI", ObjectKey = _path, Query = _query, Host = "HOST.I", ContentLength = _body.Length, Headers = _headers }, credentials, _now),
            };
            var text = new StringBuilder();
            foreach (var signature in signatures)
            {
                text.AppendLine(signature.Authorization).AppendJoin(';', signature.Headers).AppendLine();
            }

            return text.ToString();
        }

        private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
    }
}
