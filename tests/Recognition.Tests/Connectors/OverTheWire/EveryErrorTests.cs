using System.Globalization;
using IdOcrPortal.Recognition.Errors;
using IdOcrPortal.Recognition.Tests.Errors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>Every row of the vendors' error tables, provoked at the sandbox, arrives in its class with its code, the vendor's request id and the pause that the row advises.</summary>
public sealed class EveryErrorTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    /// <summary>Vendor of the sandbox, code, HTTP status (0: the row's), class.</summary>
    public static TheoryData<string, string, int, FailureClass> Rows
    {
        get
        {
            var data = new TheoryData<string, string, int, FailureClass>();
            foreach (var row in VendorErrorCatalogueTests.Codes)
            {
                var (vendor, code, status, failure) = ((Vendor)row[0], (string)row[1], (int?)row[2] ?? 0, (FailureClass)row[3]);
                foreach (var service in vendor switch { Vendor.Huawei => (string[])["huawei", "huawei id-document"], Vendor.TencentApi => ["tencent"], Vendor.TencentCi => ["cos"], _ => ["accuAuth"] })
                {
                    data.Add(service, code, status, failure);
                }

                if (vendor == Vendor.Huawei && code.StartsWith("APIG.", StringComparison.Ordinal))
                {
                    data.Add("huawei", code.Replace("APIG.", "APIGW.", StringComparison.Ordinal), status, failure);
                }
            }

            data.Add("iam", "IAM 400", 0, FailureClass.Configuration);
            data.Add("iam", "IAM 401", 0, FailureClass.Credential);
            data.Add("iam", "IAM 403", 0, FailureClass.Credential);
            data.Add("iam", "IAM 404", 0, FailureClass.Configuration);
            data.Add("iam", "IAM 500", 0, FailureClass.Transient);
            data.Add("iam", "IAM 503", 0, FailureClass.Transient);
            data.Add("accuAuth", VendorErrors.EmptyResults, 0, FailureClass.InputQuality);
            data.Add("tencent", "(no Response.Error) HTTP other than 200", 0, FailureClass.Transient);
            return data;
        }
    }

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Arrives_in_its_class_with_its_code_and_the_vendors_request_id(string service, string code, int status, FailureClass failure)
    {
        await sandbox.ScenarioAsync(new { vendor = service.Split(' ')[0], kind = "error", code, http = status == 0 ? (int?)null : status });
        IConnector connector = service switch
        {
            "huawei" => sandbox.Cambodian(),
            "huawei id-document" => sandbox.IdDocument(),
            "iam" => sandbox.CambodianByToken(),
            "tencent" => sandbox.Tencent(),
            "cos" => sandbox.Ci(),
            _ => sandbox.AccuAuth(),
        };

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(SandboxVendors.Jpeg(1000, 640), null), CancellationToken.None));

        var isBare = code.StartsWith("(no ", StringComparison.Ordinal);
        Assert.Equal((failure, isBare ? "HTTP 502" : code, true), (failed.Failure, failed.Code, failed.IsKnown));
        Assert.Equal(PauseOf(code, status), failed.RetryAfter);
        if (isBare)
        {
            Assert.Null(failed.RequestId);
        }
        else
        {
            Assert.NotNull(failed.RequestId);
            Assert.Contains(failed.RequestId, sandbox.LastAnswer, StringComparison.Ordinal);
        }

        Assert.NotEmpty(failed.Message);
        Assert.DoesNotContain("The request failed", failed.ToString(), StringComparison.Ordinal); // the vendor's own words stay out
        var calls = await sandbox.CallsAsync();
        Assert.Equal(service == "cos" ? 2 : 1, calls.Sum(call => int.Parse(call[(call.LastIndexOf('×') + 1)..], CultureInfo.InvariantCulture))); // no repetition; the object's deletion
    }

    [Fact]
    public void Every_row_of_the_catalogue_is_provoked()
    {
        var provoked = Rows.Select(row => ((string)row[1], (int)row[2])).ToHashSet();

        var missing = VendorErrors.Catalogue.Where(row => row.Code != "APIGW.*").SelectMany(row => row.Code.StartsWith("IAM ", StringComparison.Ordinal)
                ? row.Code[4..].Split('/').Select(status => ($"IAM {status}", 0))
                : row.Code.StartsWith('(') ? [(row.Code, 0)]
                : row.Code.Split(" / ").Select(code => (code, code == "APIG.0201" ? int.Parse(row.Http, CultureInfo.InvariantCulture) : 0)))
            .Where(row => !provoked.Contains(row));

        Assert.Empty(missing);
        Assert.Equal(44, Rows.Count(row => ((string)row[1]).StartsWith("APIGW.", StringComparison.Ordinal)));
    }

    /// <summary>"backoff 2-5 s" and "backoff 1 s or more" of the sheets, by hand.</summary>
    private static TimeSpan? PauseOf(string code, int status) => (code, status) switch
    {
        ("APIG.0308" or "APIGW.0308", _) or ("APIG.0201" or "APIGW.0201", 504) => TimeSpan.FromSeconds(5),
        ("RequestLimitExceeded", _) => TimeSpan.FromSeconds(1),
        _ => null,
    };
}
