using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Specimens;

/// <summary>One side of a card as HTML: the family's template with the card's texts, face, zone and code.</summary>
internal static partial class CardPage
{
    private const string WatermarkText = "SPECIMEN";

    /// <summary>Size of the card in pixels; the smallest format has 11.8 pixels a millimetre.</summary>
    public static (int Width, int Height) Size(DocumentType type)
    {
        var perMm = type.Format == CardFormat.Id1 ? 11.82 : type.Format == CardFormat.Id2 ? 11 : 10.4;
        return ((int)(type.Format.WidthMm * perMm), (int)(type.Format.HeightMm * perMm));
    }

    /// <summary>The card's own element.</summary>
    public static string Of(Card card, CardSide side, string code)
    {
        var (width, height) = Size(card.Type);
        var fields = card.Fields();
        var texts = fields.Where(field => field.Side == side).ToDictionary(field => field.Field, field => field.Text);
        var isWoman = fields.Any(field => field.Field == FieldNames.Sex && field.Text is "F" or "PEREMPUAN" or "Nữ" or "女" or "ស្រី");
        var template = Resource(card.Template + (side == CardSide.Back ? "-back" : "") + ".html");
        var body = Placeholder().Replace(template, match => match.Groups[1].Value switch
        {
            "title" => Encode(card.Title),
            "face" => Face.Draw(card.Seed, isWoman),
            var name => throw new InvalidOperationException($"{card.Template}: no placeholder is called {name}."),
        });
        body = Row().Replace(body, match => texts.TryGetValue(match.Groups[2].Value, out var text)
            ? $"<p class=\"f {match.Groups[3].Value} {match.Groups[2].Value}\"><i>{match.Groups[1].Value}</i><b>{Lines(text, match.Groups[3].Value)}</b></p>"
            : "");
        var pitch = 2.54 * width / card.Type.Format.WidthMm;
        var zone = card.HasZone(side) ? $"<div class=\"zone\">{string.Concat(card.ZoneLines().Select(line => OcrB(line, pitch)))}</div>" : "";
        var place = card.HasZone(side) ? "top" : "bottom";
        return $"""
            <div id="card" class="{card.Template} {card.TypeId} {side} {card.Scenario}" style="width:{width}px;height:{height}px">
            {Guilloche(card.Seed, width, height)}
            {body}
            <div class="water">{string.Concat(Enumerable.Repeat($"<span>{WatermarkText}</span>", 3))}</div>
            {(card.Scenario == "temporary" ? "<div class=\"stamp\">临时 TEMPORARY</div>" : "")}{(card.Scenario == "edited" ? "<div class=\"patch\">" + Encode(texts[FieldNames.DocumentNumber]) + "</div>" : "")}{(card.Scenario == "covered" ? "<div class=\"thumb\"></div>" : "")}
            {zone}<div class="code {place}">{OcrB(code, 21)}</div>
            </div>
            """;
    }

    /// <summary>A text of this assembly.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(CardPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // A cell for each character: the pitch is exact, whatever the font's own widths are.
    private static string OcrB(string line, double pitch)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"ocr\" style=\"--p:{pitch:0.###}px\">");
        foreach (var character in line)
        {
            html.Append(CultureInfo.InvariantCulture, $"<s>{Encode(character.ToString())}</s>");
        }

        return html.Append("</div>").ToString();
    }

    private static string Lines(string text, string style) => style.Contains("malay", StringComparison.Ordinal)
        ? Encode(text).Replace(" ", "<wbr> ", StringComparison.Ordinal)
        : style.Contains("digits", StringComparison.Ordinal) ? Encode(text).Replace(" ", "&ensp;", StringComparison.Ordinal) : Encode(text);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // Fine curves, as protective print has them: pale, so that ink of letters stays darker.
    private static string Guilloche(int seed, int width, int height)
    {
        var random = new Random(seed);
        double wave = 30 + (random.NextDouble() * 40), length = 90 + (random.NextDouble() * 120);
        var paths = new StringBuilder();
        for (var k = -4; k < 30; k++)
        {
            var path = new StringBuilder();
            for (var x = 0; x <= width; x += 12)
            {
                var y = (k * height / 26.0) + (wave * Math.Sin((x / length) + (k * 0.23))) + (wave * 0.4 * Math.Sin(x / length * 2.7));
                path.Append(CultureInfo.InvariantCulture, $"{(x == 0 ? 'M' : 'L')}{x} {y:0.0}");
            }

            paths.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\"/>");
        }

        return $"<svg class=\"lines\" viewBox=\"0 0 {width} {height}\">{paths}</svg>";
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\[\[([^|\]]*)\|(\w+)\|?([^\]]*)\]\]")]
    private static partial Regex Row();
}
