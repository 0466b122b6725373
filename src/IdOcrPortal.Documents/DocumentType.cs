namespace IdOcrPortal.Documents;

/// <summary>Where a field stands on the review screen.</summary>
public enum FieldGroup
{
    Identity,
    Document,
    Address,
    MachineReadable,
    Other,
}

/// <summary>A field that documents of a type carry.</summary>
/// <param name="Name">Name from <see cref="FieldNames"/>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Group">Where it stands on the screen.</param>
/// <param name="IsKey">Whether approval needs it Verified or Confirmed.</param>
/// <param name="IsRequired">Whether it is Missing when nobody gave it.</param>
public sealed record FieldDefinition(string Name, string Label, FieldGroup Group, bool IsKey = false, bool IsRequired = false);

/// <summary>
/// One kind of identity document: which fields it carries and which rules prove it. Pure: no input or output, no clock.
/// A new type is one file with one sealed record in <c>Types/</c>; <see cref="DocumentTypes"/> finds it by itself.
/// </summary>
public abstract record DocumentType
{
    /// <summary>Stable id, such as <c>passport</c>.</summary>
    public abstract string Id { get; }

    /// <summary>English name, such as "Passport".</summary>
    public abstract string Name { get; }

    /// <summary>Issuing state (Doc 9303 part 3 section 5 code), or <see langword="null"/> where any state issues it.</summary>
    public virtual string? IssuingState => null;

    /// <summary>Fields in reading order.</summary>
    public abstract IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>Whether a machine-readable zone of this format, document code and issuer belongs to a document of this type.</summary>
    public virtual bool Carries(Mrz mrz) => false;

    /// <summary>Holds every rule of the type against what was read. Never throws for a bad document.</summary>
    /// <param name="evidence">What was read.</param>
    /// <param name="today">The day on which expiry and ages are judged.</param>
    public abstract Proof Prove(Evidence evidence, DateOnly today);
}
