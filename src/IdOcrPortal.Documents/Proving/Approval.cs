namespace IdOcrPortal.Documents;

/// <summary>Why a document may not be approved yet.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="Reason">For the officer; holds no personal value.</param>
public sealed record Blocker(string Field, string Reason);

/// <summary>
/// What a person's confirmation does, and what approval needs: no field Failed or in Conflict, and every key field Verified or Confirmed. A key field that
/// not every document carries (not required) does not block while it is empty.
/// </summary>
public static class Approval
{
    /// <summary>Whether somebody has to look at a field: anything doubtful or worse, and a key field for which nothing independent speaks.</summary>
    public static bool NeedsAttention(FieldDefinition definition, FieldStatus status)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return status >= FieldStatus.Attention || (status == FieldStatus.Read && definition.IsKey);
    }

    /// <summary>
    /// Whether nobody gave the field and nobody has to do anything about it: not every document carries it, or it stands on a side that was not read.
    /// A required key field is never absent, for approval waits for it.
    /// </summary>
    public static bool IsAbsent(FieldDefinition definition, ProvenField field)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(field);
        return field is { Original: null, Status: FieldStatus.Read } && definition is not { IsKey: true, IsRequired: true };
    }

    /// <summary>
    /// The status of a field after a person compared it with the picture. Confirming makes Verified, Read and Attention to Confirmed. It does not heal
    /// Failed and Conflict (a person who sees a wrong digit on the picture confirms a wrong document), and there is nothing to confirm in Missing.
    /// </summary>
    public static FieldStatus WithConfirmation(FieldStatus status, bool isConfirmed) =>
        isConfirmed && status is FieldStatus.Verified or FieldStatus.Read or FieldStatus.Attention ? FieldStatus.Confirmed : status;

    /// <summary>The proof with the confirmations of this round applied.</summary>
    /// <param name="proof">What the type made of the evidence.</param>
    /// <param name="confirmed">Names of the fields that a person confirmed; unknown names are ignored, as are empty fields.</param>
    public static Proof WithConfirmations(Proof proof, IReadOnlySet<string> confirmed)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(confirmed);
        return proof with { Fields = [.. proof.Fields.Select(field => Confirm(field, confirmed))] };
    }

    /// <summary>What keeps the document from being approved, in reading order; empty where nothing does.</summary>
    /// <param name="type">The type that made the proof.</param>
    /// <param name="proof">The proof, without confirmations.</param>
    /// <param name="confirmed">Names of the fields that a person confirmed in this round.</param>
    public static IReadOnlyList<Blocker> Blockers(DocumentType type, Proof proof, IReadOnlySet<string> confirmed)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(confirmed);
        if (type.Id != proof.TypeId)
        {
            throw new ArgumentException($"The proof was made by the type {proof.TypeId}, not by {type.Id}.", nameof(type));
        }

        var blockers = new List<Blocker>();
        foreach (var definition in type.Fields)
        {
            var field = proof.Fields.FirstOrDefault(field => field.Name == definition.Name);
            if (Reason(definition, field is null ? null : Confirm(field, confirmed)) is { } reason)
            {
                blockers.Add(new Blocker(definition.Name, reason));
            }
        }

        return blockers;
    }

    private static string? Reason(FieldDefinition definition, ProvenField? field) => field switch
    {
        { Status: FieldStatus.Failed } => $"{definition.Label}: a check proves the value wrong.",
        { Status: FieldStatus.Conflict } => $"{definition.Label}: two sources disagree.",
        _ when !definition.IsKey => null,
        { Status: FieldStatus.Verified or FieldStatus.Confirmed } => null,
        null or { Original: null } when !definition.IsRequired => null,
        null or { Original: null } => $"{definition.Label}: nothing was read.",
        _ => $"{definition.Label}: compare it with the picture and confirm it.",
    };

    private static ProvenField Confirm(ProvenField field, IReadOnlySet<string> confirmed)
    {
        var status = WithConfirmation(field.Status, field.Original is not null && confirmed.Contains(field.Name));
        return status == field.Status ? field : field with { Status = status, Reason = "A person compared it with the picture." };
    }
}
