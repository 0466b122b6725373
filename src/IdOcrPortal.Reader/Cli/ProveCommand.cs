using System.Buffers;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Cli;

/// <summary>
/// <c>prove --json</c>: JSON lines of what somebody read come in, JSON lines of what our rules make of it go out, in the same order. No worker, no picture.
/// What is wrong with one line ends that line alone.
/// </summary>
internal static class ProveCommand
{
    internal static readonly Command Instance = new("prove", "prove --json < LINES",
        "Holds every rule of a document type against values that were read elsewhere; one JSON object a line in and out.", RunAsync);

    private static Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not ["--json"])
        {
            Console.Error.WriteLine($"Usage: {Instance.Usage}");
            Console.Error.WriteLine("""Each line: {"type":"idn-ktp","today":"2026-11-21","fields":{"sex":"LAKI-LAKI"},"confidence":{"sex":0.98},"mrz":["…"]}""");
            Console.Error.WriteLine("Left out at will: type where an mrz tells it, today (then the machine's day), confidence, mrz; back: fields of the other side; second: another reading.");
            Console.Error.WriteLine("Exit code: 0 all lines were proved, 1 some could not be understood, 2 wrong usage.");
            return Task.FromResult(Command.WrongUsage);
        }

        return RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput());
    }

    private static async Task<int> RunAsync(Stream input, Stream output)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var buffer = new ArrayBufferWriter<byte>();
        var failed = false;
        using var lines = new StreamReader(input, Encoding.UTF8);
        for (var number = 1; await lines.ReadLineAsync() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            failed |= !Answer(line, number, today, buffer);
            buffer.Write("\n"u8);
            await output.WriteAsync(buffer.WrittenMemory);
            buffer.ResetWrittenCount();
        }

        await output.FlushAsync();
        return failed ? Command.Failed : Command.Done;
    }

    private static bool Answer(string line, int number, DateOnly today, ArrayBufferWriter<byte> buffer)
    {
        try
        {
            var request = ProofRequest.Parse(line);
            var proof = request.Type.Prove(request.Evidence, request.Today ?? today);
            ProofJson.Write(buffer, proof);
            return true;
        }
        catch (ProofRequestException wrong)
        {
            using var json = new Utf8JsonWriter(buffer, ProofJson.Options);
            json.WriteStartObject();
            json.WriteNumber("line", number);
            json.WriteStartObject("error");
            json.WriteString("code", wrong.Code);
            json.WriteString("message", wrong.Message);
            json.WriteEndObject();
            json.WriteEndObject();
            return false;
        }
    }
}
