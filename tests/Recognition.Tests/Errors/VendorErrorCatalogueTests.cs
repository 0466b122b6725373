using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Tests.Errors;

public sealed class VendorErrorCatalogueTests
{
    /// <summary>
    /// Every code of the catalogue by the class that it belongs to (class table of the recognition queue, section 5 of the security requirements); <c>@</c> gives the HTTP status
    /// where one code has several. The six rows that have no plain code are tested one by one in <see cref="VendorErrorsTests"/>.
    /// </summary>
    private const string Classes = """
        Huawei InputFinal:
            AIS.0101 AIS.0102 AIS.0103 ModelArts.4104 APIG.0201@413
        Huawei InputQuality:
            AIS.0104 AIS.0119 AIS.0120 AIS.0122
        Huawei Transient:
            AIS.0105 ModelArts.4107 ModelArts.4301 ModelArts.4302 ModelArts.4402 ModelArts.4403 ModelArts.4502 ModelArts.4505 APIG.0103 APIG.0104 APIG.0105
            APIG.0606 APIG.0608 APIG.0609 APIG.0611 APIG.0612 APIG.0705 APIG.0201@500 APIG.0201@502 APIG.0201@504 APIG.0202 APIG.0203 APIG.0601 APIG.0605
            APIG.0610 APIG.0613
        Huawei Throttled:
            ModelArts.4401 APIG.0308
        Huawei Credential:
            ModelArts.0203 ModelArts.4101 ModelArts.4102 ModelArts.4103 ModelArts.4203 APIG.0301 APIG.0302 APIG.0303 APIG.0304 APIG.0305 APIG.0306 APIG.0307
            APIG.0311 APIG.0802 APIG.1009
        Huawei Configuration:
            AIS.0117 AIS.0118 AIS.0121 ModelArts.0212 ModelArts.4105 ModelArts.4106 ModelArts.4201 ModelArts.4202 ModelArts.4204 ModelArts.4503 ModelArts.4504
            ModelArts.4506 ModelArts.4508 ModelArts.4601 ModelArts.4603 ModelArts.4702 ModelArts.4703 ModelArts.4704 ModelArts.4705 ModelArts.4706 ModelArts.6201
            APIG.0101 APIG.0106 APIG.0201@400 APIG.0201@414 APIG.0201@494 APIG.0204 APIG.0310 APIG.0401 APIG.0402 APIG.0404 APIG.0501 APIG.0502 APIG.0602
            APIG.0607
        TencentApi InputFinal:
            FailedOperation.DownLoadError FailedOperation.ImageDecodeFailed InvalidParameter.EngineImageDecodeFailed LimitExceeded.TooLargeFileError
            FailedOperation.EmptyImageError FailedOperation.ImageSizeTooLarge FailedOperation.UnKnowFileTypeError InvalidParameterValue.InvalidFileContentSize
            ResourceUnavailable.ImageDownloadError RequestSizeLimitExceeded
        TencentApi InputQuality:
            FailedOperation.NoMASIDCard FailedOperation.InvalidPostalCodeLength FailedOperation.ImageBlur FailedOperation.ImageNoText
            FailedOperation.ImageNoSpecifiedCard FailedOperation.IdCardTooSmall FailedOperation.FieldException
        TencentApi Transient:
            FailedOperation.OcrFailed FailedOperation.UnKnowError FailedOperation.WarningServiceFailed FailedOperation.EngineRecognizeTimeout
            FailedOperation.LLMServiceFailed FailedOperation.DetectFailed FailedOperation InternalError ResourceInUse ResourceInsufficient ServiceUnavailable
        TencentApi Throttled:
            RequestLimitExceeded RequestLimitExceeded.GlobalRegionUinLimitExceeded RequestLimitExceeded.IPLimitExceeded RequestLimitExceeded.UinLimitExceeded
        TencentApi Credential:
            AuthFailure.InvalidAuthorization AuthFailure.InvalidSecretId AuthFailure.MFAFailure AuthFailure.SecretIdNotFound AuthFailure.SignatureExpire
            AuthFailure.SignatureFailure AuthFailure.TokenFailure AuthFailure.UnauthorizedOperation UnauthorizedOperation
        TencentApi Configuration:
            FailedOperation.UnOpenError InvalidParameterValue.InvalidParameterValueLimit ResourceUnavailable.ResourcePackageRunOut
            ResourcesSoldOut.ChargeStatusException FailedOperation.ArrearsError FailedOperation.CountLimitError InvalidParameter.ConfigFormatError
            ResourceUnavailable.InArrears ActionOffline DryRunOperation InvalidAction InvalidParameter InvalidParameterValue InvalidRequest IpInBlacklist
            IpNotInWhitelist LimitExceeded MissingParameter NoSuchProduct NoSuchVersion ResourceNotFound ResourceUnavailable ResponseSizeLimitExceeded
            UnknownParameter UnsupportedOperation UnsupportedProtocol UnsupportedRegion
        TencentCi InputFinal:
            FailedOperation.EmptyImageError FailedOperation.ImageDecodeFailed FailedOperation.ImageSizeTooLarge LimitExceeded.TooLargeFileError EntityTooLarge
            ImageResolutionExceed ImageTooLarge InvalidImageFormat InvalidImageSource
        TencentCi InputQuality:
            FailedOperation.IdCardInfoIllegal FailedOperation.ImageBlur FailedOperation.ImageNoIdCard FailedOperation.MultiCardError
        TencentCi Transient:
            FailedOperation.DownLoadError FailedOperation.OcrFailed FailedOperation.UnKnowError BadDigest EntitySizeNotMatch IncompleteBody RequestTimeout
            UserNetworkTooSlow InternalError ServiceUnavailable
        TencentCi Throttled:
            SlowDown TooManyRequests
        TencentCi Credential:
            ExpiredToken AccessDenied AccessForbidden InvalidAccessKeyId NoProcessAuthority RequestTimeTooSkewed SignatureDoesNotMatch
        TencentCi Configuration:
            FailedOperation.UnOpenError InvalidParameter.ConfigFormatError InvalidParameterValue.InvalidParameterValueLimit ResourcesSoldOut.ChargeStatusException
            BadRequest InvalidArgument InvalidBucketName InvalidDigest InvalidLocationConstraint InvalidObjectName InvalidRegionName InvalidRequest
            InvalidSHA1Digest InvalidURI KeyTooLong MissingRequestBodyError PaymentRequired InvalidObjectState NoSuchBucket NoSuchKey MethodNotAllowed
            PathConflict ObjectLocked UploadConflict MissingContentLength PreconditionFailed DomainAuditFailed UnavailableForLegalReasons NotImplemented
            PermanentRedirect TemporaryRedirect
        AccuAuth InputFinal:
            INVALID_ARGUMENT
        AccuAuth InputQuality:
            DETECTION_FAILED
        AccuAuth Transient:
            INTERNAL_ERROR QUERY_FAILED SOURCE_SERVICE_UNAVAILABLE SOURCE_SERVICE_TIMEOUT
        AccuAuth Throttled:
            RATE_LIMIT_EXCEEDED
        AccuAuth Credential:
            UNAUTHORIZED KEY_EXPIRED NO_PERMISSION
        AccuAuth Configuration:
            OUT_OF_QUOTA NOT_FOUND ABNORMAL_BEHAVIOURS_DETECTED
        """;

    private const string PatternRows = "APIGW.* | IAM 400 | IAM 401 | IAM 403/404/500/503 | (no Response.Error) HTTP other than 200 | (status OK with an empty results array)";

    public static TheoryData<Vendor, string, int?, FailureClass> Codes
    {
        get
        {
            var data = new TheoryData<Vendor, string, int?, FailureClass>();
            (Vendor Vendor, FailureClass Class) section = default;
            foreach (var line in Classes.Split('\n', StringSplitOptions.TrimEntries))
            {
                if (line.EndsWith(':'))
                {
                    var head = line[..^1].Split(' ');
                    section = (Enum.Parse<Vendor>(head[0]), Enum.Parse<FailureClass>(head[1]));
                    continue;
                }

                foreach (var word in line.Split(' '))
                {
                    var parts = word.Split('@');
                    data.Add(section.Vendor, parts[0], parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : null, section.Class);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_belongs_to_its_class(Vendor vendor, string code, int? status, FailureClass expected)
    {
        var error = VendorErrors.Find(vendor, code, status);

        Assert.Equal((expected, code, vendor, true), (error.Class, error.Code, error.Vendor, error.IsKnown));
    }

    [Fact]
    public void The_table_covers_the_whole_catalogue()
    {
        var tested = Codes.Select(row => ((Vendor)row[0], (string)row[1], (int?)row[2])).ToHashSet();
        var patterns = PatternRows.Split(" | ");
        var covered = VendorErrors.Catalogue.Count(row => patterns.Contains(row.Code)
            || row.Code.Split(" / ").All(code => tested.Contains((row.Vendor, code, code == "APIG.0201" ? int.Parse(row.Http, System.Globalization.CultureInfo.InvariantCulture) : null))));

        Assert.Equal(233, VendorErrors.Catalogue.Count);
        Assert.Equal(233, covered);
        Assert.Equal(patterns.Length, VendorErrors.Catalogue.Count(row => patterns.Contains(row.Code)));
        Assert.Equal(Codes.Count, tested.Count);
    }

    [Fact]
    public void Every_row_has_a_message_for_people_and_terms_that_are_understood()
    {
        // "APIGW.*" only points to the rows of APIG, and its own text is never shown (see VendorErrorsTests).
        foreach (var row in VendorErrors.Catalogue.Where(row => row.Code != "APIGW.*"))
        {
            Assert.False(string.IsNullOrWhiteSpace(row.OperatorMessage), row.Code);
            Assert.True(char.IsUpper(row.OperatorMessage[0]) || row.OperatorMessage.StartsWith("http", StringComparison.Ordinal), row.Code);
            Assert.EndsWith(".", row.OperatorMessage.TrimEnd(')'), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[{}<>]|TODO|TBD|\?\?|unconfirmed|\bS00\d\b", row.OperatorMessage);
            foreach (var (_, status) in row.Keys())
            {
                Assert.True(Enum.IsDefined(row.FaultAt(status)) && Enum.IsDefined(row.RetryAt(status, "")) && Enum.IsDefined(row.Billing), row.Code);
                Assert.NotEqual(VendorFault.Unknown, row.FaultAt(status));
            }
        }
    }
}
