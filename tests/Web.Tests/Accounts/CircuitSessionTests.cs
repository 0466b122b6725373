using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IdOcrPortal.Web.Tests.Accounts;

/// <summary>What the whole portal registers, in the order in which Program.cs does.</summary>
public sealed class CircuitSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Open_circuits_ask_again_whether_their_session_holds()
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();

        Assert.IsType<CircuitSession>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
    }

    [Fact]
    public async Task What_declares_no_policy_wants_somebody_who_is_signed_in()
    {
        await using var app = Build();
        var options = app.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value;

        Assert.Contains(options.FallbackPolicy!.Requirements, requirement => requirement is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
        Assert.All(TestSite.Policies(), policy => Assert.NotNull(options.GetPolicy(policy)));
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder });
        builder.Configuration["Data:Folder"] = _folder;
        builder.AddPortal();
        return builder.Build();
    }
}
