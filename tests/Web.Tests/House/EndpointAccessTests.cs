using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace IdOcrPortal.Web.Tests.House;

/// <summary>Closed by default (AZ-1): every endpoint besides the pages has a row here that says who may call it.</summary>
public sealed class EndpointAccessTests
{
    private static readonly (string Route, string Policy)[] Table =
    [
        ("POST /api/uploads", Policies.Upload),
        ("GET /pictures/{documentId:guid}/{kind}", Policies.Upload),
        ("GET /specimens/{file}", Policies.Upload),
    ];

    [Fact]
    public async Task Every_endpoint_asks_for_the_policy_of_its_row()
    {
        var folder = Directory.CreateTempSubdirectory("house-test-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = folder.FullName, Args = [$"--Data:Folder={folder.FullName}"] });
            builder.AddPortal();
            await using var app = builder.Build();
            app.MapPortalEndpoints();

            var found = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(endpoint => (
                $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)} {endpoint.RoutePattern.RawText}",
                Assert.Single(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()).Policy!));
            Assert.Equal(Table.Order(), found.Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
