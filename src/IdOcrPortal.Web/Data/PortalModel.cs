using IdOcrPortal.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Data;

/// <summary>Keys, indexes and the rules that the database itself holds. Nothing cascades: rows go when a command says so.</summary>
internal static class PortalModel
{
    internal static void Build(ModelBuilder model)
    {
        Documents(model);
        Recognition(model);
        Review(model);
        Audit(model);
    }

    private static void Documents(ModelBuilder model) => model.Entity<DocumentRow>(document =>
    {
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.UploaderId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.ClaimHolderId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => new { d.State, d.ReceivedAt });
        document.HasIndex(d => new { d.UploaderId, d.ReceivedAt });
        document.HasIndex(d => new { d.UploaderId, d.UploadId }).IsUnique();
        document.HasIndex(d => d.ContentMark);
    });

    private static void Recognition(ModelBuilder model)
    {
        model.Entity<ReadingRow>(reading =>
        {
            reading.HasOne<DocumentRow>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
            reading.HasIndex(r => new { r.DocumentId, r.Run }).IsUnique();
        });
        model.Entity<JobRow>(job =>
        {
            job.HasKey(j => j.DocumentId);
            job.HasOne<DocumentRow>().WithOne().HasForeignKey<JobRow>(j => j.DocumentId).OnDelete(DeleteBehavior.Restrict);
            job.HasIndex(j => new { j.State, j.NotBefore });
        });
        model.Entity<ServiceCallRow>(call =>
        {
            call.HasOne<DocumentRow>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
            call.HasIndex(c => c.RequestKey);
            call.HasIndex(c => new { c.Service, c.StartedAt });
        });
        model.Entity<ServiceTestRow>(test =>
        {
            test.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.ByUserId).OnDelete(DeleteBehavior.Restrict);
            test.HasIndex(t => new { t.Service, t.At });
        });
    }

    private static void Review(ModelBuilder model)
    {
        model.Entity<ConfirmationRow>(confirmation =>
        {
            confirmation.HasKey(c => new { c.DocumentId, c.Round, c.Field });
            confirmation.HasOne<DocumentRow>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
            confirmation.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ByUserId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AcknowledgementRow>(acknowledgement =>
        {
            acknowledgement.HasKey(a => new { a.DocumentId, a.Round, a.Code });
            acknowledgement.HasOne<DocumentRow>().WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Restrict);
            acknowledgement.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.ByUserId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DecisionRow>(decision =>
        {
            decision.ToTable(table => table.HasCheckConstraint("CK_Decisions_NotByUploader", "\"ByUserId\" <> \"UploaderId\""));
            decision.HasOne<DocumentRow>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.ByUserId).OnDelete(DeleteBehavior.Restrict);
            decision.HasIndex(d => new { d.DocumentId, d.Round }).IsUnique().HasFilter("\"IsFinal\"");
        });
    }

    private static void Audit(ModelBuilder model)
    {
        model.Entity<AuditRow>(record =>
        {
            record.HasKey(r => r.Seq);
            record.Property(r => r.Seq).ValueGeneratedNever();
            record.HasIndex(r => r.TimeUs);
            record.HasIndex(r => r.Event);
            record.HasIndex(r => r.Actor);
            record.HasIndex(r => r.Subject);
        });
        model.Entity<AuditLogRow>(log =>
        {
            log.Property(l => l.Id).ValueGeneratedNever();
            log.ToTable(table => table.HasCheckConstraint("CK_AuditLog_OneRow", "\"Id\" = 1"));
        });
    }
}
