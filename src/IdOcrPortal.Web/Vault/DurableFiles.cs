using System.Runtime.InteropServices;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Vault;

/// <summary>Files that are wholly there or not at all, also after the power went.</summary>
internal static partial class DurableFiles
{
    /// <summary>How the name of a secret ends that is not wholly written yet.</summary>
    internal const string Unfinished = ".unfinished";

    /// <summary>Writes the bytes beside and renames them into place: when it returns, file and directory entry are on the disk.</summary>
    /// <param name="rename">Runs the rename; lets the caller hold a lock around it.</param>
    internal static async Task WriteAsync(string temporaryFolder, string path, ReadOnlyMemory<byte> bytes, Action<Action> rename, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(temporaryFolder, Guid.NewGuid().ToString("n"));
        try
        {
            await using (var stream = new FileStream(temporary, DataFolder.Options(FileMode.CreateNew)))
            {
                await stream.WriteAsync(bytes, cancellationToken);

                // Flush and FlushAsync stop at the operating system's cache; only this reaches the disk.
                stream.Flush(flushToDisk: true);
            }

            rename(() => File.Move(temporary, path, overwrite: true));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a folder inside an existing one; its entry is on the disk when it returns.</summary>
    internal static void CreateFolder(string parent, string name)
    {
        var path = Path.Combine(parent, name);
        if (!Directory.Exists(path))
        {
            DataFolder.CreateFolder(path);
            FlushFolder(parent);
        }
    }

    /// <summary>
    /// Writes a small file that only its owner may read, beside its name and renamed into it: a portal that is killed meanwhile leaves no half secret under
    /// the name, only a file ending in <see cref="Unfinished"/>, which the next call for the same name removes.
    /// </summary>
    /// <exception cref="IOException">There is such a file already: a secret in use is never replaced.</exception>
    internal static void WriteSecret(string path, ReadOnlySpan<byte> bytes)
    {
        // Asked here, because a rename that refuses an existing name is no single step everywhere: .NET links or copies instead.
        if (File.Exists(path))
        {
            throw new IOException("The file of a new secret is there already; it was left as it is.");
        }

        var temporary = path + Unfinished;
        File.Delete(temporary);
        try
        {
            using (var stream = new FileStream(temporary, DataFolder.Options(FileMode.CreateNew)))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes the folder's entries durable. .NET opens no folders, so the C library does; Windows needs and has no such call.</summary>
    internal static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // O_RDONLY is 0 everywhere; O_CLOEXEC, so that a worker process started meanwhile does not inherit it.
        var descriptor = Open(path, OperatingSystem.IsLinux() ? 0x80000 : 0);
        if (descriptor < 0)
        {
            throw new IOException($"A folder of the data folder could not be opened (error {Marshal.GetLastPInvokeError()}).");
        }

        var flushed = Fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (flushed != 0)
        {
            throw new IOException($"A folder of the data folder could not be made durable (error {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
