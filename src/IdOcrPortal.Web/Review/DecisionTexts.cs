using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Review;

/// <summary>What an officer wrote with a decision; encrypted under the document's key, because free text may hold anything.</summary>
/// <param name="UploaderText">For the uploader; empty for an approval.</param>
internal sealed record DecisionTexts(string UploaderText)
{
    internal static DecisionTexts None { get; } = new("");

    internal async Task<byte[]> SealAsync(DocumentVault vault, DocumentRow document, CancellationToken cancellationToken) =>
        this == None
            ? []
            : await vault.SealAsync(
                document.DataKeyId, document.Id, BlobKind.DecisionTexts, JsonSerializer.SerializeToUtf8Bytes(this, DecisionTextsJson.Default.DecisionTexts), cancellationToken);

    internal static async Task<DecisionTexts> UnsealAsync(DocumentVault vault, DocumentRow document, DecisionRow decision, CancellationToken cancellationToken)
    {
        if (decision.Texts.Length == 0)
        {
            return None;
        }

        var json = await vault.UnsealAsync(document.DataKeyId, document.Id, BlobKind.DecisionTexts, decision.Texts, cancellationToken);
        return JsonSerializer.Deserialize(json, DecisionTextsJson.Default.DecisionTexts) ?? throw new JsonException("The texts of a decision are empty.");
    }
}

[JsonSerializable(typeof(DecisionTexts))]
internal sealed partial class DecisionTextsJson : JsonSerializerContext;
