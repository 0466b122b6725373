namespace IdOcrPortal.Documents;

/// <summary>Addresses whose parts have a label before them.</summary>
internal static class LabelledAddress
{
    /// <summary>Longer labels stand before shorter ones that begin alike.</summary>
    internal static readonly Label[] Cambodian =
    [
        new("រាជធានី", FieldNames.Province), new("ខេត្ត", FieldNames.Province), new("ក្រុង", FieldNames.City), new("ខណ្ឌ", FieldNames.City), new("ស្រុក", FieldNames.City),
        new("សង្កាត់", FieldNames.District), new("ឃុំ", FieldNames.District), new("ភូមិ", FieldNames.Village),
    ];

    internal static readonly Label[] Indonesian =
    [
        new("PROVINSI", FieldNames.Province, true), new("PROPINSI", FieldNames.Province, true), new("PROV", FieldNames.Province, true),
        new("KABUPATEN", FieldNames.City, true), new("KAB", FieldNames.City, true), new("KOTAMADYA", FieldNames.City, true), new("KOTA", FieldNames.City, true),
        new("KECAMATAN", FieldNames.District, true), new("KEC", FieldNames.District, true),
        new("KELURAHAN", FieldNames.Village, true), new("KEL/DESA", FieldNames.Village, true), new("KEL", FieldNames.Village, true), new("DESA", FieldNames.Village, true),
    ];

    internal static readonly Label[] Thai =
    [
        new("กรุงเทพมหานคร", FieldNames.Province, IsName: true), new("กรุงเทพฯ", FieldNames.Province, IsName: true), new("กทม.", FieldNames.Province, IsName: true),
        new("จังหวัด", FieldNames.Province), new("จ.", FieldNames.Province), new("อำเภอ", FieldNames.City), new("อ.", FieldNames.City), new("เขต", FieldNames.City),
        new("ตำบล", FieldNames.District), new("ต.", FieldNames.District), new("แขวง", FieldNames.District),
    ];

    /// <summary>Gives each field the stretch from its label to the next label, comma or stretch that is taken.</summary>
    internal static void Cut(AddressCuts cuts, Label[] labels)
    {
        var text = cuts.Text;
        var open = default(Label);
        var start = 0;
        var nameFrom = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var isEnd = at == text.Length || text[at] is ',' or '，' or ';' || cuts.IsTaken(at);
            var label = isEnd || !IsStart(text, at) ? null : Find(text, at, labels);
            // KEC. KOTA BARU: straight after a label a word is a name, whatever it looks like.
            if (label is not null && open is not null && text.AsSpan(nameFrom, at - nameFrom).Trim(" .:").IsEmpty)
            {
                label = null;
            }

            if (open is not null && (isEnd || label is not null))
            {
                cuts.Take(open.Field, start, at);
                open = null;
            }

            if (label is not null)
            {
                (open, start, nameFrom) = (label, at, at + label.Text.Length);
                if (label.IsName)
                {
                    cuts.Take(label.Field, at, nameFrom);
                    open = null;
                }

                at = nameFrom - 1;
            }
        }
    }

    private static bool IsStart(string text, int at) => at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/');

    private static Label? Find(string text, int at, Label[] labels)
    {
        foreach (var label in labels)
        {
            if (text.AsSpan(at).StartsWith(label.Text, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + label.Text.Length;
                if (!label.IsWord || (end < text.Length && text[end] is ' ' or '.' or ':'))
                {
                    return label;
                }
            }
        }

        return null;
    }

    /// <param name="Text">As printed.</param>
    /// <param name="Field">Which part follows.</param>
    /// <param name="IsWord">Whether a blank, full stop or colon has to follow.</param>
    /// <param name="IsName">Whether the label is the part itself.</param>
    internal sealed record Label(string Text, string Field, bool IsWord = false, bool IsName = false);
}
