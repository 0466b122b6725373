using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>One answer, ready to be sent.</summary>
/// <param name="Outcome">What <c>/control/calls</c> counts: <c>ok</c>, or the vendor's code.</param>
internal sealed record WireAnswer(int Status, string ContentType, byte[] Body, string Outcome)
{
    /// <summary>Counted as this where nothing went wrong.</summary>
    internal const string Ok = "ok";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    internal static WireAnswer OfJson(int status, JsonNode body, string outcome = Ok) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString(Json)), outcome);

    internal WireAnswer With(string name, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(name, value)] };
}
