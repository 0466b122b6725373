using System.Buffers;
using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Cli;

/// <summary><c>types [--json]</c>: every document type with its fields and checks.</summary>
internal static class TypesCommand
{
    internal static readonly Command Instance = new("types", "types [--json]",
        "Lists every document type; --json prints one JSON object a line, with its fields and checks.", RunAsync);

    private static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not ([] or ["--json"]))
        {
            Console.Error.WriteLine($"Usage: {Instance.Usage}");
            return Command.WrongUsage;
        }

        if (arguments.Length == 0)
        {
            var width = DocumentTypes.All.Max(type => type.Id.Length);
            foreach (var type in DocumentTypes.All)
            {
                Console.Out.WriteLine($"{type.Id.PadRight(width)}  {type.Name}: {type.Fields.Count} fields, {type.Checks.Count} checks");
            }

            return Command.Done;
        }

        await using var output = Console.OpenStandardOutput();
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var type in DocumentTypes.All)
        {
            Write(buffer, type);
            buffer.Write("\n"u8);
        }

        await output.WriteAsync(buffer.WrittenMemory);
        return Command.Done;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, DocumentType type)
    {
        using var json = new Utf8JsonWriter(buffer, ProofJson.Options);
        json.WriteStartObject();
        json.WriteString("id", type.Id);
        json.WriteString("name", type.Name);
        json.WriteString("localName", type.LocalName);
        json.WriteString("issuingState", type.IssuingState);
        ProofJson.Write(json, "sides", [.. type.Sides.Select(side => side.ToString())]);
        json.WriteStartObject("format");
        json.WriteString("name", type.Format.Name);
        json.WriteNumber("widthMm", type.Format.WidthMm);
        json.WriteNumber("heightMm", type.Format.HeightMm);
        json.WriteEndObject();
        ProofJson.Write(json, "machineReadable", [.. type.MachineReadableParts.Select(part => part.ToString())]);
        ProofJson.Write(json, "zones", [.. type.Zones.Select(FileReading.Name)]);
        json.WriteString("number", type.Number?.Name);
        json.WriteString("validity", type.Validity?.Description);
        json.WriteStartArray("fields");
        foreach (var field in type.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("label", field.Label);
            json.WriteString("group", field.Group.ToString());
            json.WriteBoolean("key", field.IsKey);
            json.WriteBoolean("required", field.IsRequired);
            json.WriteString("side", field.Side.ToString());
            json.WriteString("form", field.Form.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in type.Checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            json.WriteString("title", check.Title);
            ProofJson.Write(json, "fields", check.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
