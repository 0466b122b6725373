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

/// <summary>A side of a card; a passport's data page is a front.</summary>
public enum CardSide
{
    Front,
    Back,
}

/// <summary>A field that documents of a type carry.</summary>
/// <param name="Name">Name from <see cref="FieldNames"/>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Group">Where it stands on the screen.</param>
/// <param name="IsKey">Whether approval needs it Verified or Confirmed.</param>
/// <param name="IsRequired">Whether it is Missing when nobody gave it, though its side was read.</param>
public sealed record FieldDefinition(string Name, string Label, FieldGroup Group, bool IsKey = false, bool IsRequired = false)
{
    /// <summary>How its values are written, and how they become their normalised form.</summary>
    public FieldForm Form { get; init; } = FieldForms.Usual(Name);

    /// <summary>The label without the card's own word for it, which stands behind it in brackets.</summary>
    internal string ShortLabel => Label.Split(" (")[0];

    /// <summary>The side on which it is printed.</summary>
    public CardSide Side { get; init; }
}
