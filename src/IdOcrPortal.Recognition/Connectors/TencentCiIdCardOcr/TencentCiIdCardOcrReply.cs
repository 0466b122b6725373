using System.Globalization;
using System.Xml;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;

/// <summary>
/// Their answer: the texts of an XML document by path (<c>IdInfo/Name</c>). Root <c>Response</c> for a card, <c>Error</c> for a fault, whatever the status says.
/// </summary>
internal sealed class TencentCiIdCardOcrReply
{
    private readonly List<(string Path, string Text)> _texts = [];
    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);

    private TencentCiIdCardOcrReply(string root) => Root = root;

    /// <summary>Name of the root element.</summary>
    internal string Root { get; }

    /// <summary>Codes of the warnings, without sign: they stand in IdInfo by the vendor's page, in AdvancedInfo by its Go client, bare or in an element Code, and negative in the sister function.</summary>
    internal IEnumerable<int> WarnCodes => _texts
        .Where(text => text.Path is "IdInfo/WarnInfos" or "IdInfo/WarnInfos/Code" or "AdvancedInfo/WarnInfos" or "AdvancedInfo/WarnInfos/Code" or "WarnInfos" or "WarnInfos/Code")
        .SelectMany(text => text.Text.Split([' ', ',', ';', '[', ']', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Select(code => int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != int.MinValue ? Math.Abs(number) : 0)
        .Where(code => code != 0).Distinct();

    /// <summary>Whether the element was there, empty or not.</summary>
    internal bool Has(string path) => _elements.Contains(path);

    /// <summary>The first text at a path below the root; <see langword="null"/> where there is none.</summary>
    internal string? Text(string path) => _texts.Find(text => text.Path == path).Text;

    /// <summary>Reads an answer.</summary>
    /// <returns><see langword="null"/> where it is no XML, has a document type definition, or is nested too deeply.</returns>
    internal static TencentCiIdCardOcrReply? Read(byte[] body)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = VendorHttp.LargestAnswer,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), settings);
            return reader.MoveToContent() == XmlNodeType.Element ? Walk(reader) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static TencentCiIdCardOcrReply? Walk(XmlReader reader)
    {
        var reply = new TencentCiIdCardOcrReply(reader.LocalName);
        var names = new List<string>();
        while (!reader.EOF)
        {
            if (reader.Depth > VendorHttp.DeepestAnswer)
            {
                return null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > 0:
                    names.RemoveRange(reader.Depth - 1, names.Count - reader.Depth + 1);
                    names.Add(reader.LocalName);
                    reply._elements.Add(string.Join('/', names));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when reader.Depth > 1:
                    names.RemoveRange(reader.Depth - 1, names.Count - reader.Depth + 1);
                    reply._texts.Add((string.Join('/', names), reader.Value));
                    break;
            }

            reader.Read();
        }

        return reply;
    }
}
