using Microsoft.AspNetCore.Identity;

namespace IdOcrPortal.Web.Accounts;

/// <summary>What a password check found.</summary>
/// <param name="IsRight">Whether the password is the account's.</param>
/// <param name="NewHash">A hash of today's strength where the stored one is weaker; else <see langword="null"/>.</param>
internal sealed record PasswordVerdict(bool IsRight, string? NewHash);

/// <summary>Compares passwords: at most four at once, and always with the work of a comparison, whether or not there is an account.</summary>
internal sealed class PasswordCheck(IPasswordHasher<PortalUser> hasher) : IDisposable
{
    private static readonly PortalUser Nobody = new();

    private readonly SemaphoreSlim _places = new(4, 4);

    // Nobody's password: made at random once, so that no typed one matches it.
    private readonly Lazy<string> _dummyHash = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString("n")));

    /// <summary>Checks the password of the account, or does the same work where there is none.</summary>
    internal async Task<PasswordVerdict> CheckAsync(PortalUser? account, string password, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Check(account, password), cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Hashes a password at today's strength.</summary>
    internal string Hash(string password) => hasher.HashPassword(Nobody, password);

    public void Dispose() => _places.Dispose();

    private PasswordVerdict Check(PortalUser? account, string password)
    {
        // What is too long cannot be right; comparing its beginning takes the same time as comparing any other.
        var tooLong = password.Length > PasswordRules.MaxLength;
        var typed = tooLong ? password[..PasswordRules.MaxLength] : password;
        var outcome = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _dummyHash.Value, typed);
        var isRight = account?.PasswordHash is not null && !tooLong && outcome != PasswordVerificationResult.Failed;
        return new PasswordVerdict(isRight, isRight && outcome == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null);
    }
}
