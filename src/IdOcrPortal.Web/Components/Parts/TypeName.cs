using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Components.Parts;

/// <summary>What people call a document type.</summary>
public static class TypeName
{
    /// <summary>The type's English name; "Not known" where nothing was detected.</summary>
    public static string Of(string? typeId) => typeId is null ? "Not known" : DocumentTypes.Find(typeId)?.Name ?? typeId;

    /// <summary>The name that the card itself bears, and the language of its script; <see langword="null"/> where it bears none of its own.</summary>
    public static (string Name, string? Language)? LocalOf(string? typeId) =>
        typeId is not null && DocumentTypes.Find(typeId) is { LocalName: { } local } type ? (local, ValueLanguage.Of(local, type.IssuingState)) : null;

    /// <summary>Both names on one line, for lists that can hold no markup; the card's own where it says more than the English one.</summary>
    public static string InBoth(DocumentType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.LocalName is { } local && !type.Name.Contains(local, StringComparison.OrdinalIgnoreCase) ? $"{type.Name} – {local}" : type.Name;
    }

    /// <summary>Where documents of the type come from, in English.</summary>
    public static string StateOf(DocumentType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IssuingState is { } code ? StateCodes.Find(code)?.Name ?? code : AnyState;
    }

    /// <summary>Heads the types that any state issues.</summary>
    public const string AnyState = "Any state";
}
