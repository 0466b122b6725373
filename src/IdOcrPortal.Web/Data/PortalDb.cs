using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Data;

/// <summary>The portal's database. A context from the factory per operation; none is kept in a component.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ServiceCallRow> ServiceCalls => Set<ServiceCallRow>();

    public DbSet<ConfirmationRow> Confirmations => Set<ConfirmationRow>();

    public DbSet<AcknowledgementRow> Acknowledgements => Set<AcknowledgementRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditLogRow> AuditLog => Set<AuditLogRow>();
}
