using System.Globalization;

namespace IdOcrPortal.Web.Audit;

/// <summary>Turns a document's display id back into the hex digits that its full id begins with.</summary>
internal static class ShortIdPrefix
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Four characters of Crockford's base 32, in any case, O read as 0 and I or L as 1, to five lower-case hex digits.</summary>
    internal static bool TryParse(string shortId, out string prefix)
    {
        prefix = "";
        if (shortId.Length != 4)
        {
            return false;
        }

        var bits = 0;
        foreach (var typed in shortId.ToUpperInvariant())
        {
            var value = Alphabet.IndexOf(typed switch { 'O' => '0', 'I' or 'L' => '1', _ => typed }, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            bits = (bits << 5) | value;
        }

        prefix = bits.ToString("x5", CultureInfo.InvariantCulture);
        return true;
    }
}
