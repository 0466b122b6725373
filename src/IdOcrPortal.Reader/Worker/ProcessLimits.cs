using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IdOcrPortal.Reader.Worker;

/// <summary>
/// What the worker takes from itself before it meets the first picture. Nothing here can be given back later. Linux on x64 and ARM64,
/// whose C libraries share these numbers.
/// </summary>
internal static partial class ProcessLimits
{
    private const int RlimitData = 2;
    private const int RlimitCore = 4;
    private const int SetNoNewPrivileges = 38;
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>
    /// Bounds the memory of native and managed code together (RLIMIT_DATA: since Linux 4.7 all private writable memory), forbids core
    /// dumps, which would hold a picture, and lets the kernel end workers before the portal when the machine runs out of memory.
    /// </summary>
    /// <exception cref="Win32Exception">The system refused a limit.</exception>
    internal static void Apply(int memoryMiB)
    {
        Limit(RlimitData, (ulong)memoryMiB * 1024 * 1024);
        Limit(RlimitCore, 0);
        Check(PrCtl(SetNoNewPrivileges, 1, 0, 0, 0));
        File.WriteAllText("/proc/self/oom_score_adj", "500");
    }

    /// <summary>
    /// The standard output for the protocol alone: what any code, managed or native, prints from now on goes to the standard error.
    /// </summary>
    internal static Stream TakeStandardOutput()
    {
        var own = Check(Dup(StandardOutput));
        Check(Dup2(StandardError, StandardOutput));
        return new FileStream(new SafeFileHandle(own, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    /// <summary>Ends the process at once, whatever its other threads are doing, without running anything on the way out.</summary>
    internal static void ExitNow(int code) => Exit(code);

    private static void Limit(int resource, ulong bytes) => Check(SetRlimit(resource, new Rlimit(bytes, bytes)));

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rlimit(ulong Soft, ulong Hard);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetRlimit(int resource, in Rlimit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int PrCtl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Dup(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Dup2(int from, int to);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
