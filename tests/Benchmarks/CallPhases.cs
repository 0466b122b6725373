using System.Globalization;
using IdOcrPortal.Web.Data;
using Microsoft.Data.Sqlite;

namespace IdOcrPortal.Benchmarks;

/// <summary>Where a document's time went, as the portal's own rows tell: waiting and fitting, the call, keeping what came of it.</summary>
/// <param name="Before">From received to the call's row in the ledger: the queue, opening the original, fitting it, milliseconds.</param>
/// <param name="Call">Of the call's row: sent, answered, proved, sealed, kept, milliseconds.</param>
/// <param name="Latency">Of the call alone, as the reading records it, milliseconds.</param>
internal sealed record CallPhases(string Service, double Before, double Call, double Latency)
{
    /// <summary>Prints the medians of the documents that were received after a moment, by service.</summary>
    public static void Print(string dataFolder, DateTimeOffset after)
    {
        var phases = Read(dataFolder, after);
        Line("all", phases);
        foreach (var service in phases.GroupBy(phase => phase.Service).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Line(service.Key, [.. service]);
        }
    }

    private static void Line(string what, List<CallPhases> phases) => Figures.Print(
        $"  {what} ({phases.Count}): received to call {Figures.Median(phases.Select(phase => phase.Before)):F0} ms, call with proof {Figures.Median(phases.Select(phase => phase.Latency)):F0} ms, keeping its outcome {Figures.Median(phases.Select(phase => phase.Call - phase.Latency)):F0} ms (medians)");

    private static List<CallPhases> Read(string dataFolder, DateTimeOffset after)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT r.Service, c.StartedAt - d.ReceivedAt, c.EndedAt - c.StartedAt, r.LatencyMs
            FROM Documents d JOIN Readings r ON r.DocumentId = d.Id JOIN ServiceCalls c ON c.DocumentId = d.Id AND c.Service = r.Service
            WHERE d.ReceivedAt >= $after AND c.EndedAt IS NOT NULL
            """;
        command.Parameters.AddWithValue("$after", UnixMicroseconds.Of(after));
        using var rows = command.ExecuteReader();
        var phases = new List<CallPhases>();
        while (rows.Read())
        {
            phases.Add(new CallPhases(rows.GetString(0), rows.GetInt64(1) / 1000.0, rows.GetInt64(2) / 1000.0, Convert.ToDouble(rows.GetValue(3), CultureInfo.InvariantCulture)));
        }

        return phases;
    }
}
