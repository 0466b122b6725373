namespace IdOcrPortal.Sandbox.Tests;

/// <summary>What the vendors' own clients signed is let in; the same with anything changed that the signature covers is not.</summary>
public sealed class SignatureTests
{
    private static readonly Dictionary<string, string> AnswerBehindTheGate = new()
    {
        // Their bodies are not pictures: past the gate they meet the vendor's own complaint about that.
        ["huawei-unicode-body"] = "ModelArts.4603",
        ["huawei-get-query"] = "",
        ["tc3-post-empty-object"] = "MissingParameter",
        ["tc3-post-unicode-url"] = "FailedOperation.DownLoadError",
        ["tc3-get-query-special"] = "FailedOperation.DownLoadError",
        ["cos-put-empty-body"] = "FailedOperation.EmptyImageError",
    };

    public static TheoryData<string> Names() => [.. GoldenVectors.All.Select(vector => vector.Name)];

    public static TheoryData<string, string> Mutations()
    {
        var cases = new TheoryData<string, string>();
        foreach (var vector in GoldenVectors.All)
        {
            foreach (var mutation in Mutated.Of(vector))
            {
                cases.Add(vector.Name, mutation.Key);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Lets_in_what_the_vendors_own_client_signed(string name)
    {
        var vector = GoldenVectors.Find(name);
        await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), new FixedClock(vector.Clock));
        var reply = await vector.SendAsync(sandbox);
        var expected = AnswerBehindTheGate.GetValueOrDefault(name) ?? (vector.Scheme, vector.Method) switch
        {
            ("huawei-sdk-hmac-sha256", _) => "AIS.0102",
            ("tc3", _) => "FailedOperation.ImageDecodeFailed",
            (_, "PUT") => "FailedOperation.ImageDecodeFailed",
            _ => "NoSuchKey",
        };
        Assert.Equal(expected, reply.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Keeps_out_what_was_changed(string name, string mutation)
    {
        var vector = GoldenVectors.Find(name);
        await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), new FixedClock(vector.Clock));
        var (changed, code) = Mutated.Of(vector)[mutation];
        var reply = await changed.SendAsync(sandbox);
        Assert.Equal(code, reply.ErrorCode);
        Assert.Equal(StatusFor(vector, code), reply.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_out_who_signs_with_another_secret(string name)
    {
        var vector = GoldenVectors.Find(name);
        await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(secret => secret[..^1] + "x"), new FixedClock(vector.Clock));
        Assert.Equal(SignatureFault(vector), (await vector.SendAsync(sandbox)).ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_out_what_was_signed_too_long_ago_or_ahead_and_lets_in_the_last_second(string name)
    {
        var vector = GoldenVectors.Find(name);
        var (early, late, tooEarly, tooLate) = Window(vector);
        foreach (var (offset, code) in new (long Offset, string? Code)[] { (-early, null), (late, null), (-early - 1, tooEarly), (late + 1, tooLate) })
        {
            await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), new FixedClock(vector.Clock.AddSeconds(offset)));
            var reply = await vector.SendAsync(sandbox);
            if (code is null)
            {
                Assert.DoesNotContain(reply.ErrorCode, new[] { "APIG.0301", "AuthFailure.SignatureExpire", "AccessDenied", "RequestTimeTooSkewed", "SignatureDoesNotMatch" });
            }
            else
            {
                Assert.Equal(code, reply.ErrorCode);
            }
        }
    }

    [Fact]
    public async Task Takes_the_query_in_any_order_where_the_scheme_sorts_it()
    {
        foreach (var name in (string[])["huawei-get-query", "cos-put-idcard-front"])
        {
            var vector = GoldenVectors.Find(name);
            await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), new FixedClock(vector.Clock));
            var reply = await (vector with { Query = Mutated.Reversed(vector.Query) }).SendAsync(sandbox);
            Assert.Equal(name == "huawei-get-query" ? "" : "FailedOperation.ImageDecodeFailed", reply.ErrorCode);
        }
    }

    [Fact]
    public async Task Locks_a_huawei_key_after_more_than_five_refusals_in_a_row_for_five_minutes()
    {
        var vector = GoldenVectors.Find("huawei-cambodian-image");
        var clock = new FixedClock(vector.Clock);
        await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), clock);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            Assert.Equal("APIG.0301", (await (vector with { Body = [.. vector.Body, (byte)' '] }).With("Content-Length", "224").SendAsync(sandbox)).ErrorCode);
        }

        Assert.Contains("AK access failed to reach the limit", (await vector.SendAsync(sandbox)).Text, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("AIS.0102", (await vector.SendAsync(sandbox)).ErrorCode);
    }

    private static string SignatureFault(GoldenVector vector) => Mutated.SignatureFault(vector);

    private static (long Early, long Late, string TooEarly, string TooLate) Window(GoldenVector vector) => vector.Scheme switch
    {
        "huawei-sdk-hmac-sha256" => (900, 900, "APIG.0301", "APIG.0301"),
        "tc3" => (300, 300, "AuthFailure.SignatureExpire", "AuthFailure.SignatureExpire"),
        // From the key time that the client wrote into the signature.
        _ => Times(vector) is var (start, end) ? (vector.Clock.ToUnixTimeSeconds() - start, end - vector.Clock.ToUnixTimeSeconds(), "RequestTimeTooSkewed", "AccessDenied") : default,
    };

    private static (long Start, long End) Times(GoldenVector vector)
    {
        var times = vector.Headers["Authorization"].Split('&').Single(part => part.StartsWith("q-key-time=", StringComparison.Ordinal))["q-key-time=".Length..].Split(';');
        return (long.Parse(times[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(times[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int StatusFor(GoldenVector vector, string code) => (vector.Scheme, code) switch
    {
        ("tc3", _) => 200,
        ("cos-q-sign", "InvalidArgument") => 400,
        ("cos-q-sign", _) => 403,
        _ => 401,
    };
}
