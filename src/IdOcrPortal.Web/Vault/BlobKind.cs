namespace IdOcrPortal.Web.Vault;

/// <summary>What a blob or payload holds; part of what its encryption authenticates.</summary>
public enum BlobKind : byte
{
    Original = 1,
    Preview = 2,
    Portrait = 3,
    Reading = 4,
    Label = 5,
    DecisionTexts = 6,
    AuditPrivate = 7,
}
