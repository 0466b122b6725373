using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>Through a real socket to a real portal process.</summary>
public sealed class UploadEndpointTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static int s_seed = 1000;

    [Fact]
    public async Task A_picture_is_stored_once_however_often_it_is_repeated()
    {
        var (file, uploadId) = (NewFile(), Guid.NewGuid());
        using var first = await portal.Uploader.UploadAsync(file, uploadId);
        using var repeat = await portal.Uploader.UploadAsync(file, uploadId);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await repeat.Content.ReadAsStringAsync());
        var answer = await JsonAsync(first);
        Assert.Equal("stored", answer.GetProperty("state").GetString());
        Assert.Equal(4, answer.GetProperty("shortId").GetString()!.Length);
    }

    [Fact]
    public async Task The_same_bytes_again_are_answered_with_the_document_sent_before()
    {
        var file = NewFile();
        var first = await JsonAsync(await portal.Uploader.UploadAsync(file));
        using var second = await portal.Uploader.UploadAsync(file);
        using var anyway = await portal.Uploader.UploadAsync(file, change: request => request.Headers.Add("X-Send-Anyway", "true"));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var duplicate = await JsonAsync(second);
        Assert.True(duplicate.GetProperty("duplicate").GetBoolean());
        Assert.Equal(first.GetProperty("documentId").GetGuid(), duplicate.GetProperty("documentId").GetGuid());
        Assert.True(duplicate.TryGetProperty("sentAt", out _));
        Assert.Equal(HttpStatusCode.Created, anyway.StatusCode);
    }

    [Theory]
    [InlineData("RequestVerificationToken", null, 400, "upload.token")]
    [InlineData("RequestVerificationToken", "forged", 400, "upload.token")]
    [InlineData("X-Upload-Id", null, 400, "upload.id")]
    [InlineData("X-Upload-Id", "7", 400, "upload.id")]
    [InlineData("X-File-Name", null, 400, "upload.name")]
    [InlineData("X-Document-Type", "no-such-type", 400, "upload.type")]
    [InlineData("Content-Type", "multipart/form-data; boundary=x", 400, "upload.token")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", 400, "upload.token")]
    [InlineData("Content-Type", "text/html", 415, "upload.content_type")]
    [InlineData("Content-Type", null, 415, "upload.content_type")]
    public async Task A_request_that_is_not_the_pages_own_is_refused_in_the_error_body(string header, string? value, int status, string code)
    {
        using var answer = await portal.Uploader.UploadAsync(NewFile(), change: request =>
        {
            var headers = (HttpHeaders)(header == "Content-Type" ? request.Content!.Headers : request.Headers);
            headers.Remove(header);
            if (value is not null)
            {
                headers.TryAddWithoutValidation(header, value);
            }
        });
        await AssertRefusedAsync(answer, status, code);
    }

    [Theory]
    [InlineData("", "picture.empty")]
    [InlineData("%PDF-1.7", "picture.pdf")]
    [InlineData("just text", "picture.not_an_image")]
    public async Task A_file_that_is_no_picture_is_refused_with_what_to_do(string content, string code)
    {
        using var answer = await portal.Uploader.UploadAsync(Encoding.ASCII.GetBytes(content));
        await AssertRefusedAsync(answer, 422, code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_10_MiB_is_refused_whether_announced_or_not(bool chunked)
    {
        using var answer = await portal.Uploader.UploadAsync(new byte[(10 * 1024 * 1024) + 1], change: request => request.Headers.TransferEncodingChunked = chunked);
        await AssertRefusedAsync(answer, 413, "picture.too_large");
    }

    [Fact]
    public async Task Nobody_uploads_without_a_session_and_is_told_so_without_a_redirect()
    {
        using var stranger = PortalClient.Anonymous(portal.Address);
        stranger.Token = portal.Uploader.Token;
        using var answer = await stranger.UploadAsync(NewFile());
        await AssertRefusedAsync(answer, 401, "session.missing");
    }

    [Theory]
    [InlineData(Roles.Uploader, true)]
    [InlineData(Roles.Reviewer, true)]
    [InlineData(Roles.Approver, true)]
    [InlineData(Roles.Auditor, false)]
    [InlineData(Roles.Admin, false)]
    public async Task Roles_upload_as_the_table_says(string role, bool may)
    {
        using var answer = await portal.As(role).UploadAsync(NewFile());
        if (may)
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
        else
        {
            await AssertRefusedAsync(answer, 403, "session.not_allowed");
        }
    }

    [Fact]
    public async Task A_body_that_stops_in_the_middle_stores_nothing()
    {
        var (file, uploadId) = (NewFile(), Guid.NewGuid());
        using (var socket = new TcpClient())
        {
            // Announces more than it sends, then hangs up.
            await socket.ConnectAsync(portal.Address.Host, portal.Address.Port);
            var head = $"POST /api/uploads HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nContent-Length: {file.Length + 500}\r\nContent-Type: application/octet-stream\r\n"
                + $"Cookie: {portal.Uploader.Cookies}\r\nRequestVerificationToken: {portal.Uploader.Token}\r\nX-Upload-Id: {uploadId}\r\nX-File-Name: a.png\r\n\r\n";
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(file);
            socket.Client.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain(" 201 ", await HearAsync(stream), StringComparison.Ordinal);
        }

        // Had the torn upload been kept, this one would be its repeat or its duplicate.
        using var whole = await portal.Uploader.UploadAsync(file);
        Assert.Equal(HttpStatusCode.Created, whole.StatusCode);
    }

    internal static async Task AssertRefusedAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var body = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, body.GetProperty("code").GetString());
        Assert.NotEqual("", body.GetProperty("message").GetString());
    }

    /// <summary>What the portal says before the connection ends, in order or by a reset.</summary>
    private static async Task<string> HearAsync(NetworkStream stream)
    {
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var read)
            {
                heard.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            heard.Append("(reset)");
        }

        return heard.ToString();
    }

    internal static byte[] NewFile() => TestPicture.Png(Interlocked.Increment(ref s_seed));

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
