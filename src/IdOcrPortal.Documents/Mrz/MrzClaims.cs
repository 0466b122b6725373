namespace IdOcrPortal.Documents;

/// <summary>What a machine-readable zone claims, field by field.</summary>
public static class MrzClaims
{
    /// <summary>One claim per field that is not empty; its confidence is the least probability of its characters.</summary>
    public static IReadOnlyList<Claim> From(Mrz mrz, IReadOnlyList<float[]>? probabilities) => throw new NotImplementedException();
}
