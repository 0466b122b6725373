using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>A sandbox that reads pictures.</summary>
public sealed class ReadingSandboxVendors() : SandboxVendors(workers: 2);

/// <summary>The fictional cards through the vendors that read them: what comes out at our end is what stands in their truth, whatever the forms on the way.</summary>
public sealed class SpecimenWireTests(ReadingSandboxVendors sandbox) : IClassFixture<ReadingSandboxVendors>, IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "FictionalCards");

    private static readonly Specimen[] All = JsonSerializer.Deserialize<Whole>(File.ReadAllBytes(Path.Combine(Folder, "truth.json")), JsonSerializerOptions.Web)!.Pictures;

    /// <summary>Photographed cards, and where there is none (a defect was drawn) the flat one.</summary>
    public static TheoryData<string> Pictures =>
    [
        .. All.Where(picture => ServiceOf(picture.Type) is not null && !(picture is { Type: "mys-mykad" or "chl-id", Side: "back" }))
            .Where(picture => picture.Version == "phone" || (picture.Version == "clean" && picture.Scenario is not null && picture.Scenario != "several")).Select(picture => picture.File),
    ];

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task What_a_vendor_reads_is_what_stands_on_the_card(string file)
    {
        var specimen = All.Single(picture => picture.File == file);
        var type = DocumentTypes.Find(specimen.Type)!;
        var side = Enum.Parse<CardSide>(specimen.Side, ignoreCase: true);
        var image = new DocumentImage(await File.ReadAllBytesAsync(Path.Combine(Folder, file)), specimen.Type) { Side = side };

        var reading = await Connector(specimen.Type).ReadAsync(image, CancellationToken.None);

        Assert.Equal(specimen.Type, reading.TypeId);
        var stands = type.Prove(new Evidence([.. specimen.Fields.Select(field => new Claim(field.Key, field.Value, null, ClaimSource.Service, side))], [], MrzAccepted: false), SandboxVendors.Today);
        var read = type.Prove(reading.Evidence, SandboxVendors.Today);
        var compared = stands.Fields.Where(field => field.Name != FieldNames.CardKind && field.Normalised is not null)
            .Select(field => (Expected: field, Read: read.Fields.SingleOrDefault(one => one.Name == field.Name)))
            .Where(pair => pair.Read is { Normalised: not null, Source: not ClaimSource.DocumentNumber } && reading.Evidence.Claims.Any(claim => claim.Field == pair.Expected.Name)).ToList();
        Assert.Equal(compared.Select(pair => (pair.Expected.Name, pair.Expected.Normalised)), compared.Select(pair => (pair.Expected.Name, pair.Read!.Normalised)));
        Assert.InRange(compared.Count, side == CardSide.Back ? 1 : 3, 30);
        Assert.DoesNotContain(read.Fields, field => field.Status == FieldStatus.Conflict);
        if (side == CardSide.Front && specimen.Type != "idn-ktp")
        {
            Assert.NotNull(reading.Portrait);
        }

        var warnings = reading.Warnings.Where(warning => warning.Severity > Severity.Info).Select(warning => warning.Code);
        Assert.Equal(specimen.Scenario is not null, warnings.Any());
    }

    [Fact]
    public async Task A_back_on_which_the_vendor_reads_no_field_asks_for_another_photo()
    {
        var image = new DocumentImage(await File.ReadAllBytesAsync(Path.Combine(Folder, "chl-id-back-phone.jpg")), "chl-id") { Side = CardSide.Back };

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.IdDocument().ReadAsync(image, CancellationToken.None));

        Assert.Equal((FailureClass.InputQuality, "answer.empty"), (failed.Failure, failed.Code));
    }

    private static string? ServiceOf(string type) => type switch
    {
        "khm-id" or "chn-id" or "idn-ktp" => type,
        _ when type.StartsWith("mys-", StringComparison.Ordinal) => "mys",
        _ when type[..4] is "vnm-" or "phl-" or "alb-" or "tha-" or "chl-" or "hkg-" => "id-document",
        _ => null,
    };

    private IConnector Connector(string type) => ServiceOf(type) switch
    {
        "khm-id" => sandbox.Cambodian(),
        "chn-id" => sandbox.Ci(),
        "idn-ktp" => sandbox.AccuAuth(),
        "mys" => sandbox.Tencent(),
        _ => sandbox.IdDocument(),
    };

    private sealed record Specimen(string File, string Type, string Side, string Version, IReadOnlyDictionary<string, string> Fields, string? Scenario);

    private sealed record Whole(Specimen[] Pictures);
}
