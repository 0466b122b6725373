namespace IdOcrPortal.Documents;

/// <summary>One check that a type holds against its documents, for reference.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Fields">Names of the fields concerned.</param>
public sealed record CheckDefinition(string Code, string Title, IReadOnlyList<string> Fields);

/// <summary>
/// One kind of identity document: which fields it carries, how they are written, and which rules prove them. Pure: no input or output, no clock.
/// A new type is one file with one sealed record in <c>Types/</c>; <see cref="DocumentTypes"/> finds it by itself.
/// </summary>
public abstract record DocumentType
{
    private readonly Lazy<TypeRules> _rules;

    /// <summary>Rules are put together at first use, when the type's own properties stand.</summary>
    protected DocumentType() => _rules = new Lazy<TypeRules>(() => new TypeRules(this));

    /// <summary>Stable id, such as <c>passport</c>.</summary>
    public abstract string Id { get; }

    /// <summary>English name, such as "Passport".</summary>
    public abstract string Name { get; }

    /// <summary>Name in the issuer's own language, such as "Kartu Tanda Penduduk"; <see langword="null"/> where any state issues it.</summary>
    public virtual string? LocalName => null;

    /// <summary>Issuing state (Doc 9303 part 3 section 5 code), or <see langword="null"/> where any state issues it.</summary>
    public virtual string? IssuingState => null;

    /// <summary>The sides that are photographed.</summary>
    public virtual IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front];

    /// <summary>Nominal size.</summary>
    public virtual CardFormat Format => CardFormat.Id1;

    /// <summary>Fields in reading order.</summary>
    public abstract IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The formats of the machine-readable zones that these documents carry, the usual one first; empty where they carry none.</summary>
    public virtual IReadOnlyList<MrzFormat> Zones { get; } = [];

    /// <summary>What machines can read on the documents that are issued today, the zone first; older ones may lack a chip or code.</summary>
    public virtual IReadOnlyList<MachineReadablePart> MachineReadableParts => Zones.Count > 0 ? [MachineReadablePart.Mrz] : [];

    /// <summary>Whether every document of the type carries a zone on the side that is photographed.</summary>
    public virtual bool AlwaysCarriesZone => false;

    /// <summary>The scheme of the document number, where it is a national number with rules of its own.</summary>
    public virtual NumberScheme? Number => null;

    /// <summary>
    /// Where the zone holds the number of <see cref="Number"/>, on cards whose zone has a number of the card itself in the place of the document number;
    /// <see langword="null"/> where the document number stands in its own place. The card's own number is then <see cref="FieldNames.PersonalNumber"/>.
    /// </summary>
    internal virtual NumberPlace? NumberInZone => null;

    /// <summary>How long these documents are valid; <see langword="null"/> where they print no dates, or any state decides.</summary>
    public virtual Validity? Validity => null;

    /// <summary>Which ages the holders have; <see langword="null"/>: any.</summary>
    public virtual AgeLimits? Ages => null;

    /// <summary>Every check that the type holds, in the order in which they are shown. Issuers' own rules of zones come on top.</summary>
    public IReadOnlyList<CheckDefinition> Checks => _rules.Value.Definitions;

    internal TypeRules Rules => _rules.Value;

    /// <summary>The type's own definition of a field, or a plain one for a field that it does not carry.</summary>
    /// <param name="field">Name from <see cref="FieldNames"/>, or any other that a service gave.</param>
    public FieldDefinition DefinitionOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var ordinal = Rules.OrdinalOf(field);
        if (ordinal >= 0)
        {
            return Rules.Fields[ordinal];
        }

        var words = field.Replace('_', ' ').Trim();
        return new FieldDefinition(field, words.Length == 0 ? "Unnamed field" : string.Concat(char.ToUpperInvariant(words[0]), words[1..]), FieldGroup.Other);
    }

    /// <summary>Whether a zone of this type may begin with this document code (two characters).</summary>
    public virtual bool AllowsDocumentCode(ReadOnlySpan<char> code) => true;

    /// <summary>Whether a machine-readable zone of this format, document code and issuer belongs to a document of this type.</summary>
    public virtual bool Carries(Mrz mrz)
    {
        ArgumentNullException.ThrowIfNull(mrz);
        return Zones.Contains(mrz.Format) && (IssuingState is null || mrz.IssuingState?.Code == IssuingState);
    }

    /// <summary>Holds every rule of the type against what was read. Never throws for a bad document.</summary>
    /// <param name="evidence">What was read.</param>
    /// <param name="today">The day on which expiry and ages are judged.</param>
    public Proof Prove(Evidence evidence, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Prover.Prove(this, evidence, today);
    }

    /// <summary>Rules that no other type has.</summary>
    private protected virtual IEnumerable<Rule> OwnRules() => [];

    internal IEnumerable<Rule> ListOwnRules() => OwnRules();
}
