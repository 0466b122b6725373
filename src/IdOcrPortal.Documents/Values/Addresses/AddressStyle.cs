namespace IdOcrPortal.Documents;

/// <summary>How the parts of an address are marked on documents of a country. Province, city, district and village are the first to the fourth level everywhere.</summary>
public enum AddressStyle
{
    /// <summary>No rule: everything stays one text (Hong Kong and all others).</summary>
    None,

    /// <summary>Labels before the parts: ភូមិ (village), ឃុំ or សង្កាត់ (district), ស្រុក, ខណ្ឌ or ក្រុង (city), ខេត្ត or រាជធានី (province).</summary>
    Cambodian,

    /// <summary>A postcode of five digits, the town after it, and the name of a state.</summary>
    Malaysian,

    /// <summary>Endings: 省, 自治区, or 市 of the four municipalities (province), 市, 自治州, 地区, 盟 (city), 区, 县, 旗 or a second 市 (district).</summary>
    Chinese,

    /// <summary>Labels: PROVINSI, KABUPATEN or KOTA (city), KEC (district), KEL or DESA (village), RT/RW.</summary>
    Indonesian,

    /// <summary>Commas, from the smallest part to the largest: …, commune (district), district or town (city), province.</summary>
    Vietnamese,

    /// <summary>Labels: ต. or แขวง (district), อ. or เขต (city), จ. or กรุงเทพมหานคร (province), and a postcode of five digits.</summary>
    Thai,

    /// <summary>Commas without labels, from the smallest part to the largest, with a postcode or without: …, district, city, province (Philippines).</summary>
    Commas,
}
