using System.Runtime.InteropServices;

namespace IdOcrPortal.GlyphTrainer;

/// <summary>An outline font opened with FreeType (<c>libfreetype.so.6</c>), drawn without hinting so that shapes keep their proportions.</summary>
internal sealed unsafe partial class FreeTypeFont : IDisposable
{
    private const string Library = "libfreetype.so.6";
    private const int LoadRender = 1 << 2, LoadNoHinting = 1 << 1;

    // Offsets of public fields of FT_FaceRec and FT_GlyphSlotRec (freetype/freetype.h) where long and pointers have 64 bits.
    private const int FaceGlyph = 152, SlotBitmap = 152, SlotLeft = 192, SlotTop = 196;

    private nint _library;
    private nint _face;

    /// <summary>Opens a font file at a size in pixels per em.</summary>
    /// <exception cref="InvalidOperationException">The file is no font that FreeType can read.</exception>
    public FreeTypeFont(string path, int pixels)
    {
        if (FT_Init_FreeType(out _library) != 0 || FT_New_Face(_library, path, 0, out _face) != 0 || FT_Set_Pixel_Sizes(_face, 0, (uint)pixels) != 0)
        {
            Dispose();
            throw new InvalidOperationException($"FreeType cannot open {path}. Install the fonts with: apt-get install fonts-ocr-b");
        }
    }

    /// <summary>Draws one character with its origin at (<paramref name="originX"/>, <paramref name="baseline"/>); ink 0 to 1.</summary>
    public float[] Draw(char character, int width, int height, int originX, int baseline)
    {
        if (FT_Get_Char_Index(_face, character) == 0 || FT_Load_Char(_face, character, LoadRender | LoadNoHinting) != 0)
        {
            throw new InvalidOperationException($"The font has no glyph for '{character}'.");
        }

        var slot = *(byte**)((byte*)_face + FaceGlyph);
        var bitmap = (Bitmap*)(slot + SlotBitmap);
        int left = originX + *(int*)(slot + SlotLeft), top = baseline - *(int*)(slot + SlotTop);
        var ink = new float[width * height];
        for (var y = 0; y < bitmap->Rows; y++)
        {
            for (var x = 0; x < bitmap->Width; x++)
            {
                int toX = left + x, toY = top + y;
                if ((uint)toX < width && (uint)toY < height)
                {
                    ink[(toY * width) + toX] = bitmap->Buffer[(y * bitmap->Pitch) + x] / 255f;
                }
            }
        }

        return ink;
    }

    public void Dispose()
    {
        if (_face != 0)
        {
            _ = FT_Done_Face(_face);
            _face = 0;
        }

        if (_library != 0)
        {
            _ = FT_Done_FreeType(_library);
            _library = 0;
        }
    }

    [LibraryImport(Library)]
    private static partial int FT_Init_FreeType(out nint library);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FT_New_Face(nint library, string path, nint index, out nint face);

    [LibraryImport(Library)]
    private static partial int FT_Set_Pixel_Sizes(nint face, uint width, uint height);

    [LibraryImport(Library)]
    private static partial uint FT_Get_Char_Index(nint face, nuint character);

    [LibraryImport(Library)]
    private static partial int FT_Load_Char(nint face, nuint character, int flags);

    [LibraryImport(Library)]
    private static partial int FT_Done_Face(nint face);

    [LibraryImport(Library)]
    private static partial int FT_Done_FreeType(nint library);

    [StructLayout(LayoutKind.Sequential)]
    private struct Bitmap
    {
        public uint Rows, Width;
        public int Pitch;
        public byte* Buffer;
    }
}
