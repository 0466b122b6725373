using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Benchmarks;

/// <summary>A connector as it is measured: with the sandbox's invented keys, at any address.</summary>
/// <param name="Name">Shown.</param>
/// <param name="TypeId">What its specimen is.</param>
/// <param name="Specimens">Files of <c>tests/specimens</c>.</param>
/// <param name="Prefix">Its path in the sandbox.</param>
/// <param name="HashesBody">Whether its scheme hashes the whole body: then that is work that nobody who calls this vendor is spared.</param>
internal sealed record ConnectorCase(string Name, string TypeId, string[] Specimens, string Prefix, bool HashesBody, Func<Uri, HttpClient, IConnector> Create)
{
    private const string HuaweiKey = "SANDBOXHUAWEIAK00000";
    private const string HuaweiSecret = "sandbox-huawei-secret-key-0000000000000";

    /// <summary>Each service once; Tencent's CI also as one call, without deleting the stored picture.</summary>
    public static IReadOnlyList<ConnectorCase> All { get; } =
    [
        new(HuaweiCambodianIdCardConnector.Id, "khm-id", ["khm-id-clean.jpg", "khm-id-phone.jpg"], "/huawei", HashesBody: true, (address, http) => new HuaweiCambodianIdCardConnector(
            new HuaweiCambodianIdCardOptions { Endpoint = address, ProjectId = "5a4d000000000000000000000000c0de", AccessKey = HuaweiKey, SecretKey = HuaweiSecret }, http, TimeProvider.System)),
        new(HuaweiIdDocumentConnector.Id, "vnm-id", ["vnm-id-clean.jpg", "vnm-id-phone.jpg"], "/huawei", HashesBody: true, (address, http) => new HuaweiIdDocumentConnector(
            new HuaweiIdDocumentOptions { Endpoint = address, ProjectId = "5a4d000000000000000000000001c0de", AccessKey = HuaweiKey, SecretKey = HuaweiSecret, AllowRetired = true }, http, TimeProvider.System)),
        new(TencentMLIDCardOcrConnector.Id, "mys-mykad", ["mys-mykad-clean.jpg", "mys-mykad-phone.jpg"], "/tencent", HashesBody: true, (address, http) => new TencentMLIDCardOcrConnector(
            new TencentMLIDCardOcrOptions { Endpoint = address, SecretId = "AKIDsandboxtencent0000000000000000", SecretKey = "sandbox-tencent-secret-key-00000" }, http, TimeProvider.System)),
        Ci(TencentCiIdCardOcrConnector.Id, deletes: true),
        Ci($"{TencentCiIdCardOcrConnector.Id} (kept)", deletes: false),
        new(AccuAuthKtpConnector.Id, "idn-ktp", ["idn-ktp-clean.jpg", "idn-ktp-phone.jpg"], "/accuauth", HashesBody: false, (address, http) => new AccuAuthKtpConnector(
            new AccuAuthKtpOptions { Endpoint = address, ApiId = "sandbox-accuauth-id", ApiSecret = "sandbox-accuauth-secret" }, http, TimeProvider.System)),
    ];

    /// <summary>Where a specimen stands.</summary>
    public static string PathOf(string specimen) => Path.Combine(PortalProcess.RepositoryRoot, "tests", "specimens", specimen);

    /// <summary>The specimen as a camera might keep it: a JPEG of about this many bytes.</summary>
    public byte[] Picture(int target)
    {
        var bytes = File.ReadAllBytes(PathOf(Specimens[0]));
        using var specimen = Reader.Imaging.Picture.Decode(bytes, PictureHeader.Inspect(bytes));
        return Enumerable.Range(0, 15).Select(less => specimen.Render(Math.Max(specimen.Width, specimen.Height), rotation: 0, quality: 100 - less).Jpeg)
            .MinBy(jpeg => Math.Abs(jpeg.Length - target))!;
    }

    private static ConnectorCase Ci(string name, bool deletes) => new(name, "chn-id", ["chn-id-clean.jpg", "chn-id-phone.jpg"], "/cos", HashesBody: false, (address, http) => new TencentCiIdCardOcrConnector(
        new TencentCiIdCardOcrOptions
        {
            Endpoint = address, Bucket = "sandbox-1250000000", Region = "ap-singapore", Country = "SG",
            SecretId = "AKIDsandboxcos00000000000000000000", SecretKey = "sandbox-cos-secret-key-000000000", DeleteAfterwards = deletes,
        },
        http, TimeProvider.System));
}
