using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Settings;

/// <summary>
/// Where pictures and credentials may go (RQ-9): to the vendors' own domains by https, to hosts that the setting <c>Outbound:AllowedHosts</c> names (a private deployment), and in sandbox mode to the
/// sandbox. Names that lead to addresses of a private network are refused when the connection is made.
/// </summary>
internal sealed class OutboundHosts(IConfiguration configuration, Uri? sandbox)
{
    private readonly HashSet<string> _allowed = new(SettingLists.Read(configuration, "Outbound:AllowedHosts"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an address of the settings may not be called; <see langword="null"/> where it may.</summary>
    internal string? WhyNot(Uri address, IReadOnlyList<string> domains, bool isSandbox)
    {
        if (isSandbox && sandbox is not null && address.Authority == sandbox.Authority)
        {
            return null;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return "it has to begin with https://.";
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return "it may hold a host, a port and a path only.";
        }

        return _allowed.Contains(address.Host) || domains.Any(domain => address.Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"its host is none of the vendor's ({string.Join(", ", domains)}). For a private deployment name the host in Outbound:AllowedHosts as well.";
    }

    /// <summary>Connects, to public addresses only unless the host is named in the settings.</summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken);
        var isNamed = _allowed.Contains(endpoint.Host) || (sandbox is not null && sandbox.Port == endpoint.Port && sandbox.DnsSafeHost == endpoint.Host);
        var usable = isNamed ? addresses : [.. addresses.Where(IsPublic)];
        if (usable.Length == 0)
        {
            throw new SocketException((int)SocketError.HostUnreachable);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address is outside of the networks that only this machine or its neighbours can reach (RFC 6890).</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any))
        {
            return false;
        }

        return address.AddressFamily != AddressFamily.InterNetwork || address.GetAddressBytes() switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] => false,
            [192, 0, 0 or 2, _] => false,
            [198, 18 or 19, ..] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }
}
