using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IdOcrPortal.Web.Data.Migrations;

/// <summary>Documents, their recognition and their review.</summary>
[DbContext(typeof(PortalDb))]
[Migration("0002_CreateDocuments")]
internal sealed class CreateDocuments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Documents",
            columns: table => new
            {
                Id = table.Column<Guid>(),
                UploaderId = table.Column<Guid>(),
                UploadId = table.Column<Guid>(),
                RequestedTypeId = table.Column<string>(nullable: true),
                TypeId = table.Column<string>(nullable: true),
                State = table.Column<int>(),
                Round = table.Column<int>(),
                Version = table.Column<long>(),
                ReceivedAt = table.Column<long>(),
                DataKeyId = table.Column<Guid>(),
                OriginalBlob = table.Column<string>(),
                PreviewBlob = table.Column<string>(),
                PortraitBlob = table.Column<string>(nullable: true),
                Format = table.Column<string>(),
                ByteCount = table.Column<int>(),
                PreviewWidth = table.Column<int>(),
                PreviewHeight = table.Column<int>(),
                ContentMark = table.Column<byte[]>(),
                Label = table.Column<byte[]>(),
                Rotation = table.Column<int>(),
                Service = table.Column<string>(nullable: true),
                ReadingId = table.Column<Guid>(nullable: true),
                FieldCount = table.Column<int>(),
                AttentionCount = table.Column<int>(),
                WorstStatus = table.Column<int>(nullable: true),
                CriticalCount = table.Column<int>(),
                HighCount = table.Column<int>(),
                MediumCount = table.Column<int>(),
                LowCount = table.Column<int>(),
                NeedsSecondReview = table.Column<bool>(),
                OutcomeCode = table.Column<string>(nullable: true),
                ClaimHolderId = table.Column<Guid>(nullable: true),
                ClaimUntil = table.Column<long>(nullable: true),
                DecidedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Documents", x => x.Id);
                table.ForeignKey("FK_Documents_AspNetUsers_ClaimHolderId", x => x.ClaimHolderId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Documents_AspNetUsers_UploaderId", x => x.UploaderId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Acknowledgements",
            columns: table => new
            {
                DocumentId = table.Column<Guid>(),
                Round = table.Column<int>(),
                Code = table.Column<string>(),
                ByUserId = table.Column<Guid>(),
                At = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Acknowledgements", x => new { x.DocumentId, x.Round, x.Code });
                table.ForeignKey("FK_Acknowledgements_AspNetUsers_ByUserId", x => x.ByUserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Acknowledgements_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Confirmations",
            columns: table => new
            {
                DocumentId = table.Column<Guid>(),
                Round = table.Column<int>(),
                Field = table.Column<string>(),
                ByUserId = table.Column<Guid>(),
                At = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Confirmations", x => new { x.DocumentId, x.Round, x.Field });
                table.ForeignKey("FK_Confirmations_AspNetUsers_ByUserId", x => x.ByUserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Confirmations_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Decisions",
            columns: table => new
            {
                Id = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                Round = table.Column<int>(),
                Verdict = table.Column<int>(),
                IsFinal = table.Column<bool>(),
                ByUserId = table.Column<Guid>(),
                UploaderId = table.Column<Guid>(),
                ReasonCodes = table.Column<string>(),
                Texts = table.Column<byte[]>(),
                At = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Decisions", x => x.Id);
                table.CheckConstraint("CK_Decisions_NotByUploader", "\"ByUserId\" <> \"UploaderId\"");
                table.ForeignKey("FK_Decisions_AspNetUsers_ByUserId", x => x.ByUserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Decisions_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Jobs",
            columns: table => new
            {
                DocumentId = table.Column<Guid>(),
                State = table.Column<int>(),
                Fence = table.Column<long>(),
                LeaseOwner = table.Column<Guid>(nullable: true),
                LeaseUntil = table.Column<long>(nullable: true),
                Attempts = table.Column<int>(),
                UnknownOutcomes = table.Column<int>(),
                NotBefore = table.Column<long>(nullable: true),
                Service = table.Column<string>(nullable: true),
                LastClass = table.Column<string>(nullable: true),
                CreatedAt = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Jobs", x => x.DocumentId);
                table.ForeignKey("FK_Jobs_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Readings",
            columns: table => new
            {
                Id = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                Run = table.Column<int>(),
                Service = table.Column<string>(),
                ServiceVersion = table.Column<string>(),
                RequestId = table.Column<string>(nullable: true),
                Country = table.Column<string>(nullable: true),
                LatencyMs = table.Column<int>(),
                At = table.Column<long>(),
                Payload = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Readings", x => x.Id);
                table.ForeignKey("FK_Readings_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ServiceCalls",
            columns: table => new
            {
                Id = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                Fence = table.Column<long>(),
                Service = table.Column<string>(),
                RequestKey = table.Column<byte[]>(),
                State = table.Column<int>(),
                FailureClass = table.Column<string>(nullable: true),
                FailureCode = table.Column<string>(nullable: true),
                StartedAt = table.Column<long>(),
                EndedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ServiceCalls", x => x.Id);
                table.ForeignKey("FK_ServiceCalls_Documents_DocumentId", x => x.DocumentId, "Documents", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex("IX_Acknowledgements_ByUserId", "Acknowledgements", "ByUserId");
        migrationBuilder.CreateIndex("IX_Confirmations_ByUserId", "Confirmations", "ByUserId");
        migrationBuilder.CreateIndex("IX_Decisions_ByUserId", "Decisions", "ByUserId");
        migrationBuilder.CreateIndex("IX_Decisions_DocumentId_Round", "Decisions", ["DocumentId", "Round"], unique: true, filter: "\"IsFinal\"");
        migrationBuilder.CreateIndex("IX_Documents_ClaimHolderId", "Documents", "ClaimHolderId");
        migrationBuilder.CreateIndex("IX_Documents_ContentMark", "Documents", "ContentMark");
        migrationBuilder.CreateIndex("IX_Documents_State_ReceivedAt", "Documents", ["State", "ReceivedAt"]);
        migrationBuilder.CreateIndex("IX_Documents_UploaderId_ReceivedAt", "Documents", ["UploaderId", "ReceivedAt"]);
        migrationBuilder.CreateIndex("IX_Documents_UploaderId_UploadId", "Documents", ["UploaderId", "UploadId"], unique: true);
        migrationBuilder.CreateIndex("IX_Jobs_State_NotBefore", "Jobs", ["State", "NotBefore"]);
        migrationBuilder.CreateIndex("IX_Readings_DocumentId_Run", "Readings", ["DocumentId", "Run"], unique: true);
        migrationBuilder.CreateIndex("IX_ServiceCalls_DocumentId", "ServiceCalls", "DocumentId");
        migrationBuilder.CreateIndex("IX_ServiceCalls_RequestKey", "ServiceCalls", "RequestKey");
    }
}
