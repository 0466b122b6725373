using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Vault;

/// <summary>A document's data key, wrapped.</summary>
internal sealed class DataKeyRow
{
    public Guid Id { get; set; }

    /// <summary>Id of the key-encryption key that wraps it.</summary>
    public int KeyEncryptionId { get; set; }

    /// <summary>Nonce, 32 encrypted bytes, tag.</summary>
    public byte[] Wrapped { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>The keyring: a database of its own, so that its copies can be destroyed earlier than those of the documents.</summary>
internal sealed class KeyringDb(DbContextOptions<KeyringDb> options) : DbContext(options)
{
    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
}
