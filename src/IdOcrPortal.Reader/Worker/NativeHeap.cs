using System.Runtime.InteropServices;

namespace IdOcrPortal.Reader.Worker;

/// <summary>What native code has allocated and not given back (glibc's <c>mallinfo2</c>).</summary>
internal static partial class NativeHeap
{
    /// <summary>
    /// Bytes in use between two requests above which a worker asks to be replaced. Leptonica's decoders leak the picture when a damaged file
    /// makes them give up half way; the runtime itself uses about 10 MB.
    /// </summary>
    private const long MostLeaked = 64 * 1024 * 1024;

    internal static bool IsLeaking => BytesInUse() > MostLeaked;

    internal static long BytesInUse()
    {
        var info = MallInfo2();
        return (long)(info.InUse + info.Mapped);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Info
    {
        internal readonly nuint Arena, FreeChunks, FastChunks, MappedChunks, Mapped, Unused, FastFree, InUse, Free, Trimmable;
    }

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial Info MallInfo2();
}
