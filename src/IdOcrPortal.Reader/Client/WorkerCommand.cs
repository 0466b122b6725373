using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IdOcrPortal.Reader;

/// <summary>How a worker process is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerCommand(string File, IReadOnlyList<string> Arguments)
{
    private const string Assembly = "IdOcrPortal.Reader.dll";

    /// <summary>
    /// This room's own program, which the build puts beside every program that refers to it, run by the .NET host that runs the caller.
    /// </summary>
    /// <exception cref="ReaderException"><c>reader.unavailable</c>: the program is not there.</exception>
    internal static WorkerCommand Own(int memoryLimitMiB)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, Assembly);
        // shared/Microsoft.NETCore.App/<version>/ under the folder of the host.
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        string[] arguments = ["worker", "--memory", memoryLimitMiB.ToString(CultureInfo.InvariantCulture)];
        if (System.IO.File.Exists(host) && System.IO.File.Exists(assembly))
        {
            return new WorkerCommand(host, ["exec", assembly, .. arguments]);
        }

        var program = Path.ChangeExtension(assembly, null);
        return System.IO.File.Exists(program)
            ? new WorkerCommand(program, arguments)
            : throw ReaderErrors.Unavailable($"The reader's program {Assembly} is missing beside the portal's own. Build the portal again.");
    }

    /// <summary>
    /// Nothing is inherited: neither secrets nor settings. Half of the memory is for the garbage collector's heap, the rest for native
    /// pixels, stacks and code.
    /// </summary>
    internal ProcessStartInfo StartInfo(int memoryLimitMiB)
    {
        var start = new ProcessStartInfo(File, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = (memoryLimitMiB * 1024L * 1024 / 2).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        // Few methods, all of them loops over pixels: compiled well at once, the first picture takes 220 ms instead of 280, and later
        // ones spend nothing on compiling again. Costs 20 ms at the start.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        // All that is larger than a few rows of pixels goes straight back to the system when native code frees it, instead of counting
        // against the limit in the C library's own store.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "16384";
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        // No diagnostics socket in /tmp, no dumps.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
