namespace IdOcrPortal.Web.Accounts;

/// <summary>What an account may do; one account may hold several.</summary>
public static class Roles
{
    /// <summary>Uploads, and sees the own documents only.</summary>
    public const string Uploader = "Uploader";

    /// <summary>Works the review queue.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>Second officer.</summary>
    public const string Approver = "Approver";

    /// <summary>Reads the audit and masked data; no pictures, no writes.</summary>
    public const string Auditor = "Auditor";

    /// <summary>Users, services, settings; no document content.</summary>
    public const string Admin = "Admin";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Uploader, Reviewer, Approver, Auditor, Admin];
}

/// <summary>Names of the authorization policies that pages and endpoints declare. A page that declares none is refused by the fallback policy's test.</summary>
public static class Policies
{
    /// <summary>Uploader, Reviewer or Approver.</summary>
    public const string Upload = "Upload";

    /// <summary>Reviewer or Approver.</summary>
    public const string Review = "Review";

    /// <summary>Reviewer, Approver or Auditor: sees that a document exists and where it stands.</summary>
    public const string Documents = "Documents";

    /// <summary>Auditor.</summary>
    public const string Audit = "Audit";

    /// <summary>Admin.</summary>
    public const string Administration = "Administration";
}
