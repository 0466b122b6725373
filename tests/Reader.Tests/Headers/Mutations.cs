namespace IdOcrPortal.Reader.Tests.Headers;

/// <summary>Seeded damage to files.</summary>
internal static class Mutations
{
    /// <summary>Numbers that parsers stumble over.</summary>
    private static readonly byte[][] Edges =
        [[0], [0xFF], [0x7F], [0x80], [0, 0], [0xFF, 0xFF], [0xFF, 0xD9], [0xFF, 0xDA], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0x80], [8, 0, 0, 0]];

    /// <summary>40 small files, ten of each format, and other kinds of each.</summary>
    internal static IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Enumerable.Range(1, 8).Select(i => Pictures.Jpeg(40 * i, 30 * i, orientation: i, scans: i)),
        Pictures.Jpeg(640, 480, frame: 0xC2), Pictures.Jpeg(640, 480),
        .. Enumerable.Range(1, 6).Select(i => Pictures.Png(10 * i + 15, 20 * i, depth: 8, colour: (byte)(i % 2 * 2))),
        Pictures.Png(64, 48, 1), Pictures.Png(64, 48, 16, 6), Pictures.Png(64, 48, 8, 3, Pictures.Chunk("PLTE", 1, 2, 3)), Pictures.Png(64, 48, chunks: Pictures.Chunk("eXIf", Pictures.Exif(6)[10..])),
        .. Enumerable.Range(1, 8).Select(i => Pictures.Bmp(8 * i + 15, 9 * i + 15, depth: (short)(i % 2 == 0 ? 8 : 24))),
        Pictures.Bmp(40, -40), Pictures.Bmp(50, 50, 32),
        .. Enumerable.Range(1, 8).Select(i => Pictures.Tiff(40 * i, 30 * i, i)),
        Pictures.Join(Pictures.TiffStart(8), Pictures.Directory(134, Pictures.Tags(64, 64)), Pictures.Directory(0, Pictures.Tags(64, 64))),
        Pictures.Join(Pictures.TiffStart(4008), new byte[4000], Pictures.Directory(0, Pictures.Tags(200, 160, strip: 8, length: 4000, compression: 1))),
    ];

    /// <summary>One to <paramref name="most"/> changes: bits, edge numbers, pieces removed, doubled or moved, the end cut off.</summary>
    /// <param name="nearStart">How many of three changes fall into the first 200 bytes, where the headers are.</param>
    internal static byte[] Of(byte[] seed, Random random, int most = 8, int nearStart = 2)
    {
        List<byte> file = [.. seed];
        for (var changes = random.Next(1, most + 1); changes > 0 && file.Count > 8; changes--)
        {
            var reach = random.Next(3) >= nearStart ? file.Count : Math.Min(file.Count, 200);
            var at = random.Next(reach);
            var length = Math.Min(random.Next(1, 40), file.Count - at);
            switch (random.Next(10))
            {
                case < 4:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case < 7:
                    var edge = Edges[random.Next(Edges.Length)];
                    for (var i = 0; i < edge.Length && at + i < file.Count; i++)
                    {
                        file[at + i] = edge[i];
                    }

                    break;
                case 7:
                    file.RemoveRange(at, length);
                    break;
                case 8:
                    file.InsertRange(random.Next(file.Count), file.GetRange(at, length));
                    break;
                default:
                    file.RemoveRange(file.Count - length, length);
                    break;
            }
        }

        return [.. file];
    }
}
