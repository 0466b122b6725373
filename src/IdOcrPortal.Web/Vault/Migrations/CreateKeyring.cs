using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IdOcrPortal.Web.Vault.Migrations;

/// <summary>The keyring as it began.</summary>
[DbContext(typeof(KeyringDb))]
[Migration("0001_CreateKeyring")]
internal sealed class CreateKeyring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "DataKeys",
        columns: table => new
        {
            Id = table.Column<Guid>(nullable: false),
            KeyEncryptionId = table.Column<int>(nullable: false),
            Wrapped = table.Column<byte[]>(nullable: false),
            CreatedAt = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_DataKeys", key => key.Id));
}
