using System.Text;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// The key pair that a vendor gave us, and for temporary keys the session token. What is secret stays inside this room: it is neither a public property,
/// nor in <see cref="ToString"/>, nor in a message.
/// </summary>
public sealed class SigningCredentials
{
    /// <summary>Longest secret in bytes of UTF-8. Tencent's have 32, Huawei's 40.</summary>
    public const int LongestSecret = 256;

    private readonly byte[] _secret;

    /// <summary>Takes a key pair as the vendor's console shows it.</summary>
    /// <param name="keyId">Tencent: SecretId; Huawei: access key (AK). Goes over the wire in clear.</param>
    /// <param name="secret">Tencent: SecretKey; Huawei: secret key (SK). Used as text; never Base64-decoded.</param>
    /// <param name="sessionToken">Of temporary keys; <see langword="null"/> for permanent ones.</param>
    /// <exception cref="ArgumentException">A part is empty, or has blanks or other signs around or in it that no vendor issues. The message never repeats the part.</exception>
    public SigningCredentials(string keyId, string secret, string? sessionToken = null)
        : this((nameof(keyId), keyId), (nameof(secret), secret), (nameof(sessionToken), sessionToken))
    {
    }

    /// <summary>As above, for parts that have names of their own, such as those of settings: a refusal names the part.</summary>
    internal SigningCredentials((string Name, string? Value) keyId, (string Name, string? Value) secret, (string Name, string? Value) sessionToken)
    {
        KeyId = Require(keyId.Value, keyId.Name);
        var text = Require(secret.Value, secret.Name);
        SessionToken = sessionToken.Value is null ? null : Require(sessionToken.Value, sessionToken.Name);
        if (KeyId.AsSpan().ContainsAny(",;&=/"))
        {
            throw new ArgumentException($"{keyId.Name} contains a sign that would break the authorization header: copy the key's id alone.", keyId.Name);
        }

        if (text.Length > LongestSecret)
        {
            throw new ArgumentException($"{secret.Name} is too long: check that it is the secret key and not a file or a token.", secret.Name);
        }

        _secret = Encoding.ASCII.GetBytes(text);
    }

    /// <summary>Whose key it is; not secret.</summary>
    public string KeyId { get; }

    /// <summary>Whether these are temporary keys.</summary>
    public bool IsTemporary => SessionToken is not null;

    internal string? SessionToken { get; }

    internal ReadOnlySpan<byte> Secret => _secret;

    /// <summary>Says that there are credentials, and nothing of them.</summary>
    public override string ToString() => IsTemporary ? "temporary credentials (set)" : "credentials (set)";

    // A blank copied along from a console, or a line end of a secrets file, is the commonest reason of a refused signature.
    private static string Require(string? value, string name)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"{name} is empty: set it as the vendor's console shows it.", name);
        }

        return value.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new ArgumentException($"{name} contains a blank, a line end or a sign that no vendor uses: copy it again, without anything around it.", name)
            : value;
    }
}
