using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Control;

/// <summary>Body of <c>POST /control/truth</c>.</summary>
/// <param name="Sha256">Hex SHA-256 of the picture's bytes.</param>
public sealed record TruthEntry(string Sha256, IReadOnlyList<SpecimenTruth> Cards);

/// <summary>Body of <c>POST /control/rate</c>.</summary>
public sealed record RateEntry(Vendor Vendor, int PerSecond);

/// <summary>Body of <c>POST /control/clock</c>.</summary>
/// <param name="OffsetSeconds">How far the vendors' clock is ahead of the machine's; negative: behind.</param>
public sealed record ClockEntry(long OffsetSeconds);

/// <summary>The director's side of the sandbox: truths, scenarios, rates, the clock, and counters.</summary>
internal static class ControlEndpoints
{
    internal static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/control");
        control.MapPost("/truth", (TruthEntry entry, TruthBook truths) =>
        {
            if (entry.Sha256.Length != 64 || !entry.Sha256.All(char.IsAsciiHexDigit))
            {
                return Results.BadRequest("sha256 has to be the 64 hex digits of the picture's SHA-256.");
            }

            truths.Register(entry.Sha256, entry.Cards);
            return Results.NoContent();
        });
        control.MapPost("/scenarios", (Scenario given, Scenarios scenarios, TruthBook truths) =>
        {
            var scenario = given with { Specimen = given.Specimen?.TrimEnd('<') };
            if ((Fault(scenario) ?? FaultOfSpecimen(scenario.Specimen, truths)) is { } fault)
            {
                return Results.BadRequest(fault);
            }

            scenarios.Add(scenario);
            return Results.NoContent();
        });
        control.MapDelete("/scenarios", (Scenarios scenarios) => scenarios.Clear());
        control.MapPost("/rate", (RateEntry entry, RateGate gate) => gate.Limit(entry.Vendor, entry.PerSecond));
        control.MapPost("/clock", (ClockEntry entry, ShiftedClock clock) => clock.Offset = TimeSpan.FromSeconds(entry.OffsetSeconds));
        control.MapPost("/dialect", (Dialect dialect, DialectChoice choice) => { choice.Current = dialect; });
        control.MapGet("/calls", (CallCounters counters) => counters.All());
        control.MapDelete("/calls", (CallCounters counters) => counters.Clear());
    }

    private static string? FaultOfSpecimen(string? code, TruthBook truths) =>
        code is null || truths.KnowsSpecimen(code) ? null : "specimen has to be the code of one of tests/specimens (code in truth.json), and pictures have to be read (Sandbox:Reader:Workers).";

    private static string? Fault(Scenario scenario) => scenario switch
    {
        { Count: < 1 } => "count has to be 1 or more.",
        { Milliseconds: < 0 or > 600_000 } => "milliseconds has to be from 0 to 600000.",
        { Bytes: < 0 or > 64 * 1024 * 1024 } => "bytes has to be at most 64 MiB.",
        { Http: < 200 or > 599 } => "http has to be from 200 to 599.",
        { Vendor: Vendor.Iam, Specimen: not null } => "The login is sent no picture, so that specimen cannot be given.",
        { Kind: ScenarioKind.Status, Http: null } => "A status scenario needs http.",
        { Kind: ScenarioKind.Error } when scenario.Code is null || VendorErrors.Find(scenario.Vendor, scenario.Code, scenario.Http) is null =>
            "An error scenario needs a code of this vendor's rows in errors.json.",
        _ => null,
    };
}
