namespace IdOcrPortal.Documents;

/// <summary>
/// Codes of Vietnamese provinces in personal numbers, as given out until the mergers of 2025 and unchanged on older cards.
/// Source: Ministry of Public Security, Circular 59/2021/TT-BCA (before it 07/2016/TT-BCA), annex I.
/// </summary>
internal static class VietnameseProvinces
{
    private const string Table =
        "1Hà Nội|2Hà Giang|4Cao Bằng|6Bắc Kạn|8Tuyên Quang|10Lào Cai|11Điện Biên|12Lai Châu|14Sơn La|15Yên Bái|17Hòa Bình|19Thái Nguyên|20Lạng Sơn|"
        + "22Quảng Ninh|24Bắc Giang|25Phú Thọ|26Vĩnh Phúc|27Bắc Ninh|30Hải Dương|31Hải Phòng|33Hưng Yên|34Thái Bình|35Hà Nam|36Nam Định|37Ninh Bình|"
        + "38Thanh Hóa|40Nghệ An|42Hà Tĩnh|44Quảng Bình|45Quảng Trị|46Thừa Thiên Huế|48Đà Nẵng|49Quảng Nam|51Quảng Ngãi|52Bình Định|54Phú Yên|"
        + "56Khánh Hòa|58Ninh Thuận|60Bình Thuận|62Kon Tum|64Gia Lai|66Đắk Lắk|67Đắk Nông|68Lâm Đồng|70Bình Phước|72Tây Ninh|74Bình Dương|75Đồng Nai|"
        + "77Bà Rịa - Vũng Tàu|79Hồ Chí Minh|80Long An|82Tiền Giang|83Bến Tre|84Trà Vinh|86Vĩnh Long|87Đồng Tháp|89An Giang|91Kiên Giang|92Cần Thơ|"
        + "93Hậu Giang|94Sóc Trăng|95Bạc Liêu|96Cà Mau";

    private static readonly string?[] Names = RegionTable.Parse(Table, 97);

    /// <summary>The province's name; <see langword="null"/> where no province has the code.</summary>
    internal static string? Find(int code) => (uint)code < (uint)Names.Length ? Names[code] : null;
}
