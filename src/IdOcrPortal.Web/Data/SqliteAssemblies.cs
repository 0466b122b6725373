using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// Lets EF Core 10 run over SQLitePCLRaw 2.0.6, where a registry holds nothing newer. The runtime refuses an assembly older than the one referenced,
/// so the default load context hands it over itself; 2.0.6 has every member that Microsoft.Data.Sqlite calls but the loading of extensions, which
/// the portal does not use. With a newer package the reference resolves by itself and the handler never fires.
/// To remove: delete the handler and the two package pins once the registry has SQLitePCLRaw 2.1.13 or later.
/// </summary>
internal static class SqliteAssemblies
{
    // CA2255 speaks to libraries; this is the application, and nothing may touch SQLite before the handler stands.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "An application's own start-up, before its first use of SQLite.")]
    [ModuleInitializer]
    internal static void Initialize()
    {
        AssemblyLoadContext.Default.Resolving += static (context, name) => name.Name == "SQLitePCLRaw.core"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll"))
            : null;
        SelectNativeLibrary();
    }

    // A method of its own: its body is compiled after the handler was added.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SelectNativeLibrary() => SQLitePCL.Batteries_V2.Init();
}
