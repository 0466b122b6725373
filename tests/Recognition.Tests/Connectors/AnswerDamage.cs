using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IdOcrPortal.Recognition.Tests.Connectors;

/// <summary>Damages good answers, repeatably: by bytes, so that most are no longer well formed, and by structure, so that most still are.</summary>
internal static partial class AnswerDamage
{
    private static readonly string[] Stumbling =
    [
        "\"", "{", "}", "[", "]", "<", ">", "</", "&", "&#0;", "&#xD800;", "\\u0000", "\\uD800", "\\", "null", "1e999", "-1", "\"\":", "NaN", "\u202E", "\uFFFE", "true", "<!--", "]]>", "<![CDATA[", ",,", ":", "១", "0", "' ",
    ];

    /// <summary>Values of every type where another was expected.</summary>
    private static readonly string[] JsonValues =
    [
        "null", "true", "false", "0", "-0", "-9107", "1e400", "-1e400", "1e-400", new string('9', 400), "0.1234567890123456789012345678901234567890", "\"\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\u202E\uFEFF\"",
        "\"1\"", "\"{\"", "\"{\\\"ID\\\":{\\\"Confidence\\\":{}}}\"", "[]", "{}", "[[]]", "[null]", "[1,\"a\",{},[],null,true]", "{\"a\":1,\"a\":2}", "{\"\":\"\"}", "{\"Confidence\":\"0,5\"}", "[[1,2],[3,4],[5,6],[7,8]]", "\"" + new string('A', 3000) + "\"",
        "\"/9j/\"", "\"data:image/jpeg;base64,/9j/4AAEAAD/2gACqv/Z\"", string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20)),
        string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)), string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), "[" + string.Join(',', Enumerable.Range(-9200, 400)) + "]",
    ];

    /// <summary>Contents of every kind where a text was expected.</summary>
    private static readonly string[] XmlContents =
    [
        "", " ", "<a/>", "<Code>9102</Code>", "<![CDATA[<b>]]>", "<!-- -->", "<?x y?>", "&lt;", "&#x10FFFF;", "&#0;", "&#xD800;", "&undefined;", "\uFEFF", "\u202E", "1e400", "-1e400", "NaN", new string('9', 400), "-2147483648", "9102,9103;x",
        new string('A', 3000), "/9j/", string.Concat(Enumerable.Repeat("<a>", 20)) + string.Concat(Enumerable.Repeat("</a>", 20)), string.Concat(Enumerable.Repeat("<a>", 60)) + string.Concat(Enumerable.Repeat("</a>", 60)),
        "<x xmlns=\"urn:a\" xml:space=\"preserve\"/>", "<p:x xmlns:p=\"urn:p\">y</p:x>", "<p:x/>", "<a b=\"1\" b=\"2\"/>", string.Concat(Enumerable.Repeat("<WarnInfos>9102</WarnInfos>", 200)), "<IdInfo><Name>x</Name></IdInfo>",
    ];

    private static readonly string[] XmlPrologues =
    [
        "<!DOCTYPE Response [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "<!DOCTYPE Response SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE Response [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]>", "<!DOCTYPE Response>", "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<?xml version=\"1.0\" encoding=\"no-such\"?>", "\uFEFF", " ", "x",
    ];

    /// <summary>One to four changes: bits and bytes flipped, runs cut out or doubled, the end cut off, and signs put in that parsers stumble over.</summary>
    internal static byte[] OfBytes(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (var change = random.Next(1, 5); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(11))
            {
                case 0 or 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 or 3:
                    bytes.RemoveRange(at, length);
                    break;
                case 4 or 5:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 6 or 7:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Stumbling[random.Next(Stumbling.Length)]));
                    break;
                case 8:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One to three values of another type, size or depth, doubled, or left out.</summary>
    internal static byte[] OfStructure(byte[] good, Random random)
    {
        var text = Encoding.UTF8.GetString(good);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            text = good[0] == '<' ? OfXml(text, random) : OfJson(text, random);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static string OfJson(string text, Random random)
    {
        var values = JsonSpans(Encoding.UTF8.GetBytes(text));
        if (values.Count == 0)
        {
            return text;
        }

        var (start, end) = values[random.Next(values.Count)];
        var bytes = Encoding.UTF8.GetBytes(text);
        var (before, value, after) = (Encoding.UTF8.GetString(bytes, 0, start), Encoding.UTF8.GetString(bytes, start, end - start), Encoding.UTF8.GetString(bytes, end, bytes.Length - end));
        return before + random.Next(8) switch
        {
            0 => $"[{value}]",
            1 => $"{{\"{(random.Next(2) == 0 ? "Confidence" : "result")}\":{value}}}",
            2 => $"{value},\"more\":{value}",
            _ => JsonValues[random.Next(JsonValues.Length)],
        } + after;
    }

    /// <summary>Where the values of the properties begin and end; none where the text is no JSON any more.</summary>
    private static List<(int Start, int End)> JsonSpans(byte[] json)
    {
        var spans = new List<(int, int)>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 500 });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    reader.Read();
                    var start = (int)reader.TokenStartIndex;
                    var ahead = reader;
                    ahead.Skip();
                    spans.Add((start, (int)ahead.BytesConsumed));
                }
            }
        }
        catch (JsonException)
        {
            spans.Clear(); // the change before this one broke it
        }

        return spans;
    }

    private static string OfXml(string text, Random random)
    {
        if (random.Next(6) == 0)
        {
            return XmlPrologues[random.Next(XmlPrologues.Length)] + Declaration().Replace(text, "").Replace(">王小明<", ">&c;<", StringComparison.Ordinal);
        }

        var elements = Leaf().Matches(text);
        if (elements.Count == 0)
        {
            return text;
        }

        var leaf = elements[random.Next(elements.Count)];
        var (name, content) = (leaf.Groups["name"].Value, XmlContents[random.Next(XmlContents.Length)]);
        return text[..leaf.Index] + random.Next(6) switch
        {
            0 => leaf.Value + leaf.Value,
            1 => "",
            2 => $"<{name}>{leaf.Value}</{name}>",
            _ => $"<{name}>{content}</{name}>",
        } + text[(leaf.Index + leaf.Length)..];
    }

    [GeneratedRegex(@"<(?<name>[A-Za-z]+)>[^<]*</\k<name>>")]
    private static partial Regex Leaf();

    [GeneratedRegex(@"^<\?xml[^>]*\?>")]
    private static partial Regex Declaration();
}
