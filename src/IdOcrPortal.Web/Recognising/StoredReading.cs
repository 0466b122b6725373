using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Recognising;

/// <summary>The encrypted part of a reading: everything that was read and proved, as it was then.</summary>
public sealed record StoredReading(
    string? TypeId, Evidence Evidence, IReadOnlyList<float[]> MrzProbabilities, Proof? Proof, IReadOnlyList<Warning> Warnings,
    IReadOnlyDictionary<Coverage, CoverageResult> Coverage, bool PortraitCutLocally, byte[] RawAnswer)
{
    /// <summary>Name of the portrait's blob; <see langword="null"/> where there is none.</summary>
    public string? PortraitBlob { get; init; }

    /// <summary>Degrees clockwise by which the picture has to be turned to stand upright.</summary>
    public int Rotation { get; init; }

    /// <summary>The issuing state that the reading names; <see langword="null"/> where it names none.</summary>
    internal string? IssuingState => Evidence.Claims.FirstOrDefault(claim => claim.Field == FieldNames.IssuingState)?.Text;

    /// <summary>Encrypts it under the document's key.</summary>
    internal Task<byte[]> SealAsync(DocumentVault vault, Guid dataKeyId, Guid documentId, CancellationToken cancellationToken) =>
        vault.SealAsync(dataKeyId, documentId, BlobKind.Reading, JsonSerializer.SerializeToUtf8Bytes(this, StoredReadingJson.Default.StoredReading), cancellationToken);

    /// <summary>Decrypts the document's reading.</summary>
    internal static async Task<StoredReading> UnsealAsync(DocumentVault vault, DocumentRow document, ReadingRow row, CancellationToken cancellationToken)
    {
        var json = await vault.UnsealAsync(document.DataKeyId, document.Id, BlobKind.Reading, row.Payload, cancellationToken);
        return JsonSerializer.Deserialize(json, StoredReadingJson.Default.StoredReading)
            ?? throw new JsonException("A stored reading is empty.");
    }
}

/// <summary>How a reading is written down.</summary>
[JsonSerializable(typeof(StoredReading))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StoredReadingJson : JsonSerializerContext;
