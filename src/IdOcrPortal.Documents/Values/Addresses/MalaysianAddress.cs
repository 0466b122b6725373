namespace IdOcrPortal.Documents;

/// <summary>An address of a Malaysian card: …, postcode of five digits, town, state.</summary>
internal static class MalaysianAddress
{
    // The thirteen states and the federal territories as cards print them; longer spellings first.
    private static readonly string[] States =
    [
        "WILAYAH PERSEKUTUAN KUALA LUMPUR", "WILAYAH PERSEKUTUAN PUTRAJAYA", "WILAYAH PERSEKUTUAN LABUAN", "WILAYAH PERSEKUTUAN (KL)", "WILAYAH PERSEKUTUAN(KL)",
        "W. PERSEKUTUAN (KL)", "W. PERSEKUTUAN(KL)", "W PERSEKUTUAN(KL)", "W.PERSEKUTUAN(KL)", "W. PERSEKUTUAN (PUTRAJAYA)", "W. PERSEKUTUAN(PUTRAJAYA)", "W. PERSEKUTUAN(LABUAN)",
        "WILAYAH PERSEKUTUAN", "W.P. KUALA LUMPUR", "W.P. PUTRAJAYA", "W.P. LABUAN", "WP KUALA LUMPUR", "WP PUTRAJAYA", "WP LABUAN",
        "NEGERI SEMBILAN", "N. SEMBILAN", "PULAU PINANG", "P. PINANG", "PENANG", "JOHOR DARUL TAKZIM", "SELANGOR DARUL EHSAN", "JOHOR", "KEDAH", "KELANTAN", "MELAKA",
        "PAHANG", "PERAK", "PERLIS", "SABAH", "SARAWAK", "SELANGOR", "TERENGGANU",
    ];

    internal static void Cut(AddressCuts cuts)
    {
        cuts.CutPostcode();
        var text = cuts.Text;
        var end = text.AsSpan().TrimEnd(" ,.;").Length;
        foreach (var state in States)
        {
            var start = end - state.Length;
            if (start > 0 && AddressCuts.IsParting(text[start - 1]) && text.AsSpan(start, state.Length).Equals(state, StringComparison.OrdinalIgnoreCase))
            {
                end = cuts.Take(FieldNames.Province, start, end) ? start : end;
                break;
            }
        }

        // The town is what stands between postcode and state; without a postcode nothing tells where it begins.
        for (var at = 0; at < end; at++)
        {
            if (cuts.IsTaken(at))
            {
                cuts.Take(FieldNames.City, at + 5, end);
                return;
            }
        }
    }
}
