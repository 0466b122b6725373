using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IdOcrPortal.Web.Data.Migrations;

/// <summary>The audit log.</summary>
[DbContext(typeof(PortalDb))]
[Migration("0003_CreateAudit")]
internal sealed class CreateAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Audit",
            columns: table => new
            {
                Seq = table.Column<long>(),
                TimeUs = table.Column<long>(),
                Event = table.Column<string>(),
                ActorKind = table.Column<byte>(),
                Actor = table.Column<string>(),
                SubjectKind = table.Column<byte>(),
                Subject = table.Column<string>(),
                RequestId = table.Column<Guid>(),
                Public = table.Column<byte[]>(),
                Commitment = table.Column<byte[]>(),
                Private = table.Column<byte[]>(nullable: true),
                Prev = table.Column<byte[]>(),
                Hash = table.Column<byte[]>(),
                MacKeyId = table.Column<int>(),
                Mac = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Audit", x => x.Seq);
            });

        migrationBuilder.CreateTable(
            name: "AuditLog",
            columns: table => new
            {
                Id = table.Column<int>(),
                LogId = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AuditLog", x => x.Id);
                table.CheckConstraint("CK_AuditLog_OneRow", "\"Id\" = 1");
            });

        migrationBuilder.CreateIndex("IX_Audit_Actor", "Audit", "Actor");
        migrationBuilder.CreateIndex("IX_Audit_Event", "Audit", "Event");
        migrationBuilder.CreateIndex("IX_Audit_Subject", "Audit", "Subject");
        migrationBuilder.CreateIndex("IX_Audit_TimeUs", "Audit", "TimeUs");
    }
}
