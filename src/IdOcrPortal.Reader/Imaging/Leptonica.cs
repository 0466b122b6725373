using System.Reflection;
using System.Runtime.InteropServices;

namespace IdOcrPortal.Reader.Imaging;

/// <summary>
/// The functions of Leptonica (<c>liblept.so.5</c>, Debian's <c>liblept5</c>) that the Reader uses. A <c>PIX*</c> is a <see cref="nint"/>.
/// Rows are padded to 32-bit words whose first pixel is in the most significant bits, whatever the machine.
/// </summary>
internal static unsafe partial class Leptonica
{
    private const string Library = "liblept.so.5";

    // Debian 13 and others name the same interface libleptonica.so.6.
    private static readonly string[] Names = [Library, "libleptonica.so.6"];

    private const int NoMessages = 6;

    /// <summary>What a turned picture shows where it had nothing (<c>L_BRING_IN_WHITE</c>).</summary>
    public const int BringInWhite = 1;

    private static bool _isQuiet;

    static Leptonica() => NativeLibrary.SetDllImportResolver(typeof(Leptonica).Assembly, Resolve);

    /// <summary>Whether the library is installed. Asks the system each time, so that an installation is noticed.</summary>
    /// <param name="missing">What is missing, for people, or <see langword="null"/>.</param>
    public static bool IsAvailable(out string? missing)
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                NativeLibrary.Free(handle);
                missing = null;
                return true;
            }
        }

        missing = $"the image library Leptonica ({Library})";
        return false;
    }

    /// <summary>Stops Leptonica and libtiff from writing to standard error: their messages may quote what is in a picture.</summary>
    public static void Silence()
    {
        if (_isQuiet)
        {
            return;
        }

        _ = setMsgSeverity(NoMessages);
        // libtiff comes with Leptonica; where it has another name its warnings stay, which harms nothing.
        foreach (var name in (string[])["libtiff.so.6", "libtiff.so.5"])
        {
            if (NativeLibrary.TryLoad(name, out var tiff)
                && NativeLibrary.TryGetExport(tiff, "TIFFSetWarningHandler", out var warnings)
                && NativeLibrary.TryGetExport(tiff, "TIFFSetErrorHandler", out var errors))
            {
                ((delegate* unmanaged<nint, nint>)warnings)(0);
                ((delegate* unmanaged<nint, nint>)errors)(0);
                break;
            }
        }

        _isQuiet = true;
    }

    [LibraryImport(Library)]
    public static partial nint pixReadMemJpeg(byte* data, nuint size, int colormap, int reduction, int* warnings, int hint);

    [LibraryImport(Library)]
    public static partial nint pixReadMemPng(byte* data, nuint size);

    [LibraryImport(Library)]
    public static partial nint pixReadMemBmp(byte* data, nuint size);

    [LibraryImport(Library)]
    public static partial nint pixReadMemTiff(byte* data, nuint size, int page);

    [LibraryImport(Library)]
    public static partial void pixDestroy(ref nint pix);

    [LibraryImport(Library)]
    public static partial int pixGetDimensions(nint pix, out int width, out int height, out int depth);

    [LibraryImport(Library)]
    public static partial int pixGetSpp(nint pix);

    [LibraryImport(Library)]
    public static partial nint pixGetColormap(nint pix);

    [LibraryImport(Library)]
    public static partial uint* pixGetData(nint pix);

    [LibraryImport(Library)]
    public static partial int pixGetWpl(nint pix);

    [LibraryImport(Library)]
    public static partial nint pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    public static partial nint pixClone(nint pix);

    [LibraryImport(Library)]
    public static partial nint pixConvertTo8(nint pix, int colormap);

    [LibraryImport(Library)]
    public static partial nint pixConvertTo32(nint pix);

    [LibraryImport(Library)]
    public static partial nint pixRemoveColormap(nint pix, int type);

    [LibraryImport(Library)]
    public static partial nint pixRemoveAlpha(nint pix);

    [LibraryImport(Library)]
    public static partial nint pixRotateOrth(nint pix, int quarterTurnsClockwise);

    [LibraryImport(Library)]
    public static partial nint pixRotateAM(nint pix, float radiansClockwise, int bringIn);

    [LibraryImport(Library)]
    public static partial nint pixFlipLR(nint destination, nint source);

    [LibraryImport(Library)]
    public static partial nint pixScaleGeneral(nint pix, float scaleX, float scaleY, float sharpenFraction, int sharpenWidth);

    [LibraryImport(Library)]
    public static partial nint pixClipRectangle(nint pix, nint box, nint clipped);

    [LibraryImport(Library)]
    public static partial nint boxCreate(int x, int y, int width, int height);

    [LibraryImport(Library)]
    public static partial void boxDestroy(ref nint box);

    [LibraryImport(Library)]
    public static partial int pixSetText(nint pix, byte* text);

    [LibraryImport(Library)]
    public static partial int pixSetResolution(nint pix, int x, int y);

    [LibraryImport(Library)]
    public static partial int pixWriteMemJpeg(out byte* data, out nuint size, nint pix, int quality, int progressive);

    [LibraryImport(Library)]
    public static partial void lept_free(void* pointer);

    [LibraryImport(Library)]
    private static partial int setMsgSeverity(int severity);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name == Library)
        {
            foreach (var candidate in Names)
            {
                if (NativeLibrary.TryLoad(candidate, out var handle))
                {
                    return handle;
                }
            }
        }

        // Zero: the runtime goes on with its own search.
        return 0;
    }
}
