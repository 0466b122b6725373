using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// One call of each vendor's scheme with a body of 1 MB (1,048,576 random bytes, seeded), and beside it what nobody can save: hashing that body once.
/// COS signs the body's length alone, so its figure hardly depends on the body and its ratio is far below 1.
/// </summary>
public class SigningBenchmarks
{
    private static readonly DateTimeOffset Now = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);
    private static readonly SigningCredentials Keys = new("AKIDEXAMPLE0000fake0000benchmark", "FakeSecretKey0benchmark000000000");
    private static readonly KeyValuePair<string, string>[] HuaweiHeaders = [new("Content-Type", "application/json"), new("X-Project-Id", "0123456789abcdef0123456789abcdef")];
    private static readonly KeyValuePair<string, string>[] CosHeaders = [new("Content-Type", "image/jpeg")];

    private static readonly KeyValuePair<string, string>[] CosQuery =
        [new("ci-process", "IDCardOCR"), new("CardSide", "FRONT"), new("Config", "{\"CropIdCard\":true,\"CropPortrait\":true,\"CopyWarn\":true,\"Quality\":true}")];

    private readonly byte[] _body = new byte[1 << 20];
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];

    [GlobalSetup]
    public void Fill() => new Random(1).NextBytes(_body);

    /// <summary>The body's SHA-256 and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public int HashAlone() => SHA256.HashData(_body, _hash);

    [Benchmark]
    public RequestSignature Tc3() => Tc3Signer.Sign(
        new Tc3Request { Service = "ocr", Host = "ocr.tencentcloudapi.com", ContentType = "application/json", Body = _body }, Keys, Now);

    [Benchmark]
    public RequestSignature Huawei() => HuaweiSigner.Sign(
        new HuaweiRequest
        {
            Path = "/v2/0123456789abcdef0123456789abcdef/ocr/cambodian-idcard", Host = "ocr.ap-southeast-3.myhuaweicloud.com", Headers = HuaweiHeaders, Body = _body,
        }, Keys, Now);

    [Benchmark]
    public RequestSignature Cos() => CosSigner.Sign(
        new CosRequest
        {
            Method = "PUT", ObjectKey = "intake/0123456789abcdef.jpg", Host = "examplebucket-1250000000.cos.ap-singapore.myqcloud.com", ContentLength = _body.Length,
            Headers = CosHeaders, Query = CosQuery,
        }, Keys, Now);
}
