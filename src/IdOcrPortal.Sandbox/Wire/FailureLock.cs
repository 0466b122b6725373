using System.Collections.Concurrent;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>Locks a name after more than five refusals in a row, for five minutes; one success starts the count anew.</summary>
internal sealed class FailureLock(TimeProvider clock)
{
    private const int Allowed = 5;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Last)> failures = new(StringComparer.Ordinal);

    internal bool IsLocked(string name) =>
        failures.TryGetValue(name, out var state) && state.Failures > Allowed && clock.GetUtcNow() - state.Last < Length;

    internal void Failed(string name)
    {
        var now = clock.GetUtcNow();
        failures.AddOrUpdate(name, (1, now), (_, state) => (now - state.Last >= Length ? 1 : state.Failures + 1, now));
    }

    internal void Succeeded(string name) => failures.TryRemove(name, out _);
}
