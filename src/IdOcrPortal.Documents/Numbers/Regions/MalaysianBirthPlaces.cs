namespace IdOcrPortal.Documents;

/// <summary>Places of birth in Malaysian identity card numbers. Source: Jabatan Pendaftaran Negara, kod negeri and kod negara.</summary>
internal static class MalaysianBirthPlaces
{
    /// <summary>Name of a state or country; <see langword="null"/> for a code that is never given out.</summary>
    /// <param name="code">0–99.</param>
    public static string? Find(int code) => code switch
    {
        1 or 21 or 22 or 23 or 24 => "Johor",
        2 or 25 or 26 or 27 => "Kedah",
        3 or 28 or 29 => "Kelantan",
        4 or 30 => "Melaka",
        5 or 31 or 59 => "Negeri Sembilan",
        6 or 32 or 33 => "Pahang",
        7 or 34 or 35 => "Pulau Pinang",
        8 or 36 or 37 or 38 or 39 => "Perak",
        9 or 40 => "Perlis",
        10 or 41 or 42 or 43 or 44 => "Selangor",
        11 or 45 or 46 => "Terengganu",
        12 or 47 or 48 or 49 => "Sabah",
        13 or 50 or 51 or 52 or 53 => "Sarawak",
        14 or 54 or 55 or 56 or 57 => "Wilayah Persekutuan Kuala Lumpur",
        15 or 58 => "Wilayah Persekutuan Labuan",
        16 => "Wilayah Persekutuan Putrajaya",
        82 => "Negeri tidak diketahui",
        60 => "Brunei",
        61 => "Indonesia",
        62 => "Kemboja",
        63 => "Laos",
        64 => "Myanmar",
        65 => "Filipina",
        66 => "Singapura",
        67 => "Thailand",
        68 => "Vietnam",
        71 or 72 => "Luar negara",
        74 => "China",
        75 => "India",
        76 => "Pakistan",
        77 => "Arab Saudi",
        78 => "Sri Lanka",
        79 => "Bangladesh",
        83 => "Asia Pasifik dan Oceania",
        84 => "Amerika Selatan",
        85 => "Afrika",
        86 => "Eropah",
        87 => "Britain dan Ireland",
        88 => "Timur Tengah",
        89 => "Asia Timur",
        90 => "Caribbean dan Amerika Tengah",
        91 => "Amerika Utara",
        92 => "Eropah Timur dan bekas Soviet",
        93 => "Negara lain",
        98 => "Tanpa kewarganegaraan",
        99 => "Tidak dinyatakan",
        _ => null,
    };
}
