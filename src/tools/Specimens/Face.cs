using System.Globalization;

namespace IdOcrPortal.Specimens;

/// <summary>A drawn face: shapes of a seeded size and colour, nobody's likeness.</summary>
internal static class Face
{
    private static readonly string[] Skins = ["#f1cfb0", "#e3b48f", "#d29c74", "#b97f58", "#8f5d3e"];
    private static readonly string[] Hairs = ["#1d1714", "#2d1f17", "#4a3222", "#5f5a57"];
    private static readonly string[] Clothes = ["#2f4a6d", "#5b2f3f", "#3e5a44", "#4b4b57", "#7a5a34"];

    /// <summary>An SVG of 300 × 400 units that fills its box.</summary>
    public static string Draw(int seed, bool isWoman)
    {
        var random = new Random(seed);
        string skin = Pick(Skins), hair = Pick(Hairs), cloth = Pick(Clothes);
        int width = random.Next(70, 80), height = random.Next(96, 106), eyes = random.Next(29, 34), brow = random.Next(4, 8), mouth = random.Next(20, 28), nose = random.Next(9, 14);
        var back = isWoman ? $"<path d='M{150 - width - 18} 175 C{150 - width - 30} 40 {150 + width + 30} 40 {150 + width + 18} 175 L{150 + width + 26} 330 L{150 - width - 26} 330Z' fill='{hair}'/>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 300 400" preserveAspectRatio="xMidYMid slice" width="100%" height="100%">
            <defs>
            <radialGradient id="skin" cx=".42" cy=".4" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#301505" stop-opacity=".45"/></radialGradient>
            <linearGradient id="back" x2="0" y2="1"><stop offset="0" stop-color="#dfe8ee"/><stop offset="1" stop-color="#b8c6d1"/></linearGradient>
            </defs>
            <rect width="300" height="400" fill="url(#back)"/>
            {back}
            <path d="M20 400 C25 330 90 315 120 300 L180 300 C210 315 275 330 280 400Z" fill="{cloth}"/>
            <path d="M118 250 L182 250 L186 305 Q150 335 114 305Z" fill="{skin}"/><path d="M118 262 Q150 300 182 262 L184 285 Q150 312 116 285Z" fill="#301505" opacity=".18"/>
            <ellipse cx="{150 - width}" cy="190" rx="12" ry="22" fill="{skin}"/><ellipse cx="{150 + width}" cy="190" rx="12" ry="22" fill="{skin}"/>
            <ellipse cx="150" cy="185" rx="{width}" ry="{height}" fill="{skin}"/><ellipse cx="150" cy="185" rx="{width}" ry="{height}" fill="url(#skin)"/>
            <path d="M{150 - width - 4} 178 C{150 - width - 8} 60 {150 + width + 8} 60 {150 + width + 4} 178 C{150 + width - 14} 128 {190 - random.Next(0, 60)} {118 + random.Next(0, 12)} 150 122 C118 118 {150 - width + 18} 130 {150 - width - 4} 178Z" fill="{hair}"/>
            {Eye(150 - eyes)}{Eye(150 + eyes)}
            <path d="M150 182 C{150 - nose} 205 {150 - nose - 4} 222 150 224 C{150 + nose + 2} 223 {150 + nose} 216 {150 + nose - 3} 212" fill="none" stroke="#4a2410" stroke-width="3" opacity=".6"/>
            <path d="M{150 - mouth} 250 Q150 {244 + random.Next(0, 5)} {150 + mouth} 250 Q150 {263 + random.Next(0, 6)} {150 - mouth} 250Z" fill="{(isWoman ? "#a84a48" : "#8d5147")}"/>
            <path d="M{150 - mouth} 250 Q150 254 {150 + mouth} 250" fill="none" stroke="#4a1d18" stroke-width="2"/>
            </svg>
            """);

        string Pick(string[] from) => from[random.Next(from.Length)];

        string Eye(int x) => $"<path d='M{x - 17} {170 - brow} Q{x} {158 - brow} {x + 17} {169 - brow}' stroke='{hair}' stroke-width='6' fill='none' stroke-linecap='round'/>"
            + $"<ellipse cx='{x}' cy='184' rx='20' ry='13' fill='#301505' opacity='.2'/><ellipse cx='{x}' cy='184' rx='15' ry='8' fill='#fbf7f2'/><circle cx='{x}' cy='184' r='7' fill='#2c1a10'/><circle cx='{x + 2}' cy='182' r='2' fill='#fff'/>"
            + $"<path d='M{x - 16} 183 Q{x} 171 {x + 16} 183' stroke='#22120a' stroke-width='3' fill='none'/>";
    }
}
