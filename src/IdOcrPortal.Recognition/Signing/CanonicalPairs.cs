using System.Text;

namespace IdOcrPortal.Recognition.Signing;

/// <summary>
/// Names and values of headers or parameters, sorted as every scheme wants it: by the bytes of the name, then of the value, never by a culture.
/// The text lies in one buffer, a pair is four numbers beside it.
/// </summary>
internal ref struct CanonicalPairs(Span<byte> text, Span<CanonicalPairs.Pair> pairs)
{
    /// <summary>Most headers, and most parameters, of one request. The vendors' calls have at most ten.</summary>
    public const int Most = 32;

    private readonly Span<Pair> _pairs = pairs;
    private CanonicalWriter _text = new(text);
    private int _start;
    private int _middle;

    /// <summary>Where a pair's name and value lie.</summary>
    internal readonly record struct Pair(int Start, int Middle, int End);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Name of a pair, as written.</summary>
    public readonly ReadOnlySpan<byte> Name(int index) => _text.Written[_pairs[index].Start.._pairs[index].Middle];

    /// <summary>Value of a pair, as written.</summary>
    public readonly ReadOnlySpan<byte> Value(int index) => _text.Written[_pairs[index].Middle.._pairs[index].End];

    /// <summary>Adds a header: name in lower case, value without blanks around it.</summary>
    /// <exception cref="ArgumentException">Not a header that can be signed. The message names the header and not its value.</exception>
    public void AddHeader(string name, scoped ReadOnlySpan<char> value, bool lowerValue = false)
    {
        _text.WriteLower(HeaderName(name));
        _middle = _text.Length;
        if (lowerValue)
        {
            _text.WriteLower(HeaderValue(name, value));
        }
        else
        {
            _text.Write(HeaderValue(name, value));
        }

        Insert();
    }

    /// <summary>Adds a header percent-encoded, the name in lower case (COS).</summary>
    /// <exception cref="ArgumentException">Not a header that can be signed.</exception>
    public void AddEncodedHeader(string name, scoped ReadOnlySpan<char> value) => AddEncoded(HeaderName(name), HeaderValue(name, value));

    /// <summary>Adds a parameter percent-encoded, the name in lower case (COS).</summary>
    public void AddEncoded(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        _text.WriteEncodedLower(name);
        _middle = _text.Length;
        _text.WriteEncoded(value);
        Insert();
    }

    /// <summary>Adds a parameter as it is.</summary>
    public void Add(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        _text.Write(name);
        _middle = _text.Length;
        _text.Write(value);
        Insert();
    }

    /// <summary>Writes the names in their order, joined by <c>;</c>.</summary>
    public readonly void WriteNames(ref CanonicalWriter writer)
    {
        for (var index = 0; index < Count; index++)
        {
            if (index > 0)
            {
                writer.Write((byte)';');
            }

            writer.Write(Name(index));
        }
    }

    /// <summary>Refuses a name that occurs twice: it could not be told in the list of signed names which one was meant.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public readonly void RequireUniqueNames(string what)
    {
        for (var index = 1; index < Count; index++)
        {
            if (Name(index).SequenceEqual(Name(index - 1)))
            {
                throw new ArgumentException($"The {what} '{Encoding.UTF8.GetString(Name(index))}' is given twice: send and sign it once.");
            }
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _text.Dispose();

    private static ReadOnlySpan<char> HeaderName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExceptInRange('!', '~') && !name.Contains(':', StringComparison.Ordinal)
        ? name
        : throw new ArgumentException("A header to be signed has no usable name.");

    // A line end would let a value write headers of its own into the signed text; letters beyond ASCII arrive differently from how they were signed.
    private static ReadOnlySpan<char> HeaderValue(string name, ReadOnlySpan<char> value) => value.Trim(" \t") is var trimmed && !trimmed.ContainsAnyExceptInRange(' ', '~')
        ? trimmed
        : throw new ArgumentException($"The value of the header '{name}' has a line end, another control character or a letter beyond ASCII, and cannot be signed.");

    private void Insert()
    {
        if (Count == _pairs.Length)
        {
            throw new ArgumentException($"More than {_pairs.Length} headers or parameters cannot be signed.");
        }

        // Insertion keeps the few pairs sorted without a comparer object.
        var index = Count++;
        _pairs[index] = new Pair(_start, _middle, _text.Length);
        _start = _text.Length;
        for (; index > 0 && Compare(index, index - 1) < 0; index--)
        {
            (_pairs[index - 1], _pairs[index]) = (_pairs[index], _pairs[index - 1]);
        }
    }

    private readonly int Compare(int left, int right) => Name(left).SequenceCompareTo(Name(right)) is not 0 and var order
        ? order
        : Value(left).SequenceCompareTo(Value(right));
}
