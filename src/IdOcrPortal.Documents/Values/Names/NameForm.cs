using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>
/// A name as printed: composed (NFC), single blanks, stray signs at the ends dropped; letters, case, script and signs inside (<c>a/l</c>, <c>O'Connor</c>,
/// <c>HJ.</c>) stay. The same instance where nothing changes. The rule names the script.
/// <para>Errors: <see cref="ReadingTrouble.Unreadable"/> for a text without a letter, and for one with digits, with a proposal where each of them looks like
/// a letter (<c>T0MMY</c>).</para>
/// </summary>
public sealed class NameForm : FieldForm
{
    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly ConcurrentDictionary<string, string> Rules = new(StringComparer.Ordinal);

    private NameForm()
    {
    }

    /// <summary>The only instance.</summary>
    public static NameForm Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "name, as printed";

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = PlainText.Clean(text);
        var content = Trim(clean);
        if (!TryLook(content, out var digit))
        {
            return new FieldReading(null, "no letter", ReadingTrouble.Unreadable);
        }

        if (digit)
        {
            return new FieldReading(null, "digits stand in no name", ReadingTrouble.Unreadable, LookAlikes.WithLetters(content.ToString()));
        }

        var script = Scripts.Of(content);
        var rule = ReferenceEquals(script, "Latin") ? "Latin name, as printed" : Rules.GetOrAdd(script, static name => $"{name} script, as printed");
        return new FieldReading(content.Length == clean.Length ? clean : content.ToString(), rule);
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> name)
    {
        if (name.Length > 0 && char.IsLetter(name[0]) && char.IsLetter(name[^1]))
        {
            return name;
        }

        name = name.Trim(" ,;:_*|\"~=<>«»“”•·-–—").TrimStart("./\\)").TrimEnd("/\\(").Trim(' ');
        // A full stop ends an abbreviation of three letters at most (HJ., JR.); after a longer word it is dirt.
        var lastBlank = name.LastIndexOf(' ');
        return name.EndsWith(".") && name.Length - lastBlank > 5 ? name.TrimEnd('.') : name;
    }

    private static bool TryLook(ReadOnlySpan<char> name, out bool hasDigit)
    {
        var hasLetter = false;
        hasDigit = false;
        if (Ascii.IsValid(name))
        {
            hasLetter = name.ContainsAny(AsciiLetters);
            hasDigit = name.ContainsAnyInRange('0', '9');
            return hasLetter;
        }

        foreach (var character in name)
        {
            hasLetter |= char.IsLetter(character) || char.IsHighSurrogate(character);
            hasDigit |= char.IsDigit(character);
        }

        return hasLetter;
    }
}
