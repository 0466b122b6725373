using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IdOcrPortal.Web.Data.Migrations;

/// <summary>Several services: routes, fallbacks, second opinions, and tests of services.</summary>
[DbContext(typeof(PortalDb))]
[Migration("0004_AddServices")]
internal sealed class AddServices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsProvisional", "Documents", nullable: false, defaultValue: false);

        migrationBuilder.AddColumn<byte[]>("RequestKey", "Readings", nullable: false, defaultValue: Array.Empty<byte>());
        migrationBuilder.AddColumn<string>("Route", "Readings", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<bool>("IsSandbox", "Readings", nullable: false, defaultValue: false);

        migrationBuilder.AddColumn<string>("LastCode", "Jobs", nullable: true);
        migrationBuilder.AddColumn<int>("Purpose", "Jobs", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("DetectedTypeId", "Jobs", nullable: true);
        migrationBuilder.AddColumn<string>("DetectedService", "Jobs", nullable: true);
        migrationBuilder.AddColumn<string>("FailedServices", "Jobs", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<int>("Refusals", "Jobs", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("WaitsFor", "Jobs", nullable: true);

        migrationBuilder.AddColumn<string>("RequestId", "ServiceCalls", nullable: true);
        migrationBuilder.AddColumn<string>("Country", "ServiceCalls", nullable: true);
        migrationBuilder.AddColumn<string>("LeftObject", "ServiceCalls", nullable: true);
        migrationBuilder.CreateIndex("IX_ServiceCalls_Service_StartedAt", "ServiceCalls", ["Service", "StartedAt"]);

        migrationBuilder.CreateTable(
            name: "ServiceTests",
            columns: table => new
            {
                Id = table.Column<Guid>(),
                Service = table.Column<string>(),
                ByUserId = table.Column<Guid>(),
                At = table.Column<long>(),
                IsAnswered = table.Column<bool>(),
                FailureClass = table.Column<string>(nullable: true),
                FailureCode = table.Column<string>(nullable: true),
                RequestId = table.Column<string>(nullable: true),
                LatencyMs = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ServiceTests", x => x.Id);
                table.ForeignKey("FK_ServiceTests_AspNetUsers_ByUserId", x => x.ByUserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_ServiceTests_ByUserId", "ServiceTests", "ByUserId");
        migrationBuilder.CreateIndex("IX_ServiceTests_Service_At", "ServiceTests", ["Service", "At"]);
    }
}
