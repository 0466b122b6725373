using System.Text.Json;
using IdOcrPortal.Recognition.Settings;
using IdOcrPortal.Recognition.Tests.Connectors;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Tests.House;

/// <summary>A vendor is one folder, one line, one place in the sandbox and one test folder; this says which of them is missing.</summary>
public sealed class VendorPiecesTests
{
    private static readonly string Root = FindRoot();

    private static IEnumerable<string> Folders() => Directory
        .EnumerateFiles(Path.Combine(Root, "src", "IdOcrPortal.Recognition", "Connectors"), "*Connector.cs", SearchOption.AllDirectories)
        .Select(file => new FileInfo(file).Directory!.Name).Where(id => id != "OfflineEngine").Order(StringComparer.Ordinal);

    public static TheoryData<string> Vendors() => [.. Folders()];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Every_vendor_has_all_its_pieces(string id) => Assert.Empty(Missing(id));

    [Fact]
    public void Every_line_has_its_folder() => Assert.Equal(Folders(), Registered().Order(StringComparer.Ordinal));

    [Fact]
    public void Of_a_vendor_that_is_not_there_every_piece_is_named() => Assert.Equal(
        [
            "src/IdOcrPortal.Recognition/Connectors/SixthVendor/SixthVendorConnector.cs", "src/IdOcrPortal.Recognition/Connectors/SixthVendor/SixthVendorOptions.cs",
            "src/IdOcrPortal.Recognition/Connectors/SixthVendor/SixthVendorReply.cs", "src/IdOcrPortal.Recognition/Connectors/SixthVendor/README.md", "tests/Recognition.Tests/Connectors/SixthVendor/SixthVendorTests.cs",
            "tests/Recognition.Tests/Connectors/OverTheWire/SixthVendorWireTests.cs", "a line in RecognitionServices.cs", "SixthVendor in Settings/sandbox-vendors.json", "SixthVendor in README.md",
        ],
        Missing("SixthVendor"));

    private static List<string> Missing(string id)
    {
        string[] files =
        [
            $"src/IdOcrPortal.Recognition/Connectors/{id}/{id}Connector.cs", $"src/IdOcrPortal.Recognition/Connectors/{id}/{id}Options.cs", $"src/IdOcrPortal.Recognition/Connectors/{id}/{id}Reply.cs",
            $"src/IdOcrPortal.Recognition/Connectors/{id}/README.md", $"tests/Recognition.Tests/Connectors/{id}/{id}Tests.cs", $"tests/Recognition.Tests/Connectors/OverTheWire/{id}WireTests.cs",
        ];
        List<string> missing = [.. files.Where(file => !File.Exists(Path.Combine(Root, file)))];
        if (!Registered().Contains(id))
        {
            missing.Add("a line in RecognitionServices.cs");
        }

        if (Played(id) is not { } prefix)
        {
            missing.Add($"{id} in Settings/sandbox-vendors.json");
        }
        else if (!File.ReadAllText(Path.Combine(Root, "src", "IdOcrPortal.Sandbox", "Wire", "VendorAddress.cs")).Contains($"\"/{prefix}\"", StringComparison.Ordinal))
        {
            missing.Add($"whoever plays {prefix} in the sandbox");
        }

        if (!File.ReadAllText(Path.Combine(Root, "README.md")).Contains($"`{id}`", StringComparison.Ordinal))
        {
            missing.Add($"{id} in README.md");
        }

        return missing;
    }

    private static IEnumerable<string> Registered()
    {
        var nothing = new ConfigurationBuilder().Build();
        return RecognitionServices.Read(nothing, new SandboxMode(nothing, isAllowed: true), new ManualClock()).Select(service => service.Info.Id);
    }

    private static string? Played(string id)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "IdOcrPortal.Recognition", "Settings", "sandbox-vendors.json")));
        return settings.RootElement.GetProperty("Vendors").TryGetProperty(id, out var vendor) ? vendor.GetProperty("Endpoint").GetString()!.Replace("{sandbox}", "", StringComparison.Ordinal).Trim('/') : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IdOcrPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        }

        return folder.FullName;
    }
}
