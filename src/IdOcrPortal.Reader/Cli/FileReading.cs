using IdOcrPortal.Documents;
using IdOcrPortal.Reader.Headers;

namespace IdOcrPortal.Reader.Cli;

/// <summary>One file of the command line and how it ended: a reading, or an error.</summary>
internal sealed record FileReading(string File, PictureReading? Reading, ReaderException? Error)
{
    /// <summary>Names of the formats on the command line.</summary>
    internal static string Name(MrzFormat format) => format switch
    {
        MrzFormat.Td1 => "TD1",
        MrzFormat.Td2 => "TD2",
        MrzFormat.Td3 => "TD3",
        MrzFormat.MrvA => "MRVA",
        MrzFormat.MrvB => "MRVB",
        MrzFormat.French2x36 => "FRAID",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format has no name yet."),
    };

    /// <summary>Reads one file. What is wrong with it becomes part of the result, so that the other files go on.</summary>
    internal static async Task<FileReading> OfAsync(ReaderPool pool, string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileReading(file, await pool.ReadAsync(await BytesAsync(file, cancellationToken), withPortrait: false, cancellationToken), null);
        }
        catch (ReaderException error)
        {
            return new FileReading(file, null, error);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(string file, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
        {
            throw new ReaderException("file.is_directory", "This is a directory. Name the files in it.");
        }

        try
        {
            await using var stream = System.IO.File.OpenRead(file);
            // One byte above the limit is enough to be refused, whatever length a pipe or device claims to have.
            var bytes = new byte[PictureLimits.MaxBytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return bytes.AsMemory(0, length);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ReaderException("file.missing", "There is no such file.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ReaderException("file.unreadable", "The system does not let the file be read. Check its permissions.");
        }
    }
}
