namespace IdOcrPortal.Documents;

/// <summary>The closed lists themselves.</summary>
internal static class WordLists
{
    /// <summary>
    /// Indonesia: the religions of Law 24/2013 on population administration, and kepercayaan (Constitutional Court 97/PUU-XIV/2016). Malaysia prints ISLAM only.
    /// </summary>
    internal static readonly (string Printed, string Normalised)[] Religions =
    [
        ("ISLAM", "islam"), ("KRISTEN", "protestant"), ("KRISTEN PROTESTAN", "protestant"), ("PROTESTAN", "protestant"), ("KATOLIK", "catholic"), ("KATHOLIK", "catholic"),
        ("KRISTEN KATOLIK", "catholic"), ("HINDU", "hindu"), ("BUDDHA", "buddhist"), ("BUDHA", "buddhist"), ("KHONGHUCU", "confucian"), ("KONGHUCU", "confucian"),
        ("KONG HU CU", "confucian"), ("KEPERCAYAAN", "belief"), ("KEPERCAYAAN TERHADAP TUHAN YME", "belief"),
        ("PENGHAYAT KEPERCAYAAN", "belief"), ("LAINNYA", "other"), ("LAIN-LAIN", "other"),
        ("KRISTIAN", "christian"), ("CHRISTIAN", "christian"), ("SIKH", "sikh"), ("TAO", "taoist"), ("TIADA AGAMA", "none"),
    ];

    /// <summary>Indonesia: Presidential Regulation 96/2018, form F-1.02 (kawin tercatat and kawin belum tercatat since 2019). English for cards in two languages.</summary>
    internal static readonly (string Printed, string Normalised)[] MaritalStatuses =
    [
        ("BELUM KAWIN", "single"), ("BELUM MENIKAH", "single"), ("TIDAK KAWIN", "single"), ("BUJANG", "single"), ("SINGLE", "single"),
        ("KAWIN", "married"), ("MENIKAH", "married"), ("KAWIN TERCATAT", "married"), ("KAWIN BELUM TERCATAT", "married"), ("KAWIN TIDAK TERCATAT", "married"), ("BERKAHWIN", "married"),
        ("MARRIED", "married"), ("CERAI HIDUP", "divorced"), ("CERAI HIDUP TERCATAT", "divorced"), ("CERAI BELUM TERCATAT", "divorced"), ("CERAI", "divorced"),
        ("DIVORCED", "divorced"), ("CERAI MATI", "widowed"), ("JANDA", "widowed"), ("DUDA", "widowed"), ("WIDOWED", "widowed"),
    ];

    // GB/T 3304-1991, in the order of its numeric codes 01 to 56, with its romanised names.
    private const string PeopleTable =
        "汉 Han 蒙古 Mongol 回 Hui 藏 Zang 维吾尔 Uygur 苗 Miao 彝 Yi 壮 Zhuang 布依 Buyei 朝鲜 Chosen 满 Man 侗 Dong 瑶 Yao 白 Bai 土家 Tujia 哈尼 Hani 哈萨克 Kazak 傣 Dai 黎 Li 傈僳 Lisu " +
        "佤 Va 畲 She 高山 Gaoshan 拉祜 Lahu 水 Sui 东乡 Dongxiang 纳西 Naxi 景颇 Jingpo 柯尔克孜 Kirgiz 土 Tu 达斡尔 Daur 仫佬 Mulao 羌 Qiang 布朗 Blang 撒拉 Salar 毛南 Maonan 仡佬 Gelao " +
        "锡伯 Xibe 阿昌 Achang 普米 Pumi 塔吉克 Tajik 怒 Nu 乌孜别克 Uzbek 俄罗斯 Russ 鄂温克 Ewenki 德昂 Deang 保安 Bonan 裕固 Yugur 京 Gin 塔塔尔 Tatar 独龙 Derung 鄂伦春 Oroqen 赫哲 Hezhen " +
        "门巴 Monba 珞巴 Lhoba 基诺 Jino";

    /// <summary>The 56 peoples, each with and without 族 and by its romanised name.</summary>
    internal static (string Printed, string Normalised)[] Peoples()
    {
        var words = PeopleTable.Split(' ');
        List<(string, string)> rows = [];
        for (var i = 0; i < words.Length; i += 2)
        {
            rows.Add((words[i], words[i + 1]));
            rows.Add((words[i] + "族", words[i + 1]));
            rows.Add((words[i + 1], words[i + 1]));
        }

        return [.. rows];
    }
}
