using System.IO.Compression;
using System.Text;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Tests.Connectors;

/// <summary>Answers that are no answers: each ends in a class, and none in another exception.</summary>
public abstract partial class AnyConnectorTests
{
    [Fact]
    public async Task An_answer_that_announces_more_than_16_MiB_is_not_read()
    {
        var failed = await FailAsync(Good with { AnnouncedLength = VendorHttp.LargestAnswer + 1L });

        Assert.Equal((FailureClass.UnknownOutcome, "answer.too_large"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var failed = await FailAsync(new WireAnswer(200, new byte[64 * 1024]) { IsEndless = true });

        Assert.Equal((FailureClass.UnknownOutcome, "answer.too_large"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task An_answer_that_drips_has_no_more_time_than_any_other()
    {
        var drips = 0;
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(204, "") : Good with
        {
            AfterEachByte = () =>
            {
                drips++;
                Clock.Advance(TimeSpan.FromSeconds(1));
            },
        });
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), (failed.Failure, failed.Code));
        Assert.True(Volatile.Read(ref drips) >= 30);
    }

    [Fact]
    public async Task A_compressed_answer_that_nobody_asked_for_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Good.Body);
        }

        var failed = await FailAsync(new WireAnswer(200, packed.ToArray(), ("Content-Encoding", "gzip")));

        Assert.Equal((FailureClass.UnknownOutcome, "answer.malformed"), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"OK\"")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><Response><IdInfo><Name>&a;</Name></IdInfo></Response>")]
    [InlineData("{\"result\":")]
    [InlineData("\u0000\u0001")]
    public async Task An_answer_that_is_none_may_have_been_charged(string body)
    {
        var failed = await FailAsync(new WireAnswer(200, body));

        Assert.Equal((FailureClass.UnknownOutcome, "answer.malformed"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task An_answer_nested_deeper_than_32_is_refused()
    {
        var json = $"{{\"result\":{new string('[', 100)}{new string(']', 100)},\"Response\":{new string('[', 100)}{new string(']', 100)},\"status\":\"OK\",\"results\":{new string('[', 100)}{new string(']', 100)}}}";
        var xml = $"<Response><IdInfo>{string.Concat(Enumerable.Repeat("<a>", 100))}x{string.Concat(Enumerable.Repeat("</a>", 100))}</IdInfo></Response>";

        Assert.Equal("answer.malformed", (await FailAsync(new WireAnswer(200, Good.Body[0] == '<' ? xml : json))).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 99999 OK\r\n\r\n")]
    [InlineData("HTTP/3.0 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nNo colon\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: ;;;\u0001\r\n\r\n{}")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")]
    public async Task What_is_no_HTTP_leaves_the_outcome_unknown(string raw)
    {
        var failed = await FailAsync(new WireAnswer(200, "") { Raw = Encoding.Latin1.GetBytes(raw) });

        Assert.True(failed.Failure == FailureClass.UnknownOutcome || raw.Contains(" 101 ", StringComparison.Ordinal), $"{failed.Failure} {failed.Code}");
    }

    [Fact]
    public async Task Headers_without_end_leave_the_outcome_unknown()
    {
        var raw = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 10_000).Select(index => $"X-{index}: {new string('a', 100)}\r\n")));

        Assert.Equal(FailureClass.UnknownOutcome, (await FailAsync(new WireAnswer(200, "") { Raw = raw })).Failure);
    }

    [Theory]
    [InlineData("600", 600)]
    [InlineData("601", 600)] // ten minutes at most
    [InlineData("86400", 600)]
    [InlineData("Sat, 21 Nov 2026 23:00:00 GMT", 600)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("Sat, 21 Nov 2026 09:00:00 GMT", null)] // past
    [InlineData("5, 7", null)]
    public async Task Waits_as_long_as_the_vendor_asks_and_not_longer_than_ten_minutes(string header, int? seconds)
    {
        var failed = await FailAsync(new WireAnswer(503, "", ("Retry-After", header)));

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, failed.RetryAfter);
    }

    [Theory]
    [InlineData("id with blanks")]
    [InlineData("\u00e9\u00e8")]
    [InlineData("")]
    public async Task A_request_id_that_is_none_is_not_kept(string id)
    {
        (string, string)[] headers = [("X-Request-Id", id), ("x-ci-request-id", id), ("x-cos-request-id", id)];

        var failed = await FailAsync(new WireAnswer(500, "", headers));
        var (reading, _) = await ReadAsync(Good with { Headers = headers });

        Assert.Null(failed.RequestId);
        Assert.True(reading.RequestId is null || Encoding.UTF8.GetString(Good.Body).Contains(reading.RequestId, StringComparison.Ordinal)); // or it stands in the body
    }

    [Fact]
    public async Task No_damage_to_an_answer_ends_otherwise_than_in_a_reading_or_a_failure()
    {
        // Half by bytes and half by structure: 2,000 of each a vendor in the long version, and more.
        var count = Environment.GetEnvironmentVariable("IDOCR_LONG_TESTS") == "1" ? 20_000 : 300;
        var random = new Random(20261121);
        var (readings, failures) = (0, 0);
        var current = Good;
        await using var vendor = new LoopbackVendor(request => OrDeleted(request, current));
        using var http = VendorHttp.CreateClient();
        var connector = Create(vendor.Address, http);
        for (var round = 0; round < count; round++)
        {
            current = Good with { Body = round % 2 == 0 ? AnswerDamage.OfBytes(Good.Body, random) : AnswerDamage.OfStructure(Good.Body, random), Status = random.Next(8) == 0 ? 400 + random.Next(200) : 200 };
            try
            {
                var reading = await connector.ReadAsync(Image(), CancellationToken.None);
                _ = reading.TypeId is { } type ? DocumentTypes.Find(type)!.Prove(reading.Evidence, Today) : null;
                readings++;
            }
            catch (ConnectorException)
            {
                failures++;
            }
        }

        // XML forgives little: of its damaged answers some 3 % can still be read.
        Assert.True(readings > count / 100, $"{readings} readings");
        Assert.True(failures > count / 20, $"{failures} failures");
    }
}
