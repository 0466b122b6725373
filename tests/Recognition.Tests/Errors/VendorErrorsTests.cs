using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Tests.Errors;

public sealed class VendorErrorsTests
{
    [Fact]
    public void What_is_found_says_what_the_row_says()
    {
        Assert.Equal(
            new VendorError(
                Vendor.TencentApi, "RequestLimitExceeded", FailureClass.Throttled, VendorFault.Quota, VendorRetry.BackOff, TimeSpan.FromSeconds(1), VendorBilling.No,
                "Too many calls per second (the limit is 5). The portal waits and tries again.", IsKnown: true),
            VendorErrors.Find(Vendor.TencentApi, "RequestLimitExceeded", 200, "whatever"));
        Assert.Equal(VendorBilling.DependsOnRegion, VendorErrors.Find(Vendor.TencentApi, "FailedOperation.EmptyImageError", 200).Billing);
        Assert.Equal(VendorBilling.NotExpected, VendorErrors.Find(Vendor.TencentCi, "SlowDown", 503).Billing);
        Assert.Equal(VendorBilling.Unconfirmed, VendorErrors.Find(Vendor.AccuAuth, "DETECTION_FAILED", 400).Billing);
        Assert.Equal(TimeSpan.FromSeconds(5), VendorErrors.Find(Vendor.Huawei, "APIG.0308", 429).Wait);
        Assert.Equal(VendorRetry.Manual, VendorErrors.Find(Vendor.Huawei, "AIS.0105", 400).Retry);
        Assert.Equal(VendorRetry.OnceWithNewToken, VendorErrors.Find(Vendor.Huawei, "APIG.0307", 401).Retry);
        Assert.Equal(VendorRetry.OnceWithNewToken, VendorErrors.Find(Vendor.TencentCi, "ExpiredToken", 400).Retry);
        Assert.Equal(VendorRetry.OnceSignedAgain, VendorErrors.Find(Vendor.TencentApi, "AuthFailure.SignatureExpire", 200).Retry);
        Assert.Equal(VendorRetry.Never, VendorErrors.Find(Vendor.AccuAuth, "ABNORMAL_BEHAVIOURS_DETECTED", 400).Retry);
        Assert.Equal(VendorFault.OtherApi, VendorErrors.Find(Vendor.Huawei, "AIS.0117", 400).Fault);
    }

    [Theory]
    [InlineData("decrypt token fail", VendorRetry.OnceWithNewToken)]
    [InlineData("token expires", VendorRetry.OnceWithNewToken)]
    [InlineData("Incorrect IAM authentication information: x-auth-token not found", VendorRetry.OnceWithNewToken)]
    [InlineData("Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:POST|/v2/|x-security-token:t|", VendorRetry.Never)]
    [InlineData("AK access failed to reach the limit, forbidden", VendorRetry.Never)]
    [InlineData("", VendorRetry.Never)]
    [InlineData(null, VendorRetry.Never)]
    public void A_refused_key_pair_is_never_tried_again_and_an_expired_token_is_renewed_once(string? message, VendorRetry expected)
    {
        var error = VendorErrors.Find(Vendor.Huawei, "APIG.0301", 401, message);

        Assert.Equal((FailureClass.Credential, expected), (error.Class, error.Retry));
        Assert.True(string.IsNullOrEmpty(message) || !error.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Request has expired", VendorRetry.OnceSignedAgain)]
    [InlineData("Access Denied.", VendorRetry.No)]
    public void An_expired_cos_signature_is_signed_again(string message, VendorRetry expected) =>
        Assert.Equal((FailureClass.Credential, expected), (VendorErrors.Find(Vendor.TencentCi, "AccessDenied", 403, message).Class, VendorErrors.Find(Vendor.TencentCi, "AccessDenied", 403, message).Retry));

    [Theory]
    [InlineData(400, FailureClass.Configuration)]
    [InlineData(413, FailureClass.InputFinal)]
    [InlineData(422, FailureClass.Configuration)] // no row of its own: as 400
    [InlineData(429, FailureClass.Throttled)]     // no row of its own, and too many calls whatever the code
    [InlineData(503, FailureClass.Transient)]     // no row of its own: as 500
    [InlineData(504, FailureClass.Transient)]
    [InlineData(null, FailureClass.Transient)]
    public void One_code_with_several_meanings_is_told_apart_by_its_status(int? status, FailureClass expected) =>
        Assert.Equal(expected, VendorErrors.Find(Vendor.Huawei, "APIG.0201", status).Class);

    [Fact]
    public void The_shared_gateway_means_what_the_dedicated_one_means_by_the_same_number()
    {
        var rows = VendorErrors.Catalogue.Where(row => row.Code.StartsWith("APIG.", StringComparison.Ordinal)).ToList();
        Assert.Equal(44, rows.Count);
        foreach (var row in rows)
        {
            var status = int.Parse(row.Http, System.Globalization.CultureInfo.InvariantCulture);
            var shared = VendorErrors.Find(Vendor.Huawei, "APIGW." + row.Code[5..], status);

            Assert.Equal(VendorErrors.Find(Vendor.Huawei, row.Code, status), shared with { Code = row.Code });
            Assert.StartsWith("APIGW.", shared.Code, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("APIGW.0103", 404)]
    [InlineData("APIGW.0104", 400)]
    [InlineData("APIGW.0105", 400)]
    [InlineData("APIGW.0103", null)]
    public void Three_codes_of_the_shared_gateway_blame_the_request_where_the_dedicated_one_blames_itself(string code, int? status)
    {
        Assert.Equal((FailureClass.Configuration, true), (VendorErrors.Find(Vendor.Huawei, code, status).Class, VendorErrors.Find(Vendor.Huawei, code, status).IsKnown));
        Assert.Equal(FailureClass.Transient, VendorErrors.Find(Vendor.Huawei, code, 500).Class);
    }

    [Theory]
    [InlineData("IAM", 400, FailureClass.Configuration, VendorRetry.No, true)]
    [InlineData("IAM 401", null, FailureClass.Credential, VendorRetry.No, true)]
    [InlineData("IAM", 401, FailureClass.Credential, VendorRetry.No, true)]
    [InlineData("IAM.0011", 401, FailureClass.Credential, VendorRetry.No, true)]
    [InlineData("IAM", 403, FailureClass.Credential, VendorRetry.No, true)]
    [InlineData("IAM", 404, FailureClass.Configuration, VendorRetry.No, true)]
    [InlineData("IAM", 500, FailureClass.Transient, VendorRetry.BackOff, true)]
    [InlineData("IAM", 503, FailureClass.Transient, VendorRetry.BackOff, true)]
    [InlineData("IAM", 429, FailureClass.Throttled, VendorRetry.BackOff, false)]
    [InlineData("IAM", 502, FailureClass.Transient, VendorRetry.Once, false)]
    public void The_login_service_is_told_by_its_status(string code, int? status, FailureClass failure, VendorRetry retry, bool isKnown)
    {
        var error = VendorErrors.Find(Vendor.Huawei, code, status);

        Assert.Equal((failure, retry, isKnown, code), (error.Class, error.Retry, error.IsKnown, error.Code));
    }

    [Theory]
    [InlineData(500, FailureClass.Transient, VendorRetry.BackOff)]
    [InlineData(502, FailureClass.Transient, VendorRetry.BackOff)]
    [InlineData(429, FailureClass.Throttled, VendorRetry.No)]
    [InlineData(404, FailureClass.Configuration, VendorRetry.No)]
    [InlineData(413, FailureClass.InputFinal, VendorRetry.No)]
    public void A_tencent_gateway_without_a_code_is_told_by_its_status(int status, FailureClass failure, VendorRetry retry)
    {
        var error = VendorErrors.Find(Vendor.TencentApi, "", status);

        Assert.Equal((failure, retry, "", true), (error.Class, error.Retry, error.Code, error.IsKnown));
    }

    [Theory]
    [InlineData("OK")]
    [InlineData(VendorErrors.EmptyResults)]
    public void An_empty_result_asks_for_a_better_photo(string code) =>
        Assert.Equal((FailureClass.InputQuality, true), (VendorErrors.Find(Vendor.AccuAuth, code, 200).Class, VendorErrors.Find(Vendor.AccuAuth, code, 200).IsKnown));

    [Theory]
    [InlineData(Vendor.TencentApi, "AuthFailure.Quantum", 200, FailureClass.Credential)]
    [InlineData(Vendor.TencentCi, "AuthFailure", 200, FailureClass.Credential)]
    [InlineData(Vendor.TencentApi, "RequestLimitExceeded.Moon", 200, FailureClass.Throttled)]
    [InlineData(Vendor.TencentApi, "UnauthorizedOperation.CamNoAuth", 200, FailureClass.Credential)]
    [InlineData(Vendor.TencentApi, "ResourceUnavailable.Moon", 200, FailureClass.Configuration)]
    [InlineData(Vendor.TencentApi, "InvalidParameterValue.Moon", 200, FailureClass.Configuration)]
    [InlineData(Vendor.TencentApi, "FailedOperation.Moon", 200, FailureClass.Transient)]
    [InlineData(Vendor.TencentCi, "FailedOperation.Moon", 400, FailureClass.Transient)]
    [InlineData(Vendor.TencentApi, "Moon", 200, FailureClass.Transient)]
    [InlineData(Vendor.TencentCi, "Moon", 503, FailureClass.Transient)]
    [InlineData(Vendor.TencentCi, "Moon", 403, FailureClass.Credential)]
    [InlineData(Vendor.TencentCi, "Moon", 302, FailureClass.Configuration)]
    [InlineData(Vendor.Huawei, "APIG.0399", 400, FailureClass.Credential)]
    [InlineData(Vendor.Huawei, "APIGW.0399", 400, FailureClass.Credential)]
    [InlineData(Vendor.Huawei, "APIG.0599", 405, FailureClass.Configuration)]
    [InlineData(Vendor.Huawei, "ModelArts.4299", 400, FailureClass.Configuration)]
    [InlineData(Vendor.Huawei, "ModelArts.9999", 400, FailureClass.Transient)]
    [InlineData(Vendor.Huawei, "ModelArts.9999", 429, FailureClass.Throttled)]
    [InlineData(Vendor.Huawei, "", 413, FailureClass.InputFinal)]
    [InlineData(Vendor.Huawei, "AIS.9999", null, FailureClass.Transient)]
    [InlineData(Vendor.AccuAuth, "ONLY_ON_SUNDAYS", 400, FailureClass.Transient)]
    [InlineData(Vendor.AccuAuth, "ONLY_ON_SUNDAYS", 402, FailureClass.Configuration)]
    [InlineData(Vendor.AccuAuth, "ok", 200, FailureClass.Transient)] // codes are compared letter by letter
    public void A_code_that_no_list_has_is_told_by_its_kind_and_its_status_and_kept(Vendor vendor, string code, int? status, FailureClass expected)
    {
        var error = VendorErrors.Find(vendor, code, status, "text of the answer");

        Assert.Equal((expected, code, false), (error.Class, error.Code, error.IsKnown));
        Assert.NotEmpty(error.Message);
        Assert.DoesNotContain("text of the answer", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_code_fits_on_a_line_and_into_a_column()
    {
        var error = VendorErrors.Find(Vendor.Huawei, "  A\r\n\u202EB" + new string('x', 1000), 400);

        Assert.Equal("A???B" + new string('x', 95), error.Code);
        Assert.Equal("", VendorErrors.Find(Vendor.AccuAuth, null, null).Code);
    }
}
