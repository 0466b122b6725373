namespace IdOcrPortal.Documents;

/// <summary>
/// The codes themselves. Countries: Doc 9303 part 3 (8th edition, 2021) section 5 part A, which is ISO 3166-1 alpha-3 with one exception:
/// Germany writes <c>D</c>, and <c>DEU</c> stands in no zone (<see cref="StateCodes"/> adds it). English short names.
/// </summary>
internal static class StateTable
{
    /// <summary>Part A.</summary>
    internal const string Countries = """
        ABW Aruba
        AFG Afghanistan
        AGO Angola
        AIA Anguilla
        ALA Åland Islands
        ALB Albania
        AND Andorra
        ARE United Arab Emirates
        ARG Argentina
        ARM Armenia
        ASM American Samoa
        ATA Antarctica
        ATF French Southern Territories
        ATG Antigua and Barbuda
        AUS Australia
        AUT Austria
        AZE Azerbaijan
        BDI Burundi
        BEL Belgium
        BEN Benin
        BES Bonaire, Sint Eustatius and Saba
        BFA Burkina Faso
        BGD Bangladesh
        BGR Bulgaria
        BHR Bahrain
        BHS Bahamas
        BIH Bosnia and Herzegovina
        BLM Saint Barthélemy
        BLR Belarus
        BLZ Belize
        BMU Bermuda
        BOL Bolivia
        BRA Brazil
        BRB Barbados
        BRN Brunei Darussalam
        BTN Bhutan
        BVT Bouvet Island
        BWA Botswana
        CAF Central African Republic
        CAN Canada
        CCK Cocos (Keeling) Islands
        CHE Switzerland
        CHL Chile
        CHN China
        CIV Côte d'Ivoire
        CMR Cameroon
        COD Congo (Democratic Republic of the)
        COG Congo
        COK Cook Islands
        COL Colombia
        COM Comoros
        CPV Cabo Verde
        CRI Costa Rica
        CUB Cuba
        CUW Curaçao
        CXR Christmas Island
        CYM Cayman Islands
        CYP Cyprus
        CZE Czechia
        DJI Djibouti
        DMA Dominica
        DNK Denmark
        DOM Dominican Republic
        DZA Algeria
        ECU Ecuador
        EGY Egypt
        ERI Eritrea
        ESH Western Sahara
        ESP Spain
        EST Estonia
        ETH Ethiopia
        FIN Finland
        FJI Fiji
        FLK Falkland Islands (Malvinas)
        FRA France
        FRO Faroe Islands
        FSM Micronesia (Federated States of)
        GAB Gabon
        GBR United Kingdom
        GEO Georgia
        GGY Guernsey
        GHA Ghana
        GIB Gibraltar
        GIN Guinea
        GLP Guadeloupe
        GMB Gambia
        GNB Guinea-Bissau
        GNQ Equatorial Guinea
        GRC Greece
        GRD Grenada
        GRL Greenland
        GTM Guatemala
        GUF French Guiana
        GUM Guam
        GUY Guyana
        HKG Hong Kong
        HMD Heard Island and McDonald Islands
        HND Honduras
        HRV Croatia
        HTI Haiti
        HUN Hungary
        IDN Indonesia
        IMN Isle of Man
        IND India
        IOT British Indian Ocean Territory
        IRL Ireland
        IRN Iran
        IRQ Iraq
        ISL Iceland
        ISR Israel
        ITA Italy
        JAM Jamaica
        JEY Jersey
        JOR Jordan
        JPN Japan
        KAZ Kazakhstan
        KEN Kenya
        KGZ Kyrgyzstan
        KHM Cambodia
        KIR Kiribati
        KNA Saint Kitts and Nevis
        KOR South Korea
        KWT Kuwait
        LAO Laos
        LBN Lebanon
        LBR Liberia
        LBY Libya
        LCA Saint Lucia
        LIE Liechtenstein
        LKA Sri Lanka
        LSO Lesotho
        LTU Lithuania
        LUX Luxembourg
        LVA Latvia
        MAC Macao
        MAF Saint Martin (French part)
        MAR Morocco
        MCO Monaco
        MDA Moldova
        MDG Madagascar
        MDV Maldives
        MEX Mexico
        MHL Marshall Islands
        MKD North Macedonia
        MLI Mali
        MLT Malta
        MMR Myanmar
        MNE Montenegro
        MNG Mongolia
        MNP Northern Mariana Islands
        MOZ Mozambique
        MRT Mauritania
        MSR Montserrat
        MTQ Martinique
        MUS Mauritius
        MWI Malawi
        MYS Malaysia
        MYT Mayotte
        NAM Namibia
        NCL New Caledonia
        NER Niger
        NFK Norfolk Island
        NGA Nigeria
        NIC Nicaragua
        NIU Niue
        NLD Netherlands
        NOR Norway
        NPL Nepal
        NRU Nauru
        NZL New Zealand
        OMN Oman
        PAK Pakistan
        PAN Panama
        PCN Pitcairn
        PER Peru
        PHL Philippines
        PLW Palau
        PNG Papua New Guinea
        POL Poland
        PRI Puerto Rico
        PRK North Korea
        PRT Portugal
        PRY Paraguay
        PSE Palestine
        PYF French Polynesia
        QAT Qatar
        REU Réunion
        ROU Romania
        RUS Russian Federation
        RWA Rwanda
        SAU Saudi Arabia
        SDN Sudan
        SEN Senegal
        SGP Singapore
        SGS South Georgia and the South Sandwich Islands
        SHN Saint Helena, Ascension and Tristan da Cunha
        SJM Svalbard and Jan Mayen
        SLB Solomon Islands
        SLE Sierra Leone
        SLV El Salvador
        SMR San Marino
        SOM Somalia
        SPM Saint Pierre and Miquelon
        SRB Serbia
        SSD South Sudan
        STP Sao Tome and Principe
        SUR Suriname
        SVK Slovakia
        SVN Slovenia
        SWE Sweden
        SWZ Eswatini
        SXM Sint Maarten (Dutch part)
        SYC Seychelles
        SYR Syria
        TCA Turks and Caicos Islands
        TCD Chad
        TGO Togo
        THA Thailand
        TJK Tajikistan
        TKL Tokelau
        TKM Turkmenistan
        TLS Timor-Leste
        TON Tonga
        TTO Trinidad and Tobago
        TUN Tunisia
        TUR Türkiye
        TUV Tuvalu
        TWN Taiwan
        TZA Tanzania
        UGA Uganda
        UKR Ukraine
        UMI United States Minor Outlying Islands
        URY Uruguay
        USA United States
        UZB Uzbekistan
        VAT Holy See (Vatican City State)
        VCT Saint Vincent and the Grenadines
        VEN Venezuela
        VGB British Virgin Islands
        VIR United States Virgin Islands
        VNM Vietnam
        VUT Vanuatu
        WLF Wallis and Futuna
        WSM Samoa
        YEM Yemen
        ZAF South Africa
        ZMB Zambia
        ZWE Zimbabwe
        """;

    /// <summary>Section 5, parts B to E: nationalities and authorities that ISO 3166-1 does not list.</summary>
    internal const string Special = """
        EUE European Union (laissez-passer)
        GBD United Kingdom: British Overseas Territories Citizen
        GBN United Kingdom: British National (Overseas)
        GBO United Kingdom: British Overseas Citizen
        GBP United Kingdom: British Protected Person
        GBS United Kingdom: British Subject
        RKS Kosovo
        IAO International Civil Aviation Organization
        UNA United Nations specialised agency
        UNK Resident of Kosovo, document of the United Nations Interim Administration Mission
        UNO United Nations Organization
        XBA African Development Bank
        XCC Caribbean Community (CARICOM)
        XCE Council of Europe
        XCO Common Market for Eastern and Southern Africa (COMESA)
        XDC Southern African Development Community
        XEC Economic Community of West African States (ECOWAS)
        XES Organisation of Eastern Caribbean States
        XIM African Export-Import Bank
        XMP Parliamentary Assembly of the Mediterranean
        XOM Sovereign Military Order of Malta
        XPO International Criminal Police Organization (Interpol)
        XXA Stateless person (1954 Convention)
        XXB Refugee (1951 Convention, as amended by the 1967 Protocol)
        XXC Refugee, other than XXB
        XXX Person of unspecified nationality
        """;

    /// <summary>
    /// Codes that have left the list (ISO 3166-3, and ROM, which became ROU in 2002), with the year in which they did. No zone may be issued with one today,
    /// but archives hold documents that bear them.
    /// </summary>
    internal const string Former = """
        AFI French Afars and Issas (until 1977)
        ANT Netherlands Antilles (until 2010)
        ATB British Antarctic Territory (until 1979)
        ATN Dronning Maud Land (until 1983)
        BUR Burma (until 1989)
        BYS Byelorussian SSR (until 1992)
        CSK Czechoslovakia (until 1993)
        CTE Canton and Enderbury Islands (until 1984)
        DDR German Democratic Republic (until 1990)
        DHY Dahomey (until 1977)
        FXX Metropolitan France (until 1997)
        GEL Gilbert and Ellice Islands (until 1979)
        HVO Upper Volta (until 1984)
        JTN Johnston Island (until 1986)
        MID Midway Islands (until 1986)
        NHB New Hebrides (until 1980)
        NTZ Neutral Zone (until 1993)
        PCI Trust Territory of the Pacific Islands (until 1986)
        PCZ Panama Canal Zone (until 1980)
        PUS United States Miscellaneous Pacific Islands (until 1986)
        RHO Southern Rhodesia (until 1980)
        ROM Romania (until 2002)
        SCG Serbia and Montenegro (until 2006)
        SKM Sikkim (until 1975)
        SUN USSR (until 1992)
        TMP East Timor (until 2002)
        VDR Democratic Republic of Viet-Nam (until 1977)
        WAK Wake Island (until 1986)
        YMD Democratic Yemen (until 1990)
        YUG Yugoslavia (until 2003)
        ZAR Zaire (until 1997)
        """;

    /// <summary>Section 5, specimens: Utopia, the state of the standard's examples.</summary>
    internal const string Specimen = "UTO Utopia";
}
