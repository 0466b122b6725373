using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Vault;

/// <summary>
/// The portal's secrets, each a file of 32 random bytes in <c>Keys:Folder</c>: <c>kek-N.key</c> wraps data keys, <c>audit-mac-N.key</c> seals audit records,
/// <c>blob-name.key</c> names blobs, <c>index.key</c> finds equal values. N is the key's id (1 to 65535); the highest is used for what is new, the others open what is old.
/// </summary>
public sealed class PortalKeys
{
    /// <summary>Length of every key.</summary>
    public const int Length = 32;

    private const string Kek = "kek";
    private const string AuditMac = "audit-mac";

    private readonly SortedList<int, byte[]> _keyEncryption;
    private readonly SortedList<int, byte[]> _auditMac;

    private PortalKeys(SortedList<int, byte[]> keyEncryption, SortedList<int, byte[]> auditMac, byte[] blobName, byte[] index)
    {
        _keyEncryption = keyEncryption;
        _auditMac = auditMac;
        BlobName = blobName;
        Index = index;
    }

    internal int CurrentKeyEncryptionId => _keyEncryption.GetKeyAtIndex(_keyEncryption.Count - 1);

    internal int CurrentAuditMacId => _auditMac.GetKeyAtIndex(_auditMac.Count - 1);

    internal byte[] BlobName { get; }

    internal byte[] Index { get; }

    /// <summary>The key that wraps data keys.</summary>
    /// <exception cref="CryptographicException">No file of that id was there when the portal started.</exception>
    internal byte[] KeyEncryption(int id) => _keyEncryption.GetValueOrDefault(id) ?? throw new CryptographicException($"Key {FileName(Kek, id)} is not among the portal's keys.");

    /// <summary>The key that seals audit records; <see langword="null"/> where the portal has none of that id.</summary>
    internal byte[]? AuditMacOrNull(int id) => _auditMac.GetValueOrDefault(id);

    /// <summary>Reads all keys. In Development the missing ones are made, readable by their owner alone.</summary>
    /// <exception cref="SetupException">A key is missing, not 32 bytes long, or a sample value; the message names setting and file.</exception>
    internal static PortalKeys Load(string folder, bool makeMissing)
    {
        if (makeMissing)
        {
            DataFolder.CreateFolder(folder);
        }

        return new PortalKeys(Numbered(folder, Kek, makeMissing), Numbered(folder, AuditMac, makeMissing), Single(folder, "blob-name.key", makeMissing), Single(folder, "index.key", makeMissing));
    }

    private static SortedList<int, byte[]> Numbered(string folder, string name, bool makeMissing)
    {
        var keys = new SortedList<int, byte[]>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name + "-*.key") : [])
        {
            if (ushort.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            {
                keys.Add(id, Read(path));
            }
        }

        if (keys.Count == 0)
        {
            keys.Add(1, Single(folder, FileName(name, 1), makeMissing));
        }

        return keys;
    }

    private static byte[] Single(string folder, string fileName, bool makeMissing)
    {
        var path = Path.Combine(folder, fileName);
        if (File.Exists(path))
        {
            return Read(path);
        }

        if (!makeMissing)
        {
            throw new SetupException($"The key file {path} is missing (setting Keys:Folder). Mount it there, or make one with: (umask 077; head -c {Length} /dev/urandom > {path})");
        }

        var key = RandomNumberGenerator.GetBytes(Length);
        DurableFiles.WriteSecret(path, key);
        return key;
    }

    private static byte[] Read(string path)
    {
        var key = File.ReadAllBytes(path);
        if (key.Length != Length)
        {
            throw new SetupException($"The key file {path} (setting Keys:Folder) holds {key.Length} bytes; a key is exactly {Length} random bytes.");
        }

        if (LooksLikeASample(key))
        {
            throw new SetupException($"The key file {path} (setting Keys:Folder) holds a sample value, not a secret. Replace it by {Length} random bytes.");
        }

        return key;
    }

    /// <summary>Counting or repeating bytes, and readable text: 32 random bytes are none of these.</summary>
    private static bool LooksLikeASample(byte[] key)
    {
        var step = (byte)(key[1] - key[0]);
        var counts = true;
        for (var i = 1; i < key.Length; i++)
        {
            counts &= (byte)(key[i] - key[i - 1]) == step;
        }

        var repeats = false;
        for (var period = 1; period <= key.Length / 2; period++)
        {
            repeats |= key.AsSpan(period).SequenceEqual(key.AsSpan(0, key.Length - period));
        }

        return counts || repeats || Ascii.IsValid(key);
    }

    private static string FileName(string name, int id) => string.Create(CultureInfo.InvariantCulture, $"{name}-{id}.key");
}
