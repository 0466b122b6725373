namespace IdOcrPortal.Web.Submissions;

/// <summary>The display form of a document's id: its first 20 bits as four characters of Crockford's base 32. Addresses use the whole id.</summary>
public static class ShortId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Four characters, such as <c>4F2K</c>.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = (bytes[0] << 12) | (bytes[1] << 4) | (bytes[2] >> 4);
        return string.Create(4, bits, static (text, value) =>
        {
            for (var i = 3; i >= 0; i--)
            {
                text[i] = Alphabet[value & 31];
                value >>= 5;
            }
        });
    }
}
