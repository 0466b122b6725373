using System.Globalization;

namespace IdOcrPortal.Specimens;

/// <summary>How a card is photographed.</summary>
internal enum Version
{
    /// <summary>A flat scan, edge to edge.</summary>
    Clean,

    /// <summary>On a desk, at an angle, with a shadow.</summary>
    Phone,

    /// <summary>Flat, but blurred, noisy and with a glare.</summary>
    Degraded,
}

/// <summary>The picture around a card: a whole page with its size.</summary>
/// <param name="Html">The page.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Quality">Of the JPEG, 1 to 100.</param>
internal sealed record Scene(string Html, int Width, int Height, int Quality)
{
    public static Scene Of(Card card, string element, Version version)
    {
        var (width, height) = CardPage.Size(card.Type);
        var random = new Random((card.Seed * 31) + (int)version);
        return version switch
        {
            Version.Clean when card.Scenario == "several" =>
                new Scene(Page("#stage{background:#d9d9d4}", element + element, "", ""), width + 40, (2 * height) + 60, 86),
            Version.Phone => Phone(card, element, width, height, random),
            Version.Degraded => new Scene(Page("", element, "filter:blur(1.1px) brightness(.93) contrast(.9)", Noise(card.Seed, 0.17) + Glare(random, 0.62)), width, height, 72),
            _ => new Scene(Page("", element, card.Scenario == "blurred" ? "filter:blur(2px)" : "", Over(card, random)), width, height, 86),
        };
    }

    private static Scene Phone(Card card, string element, int width, int height, Random random)
    {
        int sceneWidth = (int)(width * 1.24), sceneHeight = (int)(height * 1.36);
        double Angle(double most) => ((random.NextDouble() * 2) - 1) * most;
        var css = string.Create(CultureInfo.InvariantCulture, $$"""
            #stage{background:radial-gradient(ellipse at 35% 25%,#fff4,#0004 90%),repeating-linear-gradient({{88 + Angle(3):0.0}}deg,#8f6a48 0 37px,#86623f 37px 41px,#96704c 41px 96px,#8a6644 96px 99px)}
            #card{left:{{(sceneWidth - width) / 2}}px;top:{{(sceneHeight - height) / 2}}px;transform:rotateX({{8 + Angle(6):0.0}}deg) rotateY({{Angle(8):0.0}}deg) rotateZ({{Angle(4):0.0}}deg);box-shadow:14px 22px 40px #0009,3px 4px 8px #0007}
            """);
        var shade = string.Create(CultureInfo.InvariantCulture, $"<div style=\"position:absolute;inset:0;background:linear-gradient({random.Next(100, 170)}deg,#fff2,#0000 45%,#0005)\"></div>");
        return new Scene(Page(css, element, "filter:blur(.3px)", shade + Noise(card.Seed, 0.07)), sceneWidth, sceneHeight, 80);
    }

    private static string Over(Card card, Random random) => card.Scenario switch
    {
        "reflection" => Glare(random, 0.9),
        "screen" => "<div style=\"position:absolute;inset:0;background:repeating-linear-gradient(90deg,#f002 0 1px,#0f02 1px 2px,#00f2 2px 3px),repeating-linear-gradient(2deg,#0000 0 9px,#0002 9px 13px)\"></div>",
        _ => "",
    };

    private static string Page(string css, string element, string stageStyle, string over) =>
        $"<!doctype html><meta charset=\"utf-8\"><style>{CardPage.Resource("card.css")}{css}</style><div id=\"stage\" style=\"{stageStyle}\">{element}</div>{over}";

    private static string Noise(int seed, double strength) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg style="position:absolute;inset:0;width:100%;height:100%;opacity:{strength};mix-blend-mode:overlay"><filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="{seed}"/><feColorMatrix type="saturate" values=".3"/></filter><rect width="100%" height="100%" filter="url(#n)"/></svg>
        """);

    // Away from the lower quarter and the top edge, where code and zone stand: what is tested there is noise and blur.
    private static string Glare(Random random, double strength) => string.Create(CultureInfo.InvariantCulture, $"""
        <div style="position:absolute;inset:0;background:radial-gradient(ellipse 22% 15% at {random.Next(35, 70)}% {random.Next(36, 52)}%,rgba(255,255,255,{strength}),rgba(255,255,255,{strength * 0.55}) 55%,transparent)"></div>
        """);
}
