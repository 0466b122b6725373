using IdOcrPortal.Web.Components.Pages;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/queue")]
    [InlineData("/review/4f2ab1c0-0000-4000-8000-000000000001?tab=values")]
    [InlineData("/")]
    public void Signing_in_leads_back_to_a_page_of_the_portal(string address) => Assert.True(SignIn.IsLocal(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("queue")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    public void Signing_in_never_leads_anywhere_else(string? address) => Assert.False(SignIn.IsLocal(address));
}
