using System.Buffers.Binary;
using System.Text.Json;

namespace IdOcrPortal.Reader.Tests;

/// <summary>A published specimen document: its picture, and what its zone says in truth.</summary>
internal sealed record Specimen(string File, string Format, string[] Mrz, bool AllChecksValid, string Note)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The folder of the picture.</summary>
    public string Folder { get; init; } = "";

    /// <summary>All specimens of a folder with a <c>manifest.json</c>, in its order; those without a zone are left out.</summary>
    public static IReadOnlyList<Specimen> Load(string folder) =>
        [.. JsonSerializer.Deserialize<Specimen[]>(System.IO.File.ReadAllBytes(Path.Combine(folder, "manifest.json")), Json)!
            .Where(specimen => specimen.Mrz is { Length: > 0 })
            .Select(specimen => specimen with { Folder = folder })];

    /// <summary>Path of the picture.</summary>
    public string Picture => Path.Combine(Folder, File);

    /// <summary>The picture file.</summary>
    public byte[] Bytes => System.IO.File.ReadAllBytes(Picture);

    /// <summary>Whether these lines are what is printed.</summary>
    public bool IsTruth(IReadOnlyList<string>? lines) => lines is not null && lines.SequenceEqual(Mrz);
}

/// <summary>Format and size of a well-formed PNG, JPEG or BMP file; hostile files are the business of the header inspection.</summary>
internal static class TrustedHeader
{
    public static PictureFacts Of(ReadOnlySpan<byte> file, int orientation = 1)
    {
        if (file[0] == 0x89)
        {
            return new PictureFacts(PictureFormat.Png, BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]), orientation, 1);
        }

        if (file[0] == 'B')
        {
            return new PictureFacts(PictureFormat.Bmp, BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(file[22..])), orientation, 1);
        }

        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]))
        {
            if (file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureFacts(PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), orientation, 1);
            }
        }
    }
}
