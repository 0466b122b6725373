namespace IdOcrPortal.Documents.Tests.Values;

public class AddressTests
{
    [Theory]
    [InlineData(AddressStyle.Cambodian, " ភូមិព្រែកតាមាក់ ឃុំព្រែកតាមាក់ ស្រុកខ្សាច់កណ្តាល ខេត្តកណ្តាល",
        "province=ខេត្តកណ្តាល|city=ស្រុកខ្សាច់កណ្តាល|district=ឃុំព្រែកតាមាក់|village=ភូមិព្រែកតាមាក់")]
    [InlineData(AddressStyle.Cambodian, "ផ្ទះលេខ១២ ផ្លូវ៣០៨ សង្កាត់ទន្លេបាសាក់ ខណ្ឌចំការមន រាជធានីភ្នំពេញ",
        "province=រាជធានីភ្នំពេញ|city=ខណ្ឌចំការមន|district=សង្កាត់ទន្លេបាសាក់|address=ផ្ទះលេខ១២ ផ្លូវ៣០៨")]
    [InlineData(AddressStyle.Malaysian, "NO 12 JALAN BUNGA TAMAN MELATI 53100 GOMBAK SELANGOR", "province=SELANGOR|city=GOMBAK|postcode=53100|address=NO 12 JALAN BUNGA TAMAN MELATI")]
    [InlineData(AddressStyle.Malaysian, "LOT 5\nKAMPUNG BARU\n50480 KUALA LUMPUR\nW. PERSEKUTUAN(KL)", "province=W. PERSEKUTUAN(KL)|city=KUALA LUMPUR|postcode=50480|address=LOT 5 KAMPUNG BARU")]
    [InlineData(AddressStyle.Malaysian, "50480 KUALA LUMPUR", "city=KUALA LUMPUR|postcode=50480")]
    [InlineData(AddressStyle.Chinese, "江苏省苏州市昆山市玉山镇人民路1号", "province=江苏省|city=苏州市|district=昆山市|address=玉山镇人民路1号")]
    [InlineData(AddressStyle.Chinese, "北京市朝阳区建国路市场街1号", "province=北京市|district=朝阳区|address=建国路市场街1号")]
    [InlineData(AddressStyle.Chinese, "广东省广州市天河区体育西路", "province=广东省|city=广州市|district=天河区|address=体育西路")]
    [InlineData(AddressStyle.Chinese, "新疆维吾尔自治区喀什地区莎车县", "province=新疆维吾尔自治区|city=喀什地区|district=莎车县")]
    [InlineData(AddressStyle.Chinese, "贵州省黔东南苗族侗族自治州凯里市大十字街道", "province=贵州省|city=黔东南苗族侗族自治州|district=凯里市|address=大十字街道")]
    [InlineData(AddressStyle.Indonesian, "JL. MAWAR NO. 5 RT/RW 001/002, KEL. CIPUTAT, KEC. CIPUTAT, KOTA TANGERANG SELATAN, PROVINSI BANTEN 15411",
        "province=PROVINSI BANTEN|city=KOTA TANGERANG SELATAN|district=KEC. CIPUTAT|village=KEL. CIPUTAT|rt=RT 001|rw=RW 002|postcode=15411|address=JL. MAWAR NO. 5")]
    [InlineData(AddressStyle.Indonesian, "DUSUN KRAJAN RT 03 RW 04 DESA SUKAMAJU KEC KOTA BARU KAB GARUT",
        "city=KAB GARUT|district=KEC KOTA BARU|village=DESA SUKAMAJU|rt=RT 03|rw=RW 04|address=DUSUN KRAJAN")]
    [InlineData(AddressStyle.Vietnamese, "Thôn 3, Xã Hòa Thắng, Thành phố Buôn Ma Thuột, Đắk Lắk",
        "province=Đắk Lắk|city=Thành phố Buôn Ma Thuột|district=Xã Hòa Thắng|village=Thôn 3")]
    [InlineData(AddressStyle.Vietnamese, "12/3 Lê Lợi, Bến Nghé, Quận 1, TP. Hồ Chí Minh", "province=TP. Hồ Chí Minh|city=Quận 1|district=Bến Nghé|address=12/3 Lê Lợi")]
    [InlineData(AddressStyle.Thai, "99/1 หมู่ที่ 4 ต.บางพูด อ.ปากเกร็ด จ.นนทบุรี 11120", "province=จ.นนทบุรี|city=อ.ปากเกร็ด|district=ต.บางพูด|postcode=11120|address=99/1 หมู่ที่ 4")]
    [InlineData(AddressStyle.Thai, "10 แขวงลุมพินี เขตปทุมวัน กรุงเทพมหานคร 10330", "province=กรุงเทพมหานคร|city=เขตปทุมวัน|district=แขวงลุมพินี|postcode=10330|address=10")]
    [InlineData(AddressStyle.Commas, "12 Mabini St, Barangay Malate, Manila, Metro Manila 1004", "province=Metro Manila|city=Manila|district=Barangay Malate|postcode=1004|address=12 Mabini St")]
    [InlineData(AddressStyle.None, "FLAT A, 1/F, NATHAN ROAD", "address=FLAT A, 1/F, NATHAN ROAD")]
    public void Takes_an_address_apart(AddressStyle style, string address, string parts) =>
        Assert.Equal(parts, string.Join('|', AddressParts.Split(address, style).Select(part => $"{part.Field}={part.Text}")));

    [Fact]
    public void No_letter_and_no_digit_of_an_address_is_lost()
    {
        string[] pieces =
        [
            "ភូមិ", "ឃុំ", "ខេត្ត", "កណ្តាល", "RT", "RW", "RT/RW", "001", "002/", "/", "KEC.", "KOTA ", "PROVINSI", "BARU", "JL. ", "省", "市", "自治区", "苏州", "区", "县", "北京市", "地区", "ต.", "อ.", "กรุงเทพมหานคร",
            "บาง", "12345", "50480 ", "SELANGOR", "W. PERSEKUTUAN(KL)", ", ", ",", " ", "Thôn 3", "Xã", "\n", ".", ":", "KEL/DESA ", "A", "Ấp 5,",
        ];
        var random = new Random(3166);
        for (var i = 0; i < (LongTests.AreOn ? 1_000_000 : 20_000); i++)
        {
            var address = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var style = (AddressStyle)random.Next(Enum.GetValues<AddressStyle>().Length);
            var parts = AddressParts.Split(address, style);
            Assert.Equal(parts.Count, parts.Select(part => part.Field).Distinct().Count());
            // RT/RW is one label for two parts, so the parts may say more labels than the address; never less.
            var left = Letters(string.Concat(parts.Select(part => part.Text))).ToList();
            foreach (var letter in Letters(address))
            {
                Assert.True(left.Remove(letter), $"{style}: {letter} of {address} is lost in {string.Join('|', parts)}");
            }
        }
    }

    private static IEnumerable<char> Letters(string text) => text.Where(character => char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
