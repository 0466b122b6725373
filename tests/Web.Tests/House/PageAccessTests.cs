using System.Reflection;
using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Tests.House;

/// <summary>Closed by default: every page says itself who may open it.</summary>
public sealed class PageAccessTests
{
    private static readonly string[] Open = ["/sign-in", "/sign-out", "/not-found", "/error"];

    public static TheoryData<string> Pages() => [.. typeof(Portal).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_names_a_policy_or_stands_on_the_short_list_of_open_ones(string page)
    {
        var type = typeof(Portal).Assembly.GetType(page)!;
        var routes = type.GetCustomAttributes<RouteAttribute>().Select(route => route.Template);
        if (type.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
        {
            Assert.All(routes, route => Assert.Contains(route, Open));
            return;
        }

        var policies = type.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Select(authorize => authorize.Policy).ToList();
        Assert.NotEmpty(policies);
        HashSet<string?> known = [.. typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetRawConstantValue())];
        Assert.All(policies.Where(policy => policy is not null), policy => Assert.Contains(policy, known));
    }
}
