using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IdOcrPortal.Reader.Cli;

/// <summary>
/// <c>read FILE… [--json]</c>: the machine-readable zone of each file, in the order of the files, each line as soon as it and those
/// before it are known. Runs on the same workers as the portal, so a hostile file ends at most its own line.
/// </summary>
internal static class ReadCommand
{
    internal static readonly Command Instance = new("read", "read FILE… [--json]",
        "Reads the machine-readable zone of each picture; --json prints one JSON object a line.", RunAsync);

    private static Task<int> RunAsync(string[] arguments)
    {
        var optionsEnd = Array.IndexOf(arguments, "--");
        var options = (optionsEnd < 0 ? arguments : arguments[..optionsEnd]).Where(argument => argument.StartsWith('-')).ToList();
        var files = arguments.Where((argument, index) => index != optionsEnd && ((optionsEnd >= 0 && index > optionsEnd) || !argument.StartsWith('-'))).ToList();
        if (files.Count == 0 || options.Any(option => option != "--json"))
        {
            Console.Error.WriteLine($"Usage: {Instance.Usage}");
            Console.Error.WriteLine("Files whose names start with - come after --. Exit code: 0 all files were read, 1 some were not, 2 wrong usage.");
            return Task.FromResult(Command.WrongUsage);
        }

        return RunAsync(files, options.Count > 0 ? WriteJson : WriteText, Console.OpenStandardOutput());
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> files, Action<IBufferWriter<byte>, FileReading> write, Stream output)
    {
        var settings = new ReaderPoolOptions();
        await using var pool = new ReaderPool(settings);
        var ahead = new Queue<Task<FileReading>>();
        var failed = false;
        foreach (var file in files)
        {
            // One waits ready for each that is being read; more would only fill memory.
            if (ahead.Count == 2 * settings.Workers)
            {
                await PrintAsync();
            }

            ahead.Enqueue(FileReading.OfAsync(pool, file, CancellationToken.None));
        }

        while (ahead.Count > 0)
        {
            await PrintAsync();
        }

        return failed ? Command.Failed : Command.Done;

        async Task PrintAsync()
        {
            var reading = await ahead.Dequeue();
            failed |= reading.Error is not null;
            var line = new ArrayBufferWriter<byte>();
            write(line, reading);
            line.Write("\n"u8);
            await output.WriteAsync(line.WrittenMemory);
            await output.FlushAsync();
        }
    }

    private static void WriteJson(IBufferWriter<byte> line, FileReading file)
    {
        // Not for HTML: names and < stay readable.
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("file", file.File);
        if (file.Reading is { } reading)
        {
            WriteReading(json, reading);
        }
        else
        {
            json.WriteStartObject("error");
            json.WriteString("code", file.Error!.Code);
            json.WriteString("message", file.Error.Message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, PictureReading reading)
    {
        var mrz = reading.Mrz;
        json.WriteString("format", mrz is null ? null : FileReading.Name(mrz.Format));
        json.WriteStartArray("mrz");
        foreach (var text in mrz?.Lines ?? [])
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteNumber("rotation", mrz?.Rotation ?? 0);
        json.WriteBoolean("allChecksValid", mrz?.AllChecksValid ?? false);
        json.WriteBoolean("accepted", mrz?.Accepted ?? false);
        json.WriteNumber("corrected", mrz?.Corrected ?? 0);
        json.WriteNumber("weakest", Math.Round(mrz?.Weakest ?? 0, 4));
        json.WriteNumber("ms", Math.Round(reading.Elapsed.TotalMilliseconds, 1));
    }

    private static void WriteText(IBufferWriter<byte> line, FileReading file)
    {
        var text = new StringBuilder();
        if (file is { Reading: { Mrz: { } mrz } reading })
        {
            var verdict = mrz.Accepted ? "accepted" : mrz.AllChecksValid ? "check digits valid, not every character certain" : "to be checked by eye";
            text.Append(CultureInfo.InvariantCulture, $"{file.File}: {FileReading.Name(mrz.Format)}, {verdict}, {reading.Elapsed.TotalMilliseconds:0} ms");
            foreach (var row in mrz.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n    {row}");
            }
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.File}: {file.Error?.Message ?? "no machine-readable zone found"}");
        }

        line.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
