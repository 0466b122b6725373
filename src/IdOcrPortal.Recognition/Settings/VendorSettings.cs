using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Recognition.Limits;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Settings;

/// <summary>One vendor's line in <see cref="RecognitionServices"/>.</summary>
/// <param name="Description">What the service is.</param>
/// <param name="CallsPerSecond">Calls a second with one set of credentials, unless the setting <c>CallsPerSecond</c> says otherwise.</param>
/// <param name="Domains">Domains that the vendor's own hosts belong to.</param>
/// <param name="Options">Type of the section's settings.</param>
/// <param name="Create">Makes the connector; throws <see cref="ArgumentException"/> with the setting's name where one is missing or cannot be right.</param>
internal sealed record VendorLine(ConnectorInfo Description, double CallsPerSecond, IReadOnlyList<string> Domains, Type Options, Func<IConfigurationSection, HttpClient, TimeProvider, IConnector> Create);

/// <summary>
/// Reads the section <c>Vendors:&lt;Id&gt;</c>. Without any credential the service is not set up; with one it has to be complete and right, or the portal does not start. Values never come into a message.
/// </summary>
internal sealed class VendorSettings(IConfiguration configuration, SandboxMode sandbox, OutboundHosts hosts, HttpClient http, TimeProvider clock)
{
    private const string CallsPerSecond = "CallsPerSecond";

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "AccessKey", "SecretKey", "SecurityToken", "IamUser", "IamPassword", "IamDomain", "SecretId", "Token", "ApiId", "ApiSecret",
    };

    // Who is calling, which is what vendors count by; the first that is set.
    private static readonly string[] Callers = ["AccessKey", "SecretId", "ApiId", "IamUser"];

    private readonly Dictionary<(string Domain, string Caller), (CallPace Pace, double Rate)> _paces = [];

    /// <exception cref="SettingsException">A setting is unknown, missing or wrong.</exception>
    internal ServiceSetup Read(VendorLine line)
    {
        var own = configuration.GetSection($"Vendors:{line.Description.Id}");
        var section = IsSet(own) ? own : sandbox.Vendor(line.Description.Id);
        var known = line.Options.GetProperties().Where(property => property.CanWrite).ToList();
        foreach (var child in own.GetChildren().Where(child => child.Key != CallsPerSecond && !known.Exists(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))))
        {
            throw new SettingsException(child.Path, "there is no such setting. Known are: " + string.Join(", ", known.Select(property => property.Name).Append(CallsPerSecond)));
        }

        var isSandbox = !IsSet(own) && IsSet(section);
        var connector = IsSet(section) ? Create(line, section, known, isSandbox) : null;
        return new ServiceSetup
        {
            Info = connector?.Info ?? line.Description,
            Connector = connector,
            IsSandbox = isSandbox,
            AllowsRetired = Switch(line, section, "AllowRetired"),
            Credentials = [.. known.Where(property => Secrets.Contains(property.Name)).Select(property => new CredentialState(
                $"{own.Path}:{property.Name}", !string.IsNullOrEmpty(section[property.Name]), property.GetCustomAttribute<RequiredMemberAttribute>() is not null))],
            Address = connector is null ? "" : HostOf(line, section),
            Parameters = Fingerprint(section),
            Pace = PaceOf(line, section),
            Breaker = new CircuitBreaker(clock),
        };
    }

    private IConnector Create(VendorLine line, IConfigurationSection section, List<PropertyInfo> known, bool isSandbox)
    {
        foreach (var property in known.Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null && string.IsNullOrWhiteSpace(section[property.Name])))
        {
            throw new SettingsException(Name(line, property.Name), "it is missing.");
        }

        try
        {
            var connector = line.Create(section, http, clock);
            foreach (var name in new[] { "Endpoint", "IamEndpoint" })
            {
                if (section[name] is { Length: > 0 } address && hosts.WhyNot(new Uri(address), line.Domains, isSandbox) is { } problem)
                {
                    throw new SettingsException(Name(line, name), problem);
                }
            }

            return connector;
        }
        catch (ArgumentException wrong)
        {
            throw new SettingsException(Name(line, wrong.ParamName ?? ""), Sentence(wrong));
        }
        catch (InvalidOperationException unreadable) when (unreadable.InnerException is FormatException or ArgumentException or OverflowException or UriFormatException)
        {
            // The binder's message quotes the value.
            var name = known.Select(property => property.Name).FirstOrDefault(name => unreadable.Message.Contains($":{name}'", StringComparison.OrdinalIgnoreCase)) ?? "";
            throw new SettingsException(Name(line, name), "its value cannot be read: see the vendor's README for its form.");
        }
    }

    private CallPace PaceOf(VendorLine line, IConfigurationSection section)
    {
        var rate = line.CallsPerSecond;
        if (configuration[$"Vendors:{line.Description.Id}:{CallsPerSecond}"] is { Length: > 0 } text && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out rate) || !(rate > 0 && rate <= 1000)))
        {
            throw new SettingsException(Name(line, CallsPerSecond), "it has to be a number above 0 and up to 1000.");
        }

        var caller = Callers.Select(name => section[name]).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? line.Description.Id;
        if (!_paces.TryGetValue((line.Domains[0], caller), out var shared))
        {
            _paces.Add((line.Domains[0], caller), shared = (new CallPace(rate, clock), rate));
        }

        return shared.Rate == rate ? shared.Pace : throw new SettingsException(Name(line, CallsPerSecond), "another service has the same keys, so both share one pace: set the same number for both.");
    }

    private static bool Switch(VendorLine line, IConfigurationSection section, string name) =>
        string.IsNullOrEmpty(section[name]) ? false
        : bool.TryParse(section[name], out var value) ? value
        : throw new SettingsException(Name(line, name), "it has to be true or false.");

    private static bool IsSet(IConfigurationSection section) => Secrets.Any(name => !string.IsNullOrEmpty(section[name]));

    private static string Name(VendorLine line, string setting) => $"Vendors:{line.Description.Id}:{setting}".TrimEnd(':');

    // .NET adds "(Parameter 'x')", which is no word of an administrator's.
    private static string Sentence(ArgumentException wrong) => wrong.Message.Split(" (Parameter", 2)[0];

    private static string HostOf(VendorLine line, IConfigurationSection section) =>
        section["Endpoint"] is { Length: > 0 } endpoint ? new Uri(endpoint).Authority : line.Domains[0];

    private static string Fingerprint(IConfigurationSection section)
    {
        var settings = section.GetChildren().Where(child => !Secrets.Contains(child.Key) && child.Key != CallsPerSecond).OrderBy(child => child.Key, StringComparer.OrdinalIgnoreCase).Select(child => $"{child.Key.ToUpperInvariant()}={child.Value}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(settings))));
    }
}
