using BenchmarkDotNet.Attributes;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Benchmarks;

/// <summary>All checks of whole documents with every field, through the types that are there.</summary>
public class ProofBenchmarks
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    private DocumentType _type = null!;
    private Evidence _evidence = null!;

    /// <summary>The types among those of the target that exist.</summary>
    public static IEnumerable<string> Types => Documents.Keys.Where(id => DocumentTypes.Find(id) is not null);

    // Numbers made by the published algorithms; the Chinese one is the example of GB 11643, annex A. Nobody's documents.
    private static Dictionary<string, Func<Evidence>> Documents { get; } = new(StringComparer.Ordinal)
    {
        ["passport"] = () => Zone("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
        ["idn-ktp"] = () => Card(
            (FieldNames.DocumentNumber, "3171015802860001"), (FieldNames.FullName, "SITI RAHMAWATI"), (FieldNames.BirthPlace, "JAKARTA"),
            (FieldNames.BirthDate, "18-02-1986"), (FieldNames.Sex, "PEREMPUAN"), (FieldNames.Address, "JL. MELATI NO. 7"), (FieldNames.Rt, "007"),
            (FieldNames.Rw, "008"), (FieldNames.Village, "GAMBIR"), (FieldNames.District, "GAMBIR"), (FieldNames.City, "JAKARTA PUSAT"),
            (FieldNames.Province, "DKI JAKARTA"), (FieldNames.Religion, "ISLAM"), (FieldNames.MaritalStatus, "KAWIN"), (FieldNames.Occupation, "PEGAWAI SWASTA"),
            (FieldNames.Nationality, "WNI"), (FieldNames.ExpiryDate, "SEUMUR HIDUP")),
        ["chn-id-front"] = ChineseFront,
        ["chn-id"] = ChineseFront,
    };

    [ParamsSource(nameof(Types))]
    public string Type { get; set; } = "passport";

    [GlobalSetup]
    public void Prepare()
    {
        _type = DocumentTypes.Find(Type)!;
        _evidence = Documents[Type]();
    }

    [Benchmark]
    public Proof Prove() => _type.Prove(_evidence, Today);

    private static Evidence ChineseFront() => Card(
        (FieldNames.FullName, "李明"), (FieldNames.Sex, "女"), (FieldNames.Ethnicity, "汉"), (FieldNames.BirthDate, "1949年12月31日"),
        (FieldNames.Address, "北京市朝阳区建国路1号"), (FieldNames.DocumentNumber, "11010519491231002X"));

    private static Evidence Zone(params string[] lines) =>
        new(Mrz.TryParse(lines, out var mrz, out _) ? MrzClaims.From(mrz, null) : [], lines, true);

    private static Evidence Card(params (string Field, string Text)[] fields) =>
        new([.. fields.Select(field => new Claim(field.Field, field.Text, 0.98, ClaimSource.Service))], [], false);
}
