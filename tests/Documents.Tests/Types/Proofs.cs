using IdOcrPortal.Documents.Tests.Zones;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>Evidence and its proof in a line, for tests.</summary>
internal static class Proofs
{
    internal static readonly DateOnly Today = new(2026, 7, 29);

    internal static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    internal static DocumentType PassportType { get; } = DocumentTypes.Find("passport")!;

    /// <summary>A zone read with one probability for every character.</summary>
    internal static Evidence Zone(string lines, bool accepted = true, float? probability = 0.99f, params Claim[] claims)
    {
        var mrz = Specimens.Parse(lines);
        var probabilities = probability is { } p ? mrz.Lines.Select(line => Enumerable.Repeat(p, line.Length).ToArray()).ToList() : null;
        return new Evidence([.. MrzClaims.From(mrz, probabilities), .. claims], mrz.Lines, accepted);
    }

    internal static Claim Printed(string field, string text, double? confidence = 0.97, ClaimSource source = ClaimSource.Service) =>
        new(field, text, confidence, source);

    internal static Proof Prove(this Evidence evidence, DateOnly? today = null) => PassportType.Prove(evidence, today ?? Today);

    internal static ProvenField Field(this Proof proof, string name) => proof.Fields.Single(field => field.Name == name);

    internal static Check Check(this Proof proof, string code) => proof.Checks.Single(check => check.Code == code);

    internal static IEnumerable<string> Codes(this Proof proof) => proof.Findings.Select(finding => finding.Code);
}
