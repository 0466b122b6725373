namespace IdOcrPortal.Documents;

/// <summary>A rule of one issuing state about its own zones: the shape of its numbers, or what it writes into the optional data.</summary>
/// <param name="Code">Stable code: <c>mrz.issuer.tha.personal_number</c>.</param>
/// <param name="Issuer">Code of the state as it stands in the zone, without fillers: <c>THA</c>, <c>D</c>.</param>
/// <param name="Formats">The formats that it speaks of.</param>
/// <param name="Title">The rule in a few words, for people.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Fields">Names of the fields concerned.</param>
/// <param name="Judge">Holds it against a zone of that issuer and format. Never throws; details hold no personal value.</param>
internal sealed record IssuerRule(
    string Code, string Issuer, IReadOnlyList<MrzFormat> Formats, string Title, string Source, IReadOnlyList<string> Fields, Func<Mrz, DateOnly, AspectResult> Judge);
