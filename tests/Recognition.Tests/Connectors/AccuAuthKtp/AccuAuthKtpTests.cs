using System.Text;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Tests.Connectors.AccuAuthKtp;

public sealed class AccuAuthKtpTests : AnyConnectorTests
{
    private const string Card = """
        {"id_number":"3171015802860001","name":"CONTOH SATU","pob":"JAKARTA","dob":"18-02-1986","gender":"PEREMPUAN","gender_s":"F","address":"JL CONTOH 1","province":"DKI JAKARTA","city":"JAKARTA PUSAT",
        "district":"GAMBIR","village":"CIDENG","rt":"001","rw":"002","religion":"ISLAM","marital_status":"KAWIN","work":"GURU","nationnality":"WNI"}
        """;

    internal override WireAnswer Good { get; } = Ok(Card);

    internal override IConnector Create(Uri address, HttpClient http) => Create(address, http, AccuAuthPicture.File);

    private AccuAuthKtpConnector Create(Uri address, HttpClient http, AccuAuthPicture picture) =>
        new(new AccuAuthKtpOptions { Endpoint = address, ApiId = "IDFAKE", ApiSecret = "SECRETFAKE", Picture = picture }, http, Clock);

    [Fact]
    public async Task Reads_every_field_and_promises_nothing_else()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(
            [
                ("document_number", "3171015802860001"), ("full_name", "CONTOH SATU"), ("birth_place", "JAKARTA"), ("birth_date", "18-02-1986"), ("sex", "PEREMPUAN"), ("address", "JL CONTOH 1"), ("rt", "001"),
                ("rw", "002"), ("village", "CIDENG"), ("district", "GAMBIR"), ("city", "JAKARTA PUSAT"), ("province", "DKI JAKARTA"), ("religion", "ISLAM"), ("marital_status", "KAWIN"),
                ("occupation", "GURU"), ("nationality", "WNI"),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text)));
        Assert.All(reading.Evidence.Claims, claim => Assert.Null(claim.Confidence));
        Assert.All(reading.Coverage.Values, result => Assert.Equal(CoverageResult.NotOffered, result));
        Assert.Equal(("idn-ktp", "TID1"), (reading.TypeId, reading.RequestId));
        Assert.Null(reading.Portrait);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public async Task Its_answer_is_proved_by_the_number()
    {
        var (reading, _) = await ReadAsync(Good);

        var fields = DocumentTypes.Find("idn-ktp")!.Prove(reading.Evidence, Today).Fields.ToDictionary(field => field.Name);

        Assert.Equal(("1986-02-18", FieldStatus.Verified), (fields["birth_date"].Normalised, fields["birth_date"].Status));
        Assert.Equal(("F", FieldStatus.Verified), (fields["sex"].Normalised, fields["sex"].Status));
    }

    [Fact]
    public async Task Both_spellings_of_the_nationality_are_read_and_theirs_goes_first()
    {
        var (corrected, _) = await ReadAsync(Ok("""{"name":"A","nationality":"WNA"}"""));
        var (both, _) = await ReadAsync(Ok("""{"name":"A","nationality":"WNA","nationnality":"WNI"}"""));

        Assert.Equal(["WNA", "WNI"], new[] { corrected, both }.Select(reading => reading.Evidence.Claims.Single(claim => claim.Field == FieldNames.Nationality).Text));
    }

    [Theory]
    [InlineData("""{"name":"A","gender":"","gender_s":"M"}""", "M")]
    [InlineData("""{"name":"A","gender":"LAKI-LAKI","gender_s":"M"}""", "LAKI-LAKI")]
    [InlineData("""{"name":"A","gender":"LAKI-LAKI","gender_s":null}""", "LAKI-LAKI")]
    [InlineData("""{"name":"A","gender":"LAKI-LAKI","gender_s":"F"}""", "LAKI-LAKI,F")]
    public async Task The_letter_of_the_sex_counts_where_the_word_is_missing_or_says_otherwise(string card, string expected)
    {
        var (reading, _) = await ReadAsync(Ok(card));

        Assert.Equal(expected, string.Join(',', reading.Evidence.Claims.Where(claim => claim.Field == FieldNames.Sex).Select(claim => claim.Text)));
    }

    [Fact]
    public async Task Of_several_cards_the_first_is_read_with_a_warning()
    {
        var (reading, _) = await ReadAsync(Ok("""{"name":"A"},null,{"name":""},{"name":"B"}"""));

        Assert.Equal("A", Assert.Single(reading.Evidence.Claims).Text);
        Assert.Equal(("results=2", Severity.High), reading.Warnings.Select(warning => (warning.Code, warning.Severity)).Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"name":"","id_number":null}""")]
    public async Task An_OK_without_a_card_asks_for_a_new_photo(string cards)
    {
        var failed = await FailAsync(Ok(cards));

        Assert.Equal((FailureClass.InputQuality, "TID1"), (failed.Failure, failed.RequestId));
    }

    [Theory]
    [InlineData(400, "INVALID_ARGUMENT", FailureClass.InputFinal)]
    [InlineData(400, "DETECTION_FAILED", FailureClass.InputQuality)]
    [InlineData(401, "UNAUTHORIZED", FailureClass.Credential)]
    [InlineData(401, "KEY_EXPIRED", FailureClass.Credential)]
    [InlineData(403, "NO_PERMISSION", FailureClass.Credential)]
    [InlineData(403, "OUT_OF_QUOTA", FailureClass.Configuration)]
    [InlineData(403, "RATE_LIMIT_EXCEEDED", FailureClass.Throttled)]
    [InlineData(404, "NOT_FOUND", FailureClass.Configuration)]
    [InlineData(500, "INTERNAL_ERROR", FailureClass.Transient)]
    [InlineData(200, "RATE_LIMIT_EXCEEDED", FailureClass.Throttled)] // whatever the HTTP status says
    public async Task The_status_field_decides(int http, string status, FailureClass failure)
    {
        var failed = await FailAsync(new WireAnswer(http, $$"""{"status":"{{status}}","reason":"the words of the answer","request_id":"TID2"}"""));

        Assert.Equal((failure, status, "TID2"), (failed.Failure, failed.Code, failed.RequestId));
        Assert.DoesNotContain("words of the answer", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_a_card_by_its_status_field_alone()
    {
        var (reading, _) = await ReadAsync(Good with { Status = 403 });

        Assert.Equal("idn-ktp", reading.TypeId);
    }

    [Fact]
    public async Task Sends_a_file_part_with_quoted_names_and_always_the_same_file_name()
    {
        var (_, requests) = await ReadAsync(Good);

        var request = Assert.Single(requests);
        Assert.Equal("POST /ocr/idcard HTTP/1.1", request.Line);
        Assert.Equal(("IDFAKE", "SECRETFAKE"), (request.Header("X-DF-API-ID"), request.Header("X-DF-API-SECRET")));
        var boundary = request.Header("Content-Type")!["multipart/form-data; boundary=".Length..];
        Assert.Matches("^idocr-[0-9a-f]{32}$", boundary);
        Assert.Equal(
            [
                .. Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"card.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"),
                .. Picture, .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
            ],
            request.Body);
    }

    [Fact]
    public async Task Sends_Base64_in_a_text_part_where_the_setting_says_so()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        await Create(vendor.Address, http, AccuAuthPicture.Base64).ReadAsync(Image(), CancellationToken.None);

        Assert.Contains($"name=\"image_base64\"\r\n\r\n{Convert.ToBase64String(Picture)}\r\n--", vendor.Request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_another_format_is_refused_before_anything_is_sent()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(new DocumentImage("GIF89a"u8.ToArray(), null), CancellationToken.None));

        Assert.Equal((FailureClass.InputFinal, "picture.format"), (failed.Failure, failed.Code));
        Assert.Empty(vendor.Requests);
    }

    [Fact]
    public void The_secret_goes_nowhere_in_clear()
    {
        using var http = VendorHttp.CreateClient();
        var options = new AccuAuthKtpOptions { Endpoint = new Uri("http://cloudapi.example"), ApiId = "IDFAKE", ApiSecret = "SECRETFAKE" };

        Assert.Contains("https", Assert.Throws<ArgumentException>(() => new AccuAuthKtpConnector(options, http, Clock)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", options.ToString(), StringComparison.Ordinal);
    }

    private static WireAnswer Ok(string cards) => new(200, $$"""{"request_id":"TID1","status":"OK","results":[{{cards}}]}""");
}
