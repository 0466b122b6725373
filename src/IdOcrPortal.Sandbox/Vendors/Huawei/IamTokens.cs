using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>A token that IAM gave out.</summary>
/// <param name="ProjectId">The project it is for; null for a token of the whole account.</param>
internal sealed record IamToken(string Value, string? ProjectId, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>The tokens given out so far. A new one does not end the older ones.</summary>
internal sealed class IamTokens(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, IamToken> tokens = new(StringComparer.Ordinal);

    internal IamToken Issue(string? projectId)
    {
        // Several kilobytes, as the real ones: what stores or forwards them has to bear it.
        var now = clock.GetUtcNow();
        var token = new IamToken("MII" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(2_400)), projectId, now, now + Life);
        foreach (var old in tokens.Values.Where(old => old.ExpiresAt + Life < now))
        {
            tokens.TryRemove(old.Value, out _);
        }

        return tokens[token.Value] = token;
    }

    internal IamToken? Find(string value) => tokens.GetValueOrDefault(value);

    internal bool IsAlive(IamToken token) => clock.GetUtcNow() < token.ExpiresAt;
}
