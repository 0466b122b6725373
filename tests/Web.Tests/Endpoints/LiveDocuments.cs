using System.Globalization;
using System.Runtime.CompilerServices;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.Data.Sqlite;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>Looks, read-only, at the documents in the database of a portal that runs in another process.</summary>
internal sealed class LiveDocuments : IDisposable
{
    private readonly SqliteConnection _connection;

    public LiveDocuments(string dataFolder)
    {
        // The portal's assembly sees to it that SQLite's own can be loaded.
        RuntimeHelpers.RunModuleConstructor(typeof(PortalDb).Module.ModuleHandle);
        _connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    /// <summary>Documents that still wait to be read or are being read.</summary>
    public int Unsettled() => Count($"State IN ({(int)DocumentState.Received}, {(int)DocumentState.Recognizing})");

    /// <summary>Documents in this state.</summary>
    public int In(DocumentState state) => Count(string.Create(CultureInfo.InvariantCulture, $"State = {(int)state}"));

    /// <summary>Returns when every document has been read or given up, or throws after the time.</summary>
    public async Task SettleAsync(TimeSpan atMost, TimeSpan look)
    {
        using var enough = new CancellationTokenSource(atMost);
        while (Unsettled() > 0)
        {
            await Task.Delay(look, enough.Token);
        }
    }

    public void Dispose() => _connection.Dispose();

    private int Count(string condition)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM Documents WHERE {condition}";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
