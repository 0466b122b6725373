namespace IdOcrPortal.Documents;

/// <summary>An address of a Chinese card: the first three levels by their endings (GB/T 2260), the rest as it is.</summary>
internal static class ChineseAddress
{
    private const int LongestProvince = 9;

    // 双江拉祜族佤族布朗族傣族自治县 is the longest.
    private const int LongestPart = 16;

    private static readonly string[] Municipalities = ["北京市", "天津市", "上海市", "重庆市"];

    internal static void Cut(AddressCuts cuts)
    {
        var text = cuts.Text;
        var at = ProvinceEnd(text);
        cuts.Take(FieldNames.Province, 0, at);
        var hasCity = false;
        while (at < text.Length)
        {
            var end = PartEnd(text, at, hasCity, out var isCity);
            if (end < 0)
            {
                return;
            }

            cuts.Take(isCity ? FieldNames.City : FieldNames.District, at, end);
            if (!isCity)
            {
                return;
            }

            hasCity = true;
            at = end;
        }
    }

    private static int ProvinceEnd(string text)
    {
        foreach (var municipality in Municipalities)
        {
            if (text.StartsWith(municipality, StringComparison.Ordinal))
            {
                return municipality.Length;
            }
        }

        var head = text.AsSpan(0, Math.Min(text.Length, LongestProvince));
        var province = head.IndexOf('省');
        if (province is 2 or 3)
        {
            return province + 1;
        }

        var region = head.IndexOf("自治区");
        return region > 0 ? region + 3 : 0;
    }

    private static int PartEnd(string text, int from, bool hasCity, out bool isCity)
    {
        isCity = false;
        for (var i = from + 1; i < Math.Min(text.Length, from + LongestPart); i++)
        {
            switch (text[i])
            {
                // 沙市区, 市北区: the sign can stand in a name too, and then an ending follows it.
                case '市' when i + 1 < text.Length && text[i + 1] is '区' or '场':
                    continue;
                case '市':
                    isCity = !hasCity;
                    return i + 1;
                case '州' when text[i - 1] == '治':
                case '盟' when i > from + 1 && !hasCity:
                    isCity = true;
                    return hasCity ? -1 : i + 1;
                case '区' when text[i - 1] == '地':
                    isCity = true;
                    return hasCity ? -1 : i + 1;
                case '区' when text[i - 1] is not ('小' or '社' or '园'):
                case '县' or '旗':
                    return i + 1;
            }
        }

        return -1;
    }
}
