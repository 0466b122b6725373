using System.Text.Json;
using IdOcrPortal.Reader.Tests.Headers;

namespace IdOcrPortal.Reader.Tests.Cli;

/// <summary>The command line as a person types it.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Says_of_each_file_in_order_why_it_cannot_be_read_and_goes_on()
    {
        string[] files =
        [
            File("pdf.jpg", "%PDF-1.7"u8.ToArray()), Path.Combine(_folder.FullName, "missing.jpg"), _folder.FullName,
            File("empty.png", []), File("größe.jpg", Pictures.Jpeg(65535, 65535)), File("large.jpg", new byte[11 * 1024 * 1024]),
        ];

        var (exitCode, output, _) = await RunAsync(["read", "--json", .. files]);

        Assert.Equal(1, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(files, lines.Select(line => line.GetProperty("file").GetString()));
        Assert.Equal(
            ["picture.pdf", "file.missing", "file.is_directory", "picture.empty", "picture.side_too_long", "picture.too_large"],
            lines.Select(line => line.GetProperty("error").GetProperty("code").GetString()));
        Assert.All(lines, line => Assert.EndsWith(".", line.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_of_a_picture_without_a_zone_that_it_has_none()
    {
        var blank = File("blank.png", Pictures.Png(640, 480));

        var (exitCode, output, errors) = await RunAsync(["read", blank, "--json"]);

        Assert.Equal((0, ""), (exitCode, errors));
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ["file", "format", "mrz", "rotation", "allChecksValid", "accepted", "corrected", "weakest", "ms"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("format").ValueKind);
        Assert.Equal(0, line.GetProperty("mrz").GetArrayLength());
        Assert.False(line.GetProperty("accepted").GetBoolean());
        Assert.True(line.GetProperty("ms").GetDouble() > 0);
        Assert.Equal($"{blank}: no machine-readable zone found\n", (await RunAsync(["read", blank])).Output);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "--json")]
    [InlineData("read", "--xml", "a.jpg")]
    [InlineData("raed", "a.jpg")]
    [InlineData("worker")]
    [InlineData("worker", "--memory", "lots")]
    public async Task Ends_with_2_on_wrong_usage(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task Explains_itself()
    {
        var (exitCode, output, _) = await RunAsync(["--help"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("read FILE… [--json]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_name_that_starts_with_a_dash_after_two()
    {
        File("-odd.jpg", "GIF89a"u8.ToArray());

        var (exitCode, output, _) = await RunAsync(["read", "--json", "--", "-odd.jpg"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("picture.gif", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments) => Typed.RunAsync(arguments, input: null, _folder.FullName);
}
