namespace IdOcrPortal.Web.Components.Reviewing;

/// <summary>
/// In which language a value on the screen is marked, so that browsers choose its font and screen readers its voice. Told by the characters; where one script
/// serves several languages, by the issuing state.
/// </summary>
public static class ValueLanguage
{
    /// <summary>BCP 47 tag of the first script that is not Latin; <see langword="null"/> for Latin letters, digits and signs alone.</summary>
    /// <param name="text">The value.</param>
    /// <param name="issuer">Issuing state of the document (three letters), where it is known.</param>
    public static string? Of(string? text, string? issuer)
    {
        foreach (var character in text ?? "")
        {
            if (Of(character, issuer) is { } tag)
            {
                return tag;
            }
        }

        return null;
    }

    private static string? Of(char character, string? issuer) => character switch
    {
        < '\u0370' => null,
        <= '\u03FF' => "el",
        <= '\u052F' => Cyrillic(issuer),
        >= '\u0590' and <= '\u05FF' => "he",
        (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => Arabic(issuer),
        >= '\u0900' and <= '\u097F' => issuer == "NPL" ? "ne" : "hi",
        >= '\u0980' and <= '\u09FF' => "bn",
        >= '\u0B80' and <= '\u0BFF' => "ta",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u0E80' and <= '\u0EFF' => "lo",
        >= '\u1000' and <= '\u109F' => "my",
        (>= '\u1780' and <= '\u17FF') or (>= '\u19E0' and <= '\u19FF') => "km",
        (>= '\u1100' and <= '\u11FF') or (>= '\uAC00' and <= '\uD7AF') => "ko",
        >= '\u3040' and <= '\u30FF' => "ja",
        (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD88D') => Han(issuer),
        _ => null,
    };

    private static string Cyrillic(string? issuer) => issuer switch
    {
        "UKR" => "uk",
        "BLR" => "be",
        "BGR" => "bg",
        "MKD" => "mk",
        "SRB" or "MNE" or "BIH" => "sr",
        "KAZ" => "kk",
        "KGZ" => "ky",
        "TJK" => "tg",
        "MNG" => "mn",
        _ => "ru",
    };

    private static string Arabic(string? issuer) => issuer switch
    {
        "PAK" => "ur",
        "IRN" => "fa",
        "AFG" => "ps",
        _ => "ar",
    };

    private static string Han(string? issuer) => issuer switch
    {
        "HKG" or "TWN" or "MAC" => "zh-Hant",
        "JPN" => "ja",
        "KOR" => "ko",
        _ => "zh-Hans",
    };
}
