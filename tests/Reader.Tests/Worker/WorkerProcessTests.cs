using System.Diagnostics;
using IdOcrPortal.Reader.Tests.Headers;
using IdOcrPortal.Reader.Worker;

namespace IdOcrPortal.Reader.Tests.Worker;

/// <summary>The worker alone, driven through its pipes.</summary>
public sealed class WorkerProcessTests : IDisposable
{
    private readonly Process _worker = Process.Start(WorkerCommand.Own(768).StartInfo(768))!;

    [Fact]
    public async Task Ends_when_its_pipe_is_closed_so_that_a_killed_portal_leaves_none_behind()
    {
        Assert.NotNull((await AskAsync(new Request(Work.Hello) { Id = 1 })).Availability);

        _worker.StandardInput.Close();

        await _worker.WaitForExitAsync();
        Assert.Equal(0, _worker.ExitCode);
    }

    [Fact]
    public async Task Answers_with_the_number_of_the_request()
    {
        var answer = await AskAsync(new Request(Work.Inspect) { Id = 4711 }, Pictures.Jpeg(64, 48));

        Assert.Equal(4711, answer.Id);
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, 64, 48, 1, 1), answer.Facts);
    }

    [Theory]
    [InlineData("a length above the bound", new byte[] { 0xFF, 0xFF, 0xFF, 0x7F, 2, 0, 0, 0 })]
    [InlineData("no JSON", new byte[] { 6, 0, 0, 0, 2, 0, 0, 0, 1, 2 })]
    public async Task Ends_with_an_error_when_the_request_breaks_the_protocol(string what, byte[] request)
    {
        Assert.NotEmpty(what);
        await _worker.StandardInput.BaseStream.WriteAsync(request);
        await _worker.StandardInput.BaseStream.FlushAsync();

        await _worker.WaitForExitAsync();
        Assert.NotEqual(0, _worker.ExitCode);
        Assert.Equal(0, await _worker.StandardOutput.BaseStream.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Refuses_to_work_by_another_version_of_the_protocol()
    {
        await Frame.WriteAsync(_worker.StandardInput.BaseStream, new Request(Work.Hello) { Version = 99 }, Messages.Default.Request, default);

        await _worker.WaitForExitAsync();
        Assert.NotEqual(0, _worker.ExitCode);
    }

    public void Dispose()
    {
        _worker.Kill();
        _worker.Dispose();
    }

    private async Task<Answer> AskAsync(Request request, byte[]? picture = null)
    {
        await Frame.WriteAsync(_worker.StandardInput.BaseStream, request, Messages.Default.Request, picture);
        var answer = await Frame.ReadAsync(_worker.StandardOutput.BaseStream, Messages.Default.Answer);
        Assert.NotNull(answer);
        return answer.Value.Head;
    }
}
