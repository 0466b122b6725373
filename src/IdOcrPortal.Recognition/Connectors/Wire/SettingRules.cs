using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>
/// What settings have to be. A refusal carries the setting's own name as its parameter name, says what to do, and never repeats the value: a secret may have been pasted into the wrong place.
/// </summary>
internal static class SettingRules
{
    private static readonly TimeSpan ShortestCall = TimeSpan.FromSeconds(1);

    /// <summary>Scheme, host, port and path of an address, without a <c>/</c> at its end.</summary>
    /// <exception cref="ArgumentException">It is missing, not whole, or would send keys and pictures in clear to another machine.</exception>
    internal static string Address(Uri? value, string setting)
    {
        if (value is null || !value.IsAbsoluteUri || (value.Scheme != Uri.UriSchemeHttps && value.Scheme != Uri.UriSchemeHttp) || value.Host.Length == 0)
        {
            throw Wrong(setting, "has to be a whole address, such as https://ocr.example.com.");
        }

        if (value.Scheme != Uri.UriSchemeHttps && !value.IsLoopback)
        {
            throw Wrong(setting, "has to begin with https: pictures and keys must not travel in clear. http is for the sandbox on this machine alone.");
        }

        if (value.UserInfo.Length > 0 || value.Query.Length > 0 || value.Fragment.Length > 0)
        {
            throw Wrong(setting, "has to be scheme, host, port and path alone: nothing before an '@' or after a '?' or '#'.");
        }

        return value.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>A limit of 1 to 30 seconds.</summary>
    /// <exception cref="ArgumentException">It is shorter or longer.</exception>
    internal static TimeSpan Timeout(TimeSpan value) => value >= ShortestCall && value <= VendorHttp.LongestCall
        ? value
        : throw Wrong(nameof(Timeout), "has to be from 00:00:01 to 00:00:30.");

    /// <summary>A country by its two capital letters (ISO 3166-1).</summary>
    /// <exception cref="ArgumentException">It is missing, or something else.</exception>
    internal static string Country(string? value) => value is { Length: 2 } && value.All(char.IsAsciiLetterUpper)
        ? value
        : throw Wrong(nameof(Country), "has to be the two capital letters of the country that pictures go to, such as SG.");

    /// <summary>A text that goes into a header as it is.</summary>
    /// <exception cref="ArgumentException">It is missing, or holds what a header cannot.</exception>
    internal static string Key(string? value, string setting) => !string.IsNullOrEmpty(value) && !value.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? value
        : throw Wrong(setting, "is empty, or contains a blank or a line end: copy it again, without anything around it.");

    /// <summary>As <see cref="Key"/>, or <see langword="null"/> where nothing is set.</summary>
    /// <exception cref="ArgumentException">It holds what a header cannot.</exception>
    internal static string? OptionalKey(string? value, string setting) => string.IsNullOrEmpty(value) ? null : Key(value, setting);

    /// <summary>One of the named values.</summary>
    /// <exception cref="ArgumentException">It is a number that stands for none.</exception>
    internal static T Choice<T>(T value, string setting)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw Wrong(setting, $"has to be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>A pair of keys, and for temporary ones their token; each refusal names the setting that is wrong.</summary>
    /// <exception cref="ArgumentException">A part is missing, or cannot be right.</exception>
    internal static SigningCredentials Keys(string? keyId, string keyIdSetting, string? secret, string secretSetting, string? token, string tokenSetting) =>
        new((keyIdSetting, keyId), (secretSetting, secret), (tokenSetting, string.IsNullOrEmpty(token) ? null : token));

    /// <summary>The refusal of a setting.</summary>
    internal static ArgumentException Wrong(string setting, string whatToDo) => new($"{setting} {whatToDo}", setting);
}
