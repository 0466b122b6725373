using IdOcrPortal.Recognition.Limits;

namespace IdOcrPortal.Recognition;

/// <summary>One credential of a service, as an administrator may see it: whether it is there, never what it is.</summary>
/// <param name="Name">Full name of the setting, such as <c>Vendors:AccuAuthKtp:ApiSecret</c>.</param>
/// <param name="IsSet">Whether it has a value.</param>
/// <param name="IsRequired">Whether the service needs it.</param>
public sealed record CredentialState(string Name, bool IsSet, bool IsRequired);

/// <summary>A service as this installation has it: set up or not, how it is paced, and whether it is cut off.</summary>
public sealed class ServiceSetup
{
    /// <summary>What it is.</summary>
    public required ConnectorInfo Info { get; init; }

    /// <summary>What calls it; <see langword="null"/> where its settings are missing.</summary>
    public IConnector? Connector { get; init; }

    /// <summary>Whether it is played by the sandbox: invented answers, no cost.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Whether a retired service is wanted all the same.</summary>
    public bool AllowsRetired { get; init; }

    /// <summary>Its credentials, for the administrator.</summary>
    public IReadOnlyList<CredentialState> Credentials { get; init; } = [];

    /// <summary>Host that is called; empty for the offline engine and where nothing is set up.</summary>
    public string Address { get; init; } = "";

    /// <summary>Identifies the settings that shape an answer, without credentials: part of the request key (RQ-5).</summary>
    public string Parameters { get; init; } = "";

    /// <summary>Calls a second, shared by all services with the same credentials.</summary>
    public required CallPace Pace { get; init; }

    /// <summary>Cuts the service off while it fails.</summary>
    public required CircuitBreaker Breaker { get; init; }

    /// <summary>Whether it has settings, and is not retired or wanted all the same.</summary>
    public bool IsUsable => Connector is not null && (Info.RetiredOn is null || AllowsRetired);

    /// <summary>A service without settings: the offline engine, or one in a test.</summary>
    public static ServiceSetup Of(IConnector connector, TimeProvider clock, double callsPerSecond = double.PositiveInfinity) => new()
    {
        Info = connector.Info,
        Connector = connector,
        AllowsRetired = true,
        Pace = new CallPace(callsPerSecond, clock),
        Breaker = new CircuitBreaker(clock),
    };
}
