namespace IdOcrPortal.Web.Data;

/// <summary>
/// Where everything lies that the portal keeps: <c>Data:Folder</c>, default <c>data</c>; a relative path starts at the content root.
/// Only the owner of the process may enter it, and one process uses it at a time.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? _claim;

    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        Root = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data", environment.ContentRootPath);
        Keys = configuration["Keys:Folder"] is { Length: > 0 } keys ? Path.GetFullPath(keys, environment.ContentRootPath) : Path.Combine(Root, "keys");
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>Secret files: <c>Keys:Folder</c>.</summary>
    public string Keys { get; }

    /// <summary>Documents, accounts and audit.</summary>
    public string Database => Path.Combine(Root, "portal.db");

    /// <summary>Wrapped data keys; a file of its own, so that its copies can be kept for a shorter time.</summary>
    public string Keyring => Path.Combine(Root, "keyring.db");

    /// <summary>Encrypted pictures.</summary>
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>ASP.NET data protection keys, encrypted.</summary>
    public string DataProtection => Path.Combine(Root, "data-protection");

    /// <summary>Path of a single file in the folder.</summary>
    public string File(string name) => Path.Combine(Root, name);

    /// <summary>Makes the folder where it is missing and takes it for this process.</summary>
    /// <exception cref="SetupException">Another process has it, or it cannot be written to.</exception>
    public void Claim()
    {
        if (_claim is not null)
        {
            return;
        }

        try
        {
            CreateFolder(Root);
            CreateFolder(DataProtection);
            _claim = new FileStream(File("portal.lock"), Options(FileMode.OpenOrCreate));
        }
        catch (IOException failed)
        {
            throw new SetupException($"The data folder {Root} is in use by another running portal, or cannot be written to. Stop the other one, or set Data:Folder to another folder.", failed);
        }
        catch (UnauthorizedAccessException failed)
        {
            throw new SetupException($"The data folder {Root} may not be written to by this user. Change its owner, or set Data:Folder to another folder.", failed);
        }

        // SQLite gives its -wal and -shm files the mode of the database file, so an owner-only file is made before SQLite sees it.
        CreateFile(Database);
        CreateFile(Keyring);
    }

    /// <summary>Makes a folder that only the owner may enter; an existing one is left as it is.</summary>
    internal static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>Options of a file that only the owner may read, used by one stream at a time.</summary>
    internal static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return options;
    }

    public void Dispose() => _claim?.Dispose();

    private static void CreateFile(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            using var created = new FileStream(path, Options(FileMode.CreateNew));
        }
    }
}
