using System.Text;
using IdOcrPortal.Recognition.Routing;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Settings;

/// <summary>
/// Section <c>Sandbox</c>: with an address, every vendor without credentials of its own is played by the sandbox there: same connector, same signing, same wire. The invented credentials are
/// those of the sandbox's own settings.
/// </summary>
public sealed class SandboxMode
{
    private readonly IConfiguration _settings;

    /// <param name="isAllowed">False in Production, where invented answers have no place.</param>
    /// <exception cref="SettingsException">The address cannot be the sandbox's.</exception>
    internal SandboxMode(IConfiguration configuration, bool isAllowed)
    {
        var text = configuration["Sandbox:Url"];
        if (string.IsNullOrWhiteSpace(text))
        {
            _settings = new ConfigurationBuilder().Build();
            return;
        }

        if (!isAllowed)
        {
            throw new SettingsException("Sandbox:Url", "the sandbox invents its answers and cannot be used in Production. Remove the setting.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !address.IsLoopback || address.Scheme is not ("http" or "https"))
        {
            throw new SettingsException("Sandbox:Url", "it has to be an address of this machine, such as http://127.0.0.1:5090.");
        }

        Address = address;
        _settings = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Embedded().Replace("{sandbox}", address.ToString().TrimEnd('/'), StringComparison.Ordinal)))).Build();
    }

    /// <summary>Where the sandbox is; <see langword="null"/>: there is none.</summary>
    public Uri? Address { get; }

    /// <summary>Settings of a vendor that the sandbox plays; empty where there is no sandbox.</summary>
    internal IConfigurationSection Vendor(string id) => _settings.GetSection($"Vendors:{id}");

    /// <summary>
    /// The portal's routing; in sandbox mode with its own order where the portal has none: a document that the offline engine proves by itself is not given to a service that is played, and what it
    /// cannot tell is shown to all of them, which costs nothing here.
    /// </summary>
    internal RoutingOptions Routing(IConfiguration configuration)
    {
        var (own, played) = (Read(configuration), Read(_settings));
        return own with { Detect = own.Detect.Length > 0 ? own.Detect : played.Detect, Order = played.Order.Concat(own.Order).GroupBy(order => order.Key, StringComparer.Ordinal).ToDictionary(orders => orders.Key, orders => orders.Last().Value) };
    }

    /// <exception cref="SettingsException">There is no such setting: one that is misspelt must not leave pictures free to go anywhere.</exception>
    private static RoutingOptions Read(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection("Routing").GetChildren().Where(child => !typeof(RoutingOptions).GetProperties().Any(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))))
        {
            throw new SettingsException(child.Path, "there is no such setting. Known are: " + string.Join(", ", typeof(RoutingOptions).GetProperties().Select(property => property.Name)));
        }

        return new RoutingOptions
        {
            Order = configuration.GetSection("Routing:Order").GetChildren().ToDictionary(type => type.Key, type => SettingLists.Read(configuration, type.Path), StringComparer.OrdinalIgnoreCase),
            Detect = SettingLists.Read(configuration, "Routing:Detect"),
            AllowedCountries = SettingLists.Read(configuration, "Routing:AllowedCountries"),
        };
    }

    private static string Embedded()
    {
        using var stream = typeof(SandboxMode).Assembly.GetManifestResourceStream("sandbox-vendors.json") ?? throw new InvalidOperationException("sandbox-vendors.json is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
