using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// The portal's database. A context from the factory per operation; none is kept in a component. Contexts from the factory read;
/// what is saved goes through <see cref="PortalWriter"/>, and a save elsewhere throws.
/// </summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    private readonly HashSet<Guid> _changedDocuments = [];

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ServiceCallRow> ServiceCalls => Set<ServiceCallRow>();

    public DbSet<ServiceTestRow> ServiceTests => Set<ServiceTestRow>();

    public DbSet<ConfirmationRow> Confirmations => Set<ConfirmationRow>();

    public DbSet<AcknowledgementRow> Acknowledgements => Set<AcknowledgementRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditLogRow> AuditLog => Set<AuditLogRow>();

    /// <summary>Set by <see cref="PortalWriter"/> for the length of its transaction.</summary>
    internal bool IsUnderGate { get; set; }

    /// <summary>Documents whose state changed or that got a decision in this transaction: each needs an audit record.</summary>
    internal IReadOnlySet<Guid> ChangedDocuments => _changedDocuments;

    // Passkeys (version 3) keep JSON columns, which SQLite 3.35 cannot query.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BeforeSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PortalModel.Build(builder);
    }

    private void BeforeSave()
    {
        if (!IsUnderGate)
        {
            throw new InvalidOperationException("Changes are saved through PortalWriter.WriteAsync: one writer at a time, together with their audit records.");
        }

        foreach (var entry in ChangeTracker.Entries())
        {
            switch (entry.Entity)
            {
                case DocumentRow document when entry.State is EntityState.Added or EntityState.Deleted || entry.Property(nameof(DocumentRow.State)).IsModified:
                    _changedDocuments.Add(document.Id);
                    break;
                case DecisionRow decision when entry.State is not EntityState.Unchanged:
                    _changedDocuments.Add(decision.DocumentId);
                    break;
                default:
                    break;
            }
        }
    }
}
