using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Cli;

/// <summary>How a proof is written on the command line.</summary>
internal static class ProofJson
{
    // Khmer and Chinese as themselves: the text goes to a terminal or a program, never into a page.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(IBufferWriter<byte> buffer, Proof proof)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("type", proof.TypeId);
        json.WriteStartObject("fields");
        // What nobody gave and not every document carries is left out.
        foreach (var field in proof.Fields.Where(field => field.Original is not null || field.Status == FieldStatus.Missing))
        {
            Write(json, field);
        }

        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in proof.Checks)
        {
            Write(json, check);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in proof.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.ToString());
            json.WriteString("message", finding.Message);
            Write(json, "fields", finding.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("proposals");
        foreach (var proposal in proof.Proposals)
        {
            json.WriteStartObject();
            json.WriteString("field", proposal.Field);
            json.WriteString("before", proposal.Before);
            json.WriteString("after", proposal.After);
            json.WriteString("reason", proposal.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ProvenField field)
    {
        json.WriteStartObject(field.Name);
        json.WriteString("original", field.Original);
        json.WriteString("normalised", field.Normalised);
        json.WriteString("status", field.Status.ToString());
        json.WriteString("rule", field.Rule);
        json.WriteString("reason", field.Reason);
        json.WriteString("source", field.Source?.ToString());
        if (field.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", confidence);
        }

        Write(json, "checks", field.Checks);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject();
        json.WriteString("code", check.Code);
        json.WriteString("title", check.Title);
        json.WriteString("result", check.Result.ToString());
        Write(json, "fields", check.Fields);
        json.WriteString("detail", check.Detail);
        if (check.Digit is { } digit)
        {
            json.WriteStartObject("digit");
            json.WriteNumber("line", digit.Line);
            json.WriteNumber("position", digit.Position);
            json.WriteString("found", digit.Found.ToString());
            json.WriteString("expected", digit.Expected.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
