using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>Where people sign in; a form that works without a circuit.</summary>
public sealed partial class SignIn
{
    private bool _refused;

    [Inject] public required SignInDesk Desk { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm] private Credentials? Input { get; set; }

    /// <summary>Whether an address leads to a page of this portal and nowhere else.</summary>
    internal static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl);

    private async Task SignInAsync()
    {
        if (await Desk.SignInAsync(Context, Input?.UserName ?? "", Input?.Password ?? "", Context.RequestAborted))
        {
            Navigation.NavigateTo(IsLocal(ReturnUrl) ? ReturnUrl! : "/");
            return;
        }

        _refused = true;
    }

    private sealed class Credentials
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }
    }
}
