using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace IdOcrPortal.Web.Accounts;

/// <summary>
/// What a password may be (SECURITY AU-1): 15 to 128 characters of any kind, and not made of words that everybody tries first.
/// There are no rules of composition.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    /// <summary>Fewest characters.</summary>
    internal const int MinLength = 15;

    /// <summary>Most characters.</summary>
    internal const int MaxLength = 128;

    /// <summary>Letters that have to remain once the well-known words are taken out.</summary>
    private const int FewestOwnCharacters = 8;

    // Longer words first, so that "passwords" is taken out before "password". The product's own words, then those that lead every published list.
    private static readonly string[] Known = new[]
    {
        "idocrportal", "portal", "ocr", "passport", "document", "identity", "reviewer", "uploader", "approver", "auditor", "administrator", "admin", "compliance",
        "password", "passwort", "passw0rd", "passwd", "pass", "secret", "letmein", "welcome", "changeme", "default", "login", "signin", "access", "master", "user", "guest", "test", "demo",
        "qwertyuiop", "qwerty", "qwertz", "azerty", "asdfghjkl", "asdf", "zxcvbnm", "zxcv", "1q2w3e4r", "1qaz2wsx", "qazwsx", "abcdefghijklmnopqrstuvwxyz", "abcdefgh", "abcdef", "abcd", "abc",
        "1234567890", "0123456789", "123456789", "12345678", "1234567", "123456", "12345", "1234", "123", "9876543210", "987654321", "87654321", "654321", "54321", "4321", "321",
        "iloveyou", "monkey", "dragon", "football", "baseball", "sunshine", "princess", "superman", "batman", "starwars", "trustno1", "whatever", "hello", "shadow", "michael",
        "summer", "winter", "spring", "autumn", "company", "office", "computer", "internet", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    }.Concat(Enumerable.Range(1950, 100).Select(year => year.ToString(CultureInfo.InvariantCulture))).OrderByDescending(word => word.Length).ToArray();

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(WhyNot(user, password ?? "") is { } why ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = why }) : IdentityResult.Success);

    /// <summary>Why the password is refused, or <see langword="null"/>.</summary>
    internal static string? WhyNot(PortalUser user, string password)
    {
        if (password.Length < MinLength)
        {
            return $"A password has at least {MinLength} characters. Three or four words that have nothing to do with each other are easy to keep in mind.";
        }

        if (password.Length > MaxLength)
        {
            return $"A password has at most {MaxLength} characters.";
        }

        return OwnCharacters(user, password) < FewestOwnCharacters ? "This password is made of words that are tried first. Choose words that do not name you, this portal, or a row of keys." : null;
    }

    private static int OwnCharacters(PortalUser user, string password)
    {
        var rest = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var personal = $"{user.UserName} {user.DisplayName} {user.Email}".ToLowerInvariant().Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2);
        foreach (var word in personal.Concat(Known))
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        return WithoutRepeats(string.Concat(rest.Where(character => !char.IsWhiteSpace(character)))).Length;
    }

    /// <summary>"ababab" says no more than "ab".</summary>
    private static string WithoutRepeats(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            {
                return text[..period];
            }
        }

        return text;
    }
}
