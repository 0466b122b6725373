namespace IdOcrPortal.Sandbox.Tests;

/// <summary>The ways in which a signed request can be tampered with, and the code that each has to meet.</summary>
internal static class Mutated
{
    internal static string SignatureFault(GoldenVector vector) => vector.Scheme switch
    {
        "huawei-sdk-hmac-sha256" => "APIG.0301",
        "tc3" => "AuthFailure.SignatureFailure",
        _ => "SignatureDoesNotMatch",
    };

    internal static IReadOnlyDictionary<string, (GoldenVector Changed, string Code)> Of(GoldenVector vector)
    {
        var fault = SignatureFault(vector);
        var cases = new Dictionary<string, (GoldenVector, string)>
        {
            ["one digit of the signature"] = (vector.With("Authorization", Flipped(vector.Headers["Authorization"])), fault),
            ["an unknown key"] = (vector.With("Authorization", vector.Headers["Authorization"].Replace(vector.Key.Id, vector.Key.Id[..^1] + "9", StringComparison.Ordinal)), UnknownKey(vector)),
            ["a malformed authorization"] = (vector.With("Authorization", vector.Headers["Authorization"] + ";"), Malformed(vector)),
            ["another host"] = (vector.With("Host", OtherHost(vector.Host)), fault),
        };
        if (vector.Body.Length > 0 && vector.Scheme != "cos-q-sign")
        {
            cases["one byte of the body"] = (vector with { Body = [.. vector.Body[..^1], (byte)(vector.Body[^1] ^ 1)] }, fault);
        }

        foreach (var name in (string[])["Content-Type", "X-Project-Id", "Enterprise-Project-Id", "X-Sdk-Date"])
        {
            if (vector.Headers.TryGetValue(name, out var value) && IsSigned(vector, name))
            {
                cases["header " + name] = (vector.With(name, name == "X-Sdk-Date" ? value[..^2] + (value[^2] == '9' ? "8Z" : "9Z") : value + "x"), fault);
            }
        }

        foreach (var name in (string[])["X-Security-Token", "X-TC-Token", "x-cos-security-token"])
        {
            if (vector.Headers.TryGetValue(name, out var value))
            {
                cases["another token"] = (vector.With(name, value + "x"), vector.Scheme switch { "tc3" => "AuthFailure.TokenFailure", "cos-q-sign" => "AccessDenied", _ => fault });
            }
        }

        if (vector.Scheme == "tc3")
        {
            // One second more, still within the window: only the string to sign tells.
            cases["the timestamp"] = (vector.With("X-TC-Timestamp", vector.Clock.AddSeconds(-1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)), fault);
            cases["the path"] = (vector with { Path = "/ocr" }, fault);
            if (vector.Query.Length > 0)
            {
                cases["the order of the query"] = (vector with { Query = Reversed(vector.Query) }, fault);
            }
        }

        if (vector.Scheme == "cos-q-sign")
        {
            cases["the path"] = (vector with { Path = vector.Path.Insert(1, "x") }, fault);
            cases["a value of the query"] = (vector with { Query = vector.Query.Replace("IDCardOCR", "IdCardOCR", StringComparison.Ordinal) }, fault);
            cases["a parameter left out"] = (vector with { Query = "" }, fault);
            cases["a parameter twice"] = (vector with { Query = vector.Query + "&ci-process=IDCardOCR" }, fault);
            cases["the method"] = (vector with { Method = vector.Method == "PUT" ? "POST" : "DELETE" }, fault);
        }

        if (vector.Name == "huawei-endpoint-port")
        {
            cases["the path"] = (vector with { Path = vector.Path.Replace("cambodian-idcard", "id-document", StringComparison.Ordinal) }, fault);
        }

        if (vector.Name == "huawei-get-query")
        {
            cases["a value of the query"] = (vector with { Query = vector.Query.Replace("true", "false", StringComparison.Ordinal) }, fault);
        }

        return cases;
    }

    internal static string Reversed(string query) => string.Join('&', query.Split('&').Reverse());

    private static bool IsSigned(GoldenVector vector, string header) => vector.Headers["Authorization"].Contains(header.ToLowerInvariant(), StringComparison.Ordinal);

    private static string Flipped(string authorization) => authorization[..^1] + (authorization[^1] == '0' ? '1' : '0');

    private static string UnknownKey(GoldenVector vector) => vector.Scheme switch
    {
        "huawei-sdk-hmac-sha256" => "APIG.0301",
        "tc3" => "AuthFailure.SecretIdNotFound",
        _ => "InvalidAccessKeyId",
    };

    private static string Malformed(GoldenVector vector) => vector.Scheme switch
    {
        "huawei-sdk-hmac-sha256" => "APIG.0301",
        "tc3" => "AuthFailure.InvalidAuthorization",
        _ => "InvalidArgument",
    };

    /// <summary>Another host at which the same vendor answers.</summary>
    private static string OtherHost(string host) =>
        host.StartsWith("127.", StringComparison.Ordinal) ? host.Replace("127.0.0.1", "127.0.0.2", StringComparison.Ordinal)
        : host.EndsWith("myhuaweicloud.com", StringComparison.Ordinal) ? host.Replace(".com", ".cn", StringComparison.Ordinal)
        : host.EndsWith("tencentcloudapi.com", StringComparison.Ordinal) ? "ocr.ap-beijing.tencentcloudapi.com"
        : "x" + host;
}
