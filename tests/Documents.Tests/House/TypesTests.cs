using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace IdOcrPortal.Documents.Tests.House;

/// <summary>A document type is one file: what this one adds is found, proves and is listed without another line anywhere.</summary>
public sealed record LibraryCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "test-library-card";

    /// <inheritdoc/>
    public override string Name => "Library card";

    /// <inheritdoc/>
    public override NumberScheme Number => HongKongNumber.Instance;

    /// <inheritdoc/>
    public override AgeLimits Ages { get; } = new(6);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Reader's number", FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(HongKongNumber.Instance) },
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity),
    ];
}

public class TypesTests
{
    private static readonly HashSet<string> Vocabulary =
        [.. typeof(FieldNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> Ids() => [.. DocumentTypes.All.Select(type => type.Id)];

    [Fact]
    public void A_type_that_stands_in_one_file_is_found_with_its_fields_and_checks_and_proves_documents()
    {
        var type = Assert.Single(DocumentTypes.In(typeof(TypesTests).Assembly));
        Assert.Equal("test-library-card", type.Id);
        Assert.Contains("hkid.check_digit", type.Checks.Select(check => check.Code));
        Assert.Contains("dates.age", type.Checks.Select(check => check.Code));

        var proof = type.Prove(
            new Evidence([new("document_number", "A123456(3)", 0.9, ClaimSource.Service), new("birth_date", "2024-05-01", 0.9, ClaimSource.Service)], [], false),
            new DateOnly(2026, 11, 21));
        Assert.Equal([FieldStatus.Verified, FieldStatus.Attention, FieldStatus.Read], proof.Fields.Select(field => field.Status));
        Assert.Equal("test-library-card", proof.TypeId);
    }

    [Fact]
    public void Every_file_of_the_types_folder_that_holds_a_type_holds_one_and_it_is_listed()
    {
        var found = Directory.GetFiles(TypesFolder())
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"public sealed record (\w+)").Select(match => (File: Path.GetFileNameWithoutExtension(file), Record: match.Groups[1].Value)))
            .ToList();
        Assert.All(found, row => Assert.Equal(row.File, row.Record));
        Assert.Equal(found.Select(row => row.Record).Order(StringComparer.Ordinal), DocumentTypes.All.Select(type => type.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_portal_knows_all_these_types() => Assert.Equal(
        [
            "alb-dl", "alb-id", "chl-id", "chn-id", "fra-id", "hkg-id", "idn-ktp", "khm-id", "mys-ikad", "mys-mykad", "mys-mykas", "mys-mykid", "mys-mypr",
            "mys-mytentera", "mys-polis", "passport", "phl-dl", "phl-umid", "td1-card", "td2-card", "tha-id", "visa", "vnm-dl", "vnm-id",
        ],
        DocumentTypes.All.Select(type => type.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_type_has_a_name_a_size_key_fields_and_only_fields_of_the_vocabulary(string id)
    {
        var type = DocumentTypes.Find(id)!;
        Assert.NotEmpty(type.Name);
        Assert.Equal(type.IssuingState is not null, type.LocalName is not null);
        Assert.InRange(type.Format.Proportion, 1.3, 1.6);
        Assert.All(type.Fields, field => Assert.Contains(field.Name, Vocabulary));
        Assert.Equal(type.Fields.Count, type.Fields.Select(field => field.Name).Distinct().Count());
        Assert.Superset(new HashSet<string> { "document_number", "full_name", "birth_date" }, type.Fields.Where(field => field.IsKey).Select(field => field.Name).ToHashSet());
        Assert.Contains(CardSide.Front, type.Sides);
        Assert.All(type.Fields, field => Assert.Contains(field.Side, type.Sides));
        Assert.All(type.Fields, field => Assert.True(field.Label.Length > 0 && field.Form.Description.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_of_a_type_has_one_code_a_title_and_fields_and_is_held_on_every_document(string id)
    {
        var type = DocumentTypes.Find(id)!;
        Assert.Equal(type.Checks.Count, type.Checks.Select(check => check.Code).Distinct().Count());
        Assert.All(type.Checks, check => Assert.True(check.Title.Length > 0 && check.Fields.Count > 0 && Regex.IsMatch(check.Code, @"^[a-z0-9_]+(\.[a-z0-9_]+)+$"), check.Code));

        var proof = type.Prove(new Evidence([], [], false), new DateOnly(2026, 11, 21));
        Assert.Equal(type.Checks.Select(check => check.Code), proof.Checks.Select(check => check.Code));
        Assert.All(proof.Checks, check => Assert.True(check.Result is CheckResult.NotPossible or CheckResult.NotApplicable && check.Detail.Length > 0, check.Code));
        Assert.All(proof.Fields, field => Assert.Null(field.Original));
        Assert.Empty(proof.Proposals);
    }

    [Fact]
    public void A_field_that_a_type_does_not_carry_is_kept_and_shown_last()
    {
        var proof = DocumentTypes.Find("idn-ktp")!.Prove(
            new Evidence([new("blood_type", "O", 0.9, ClaimSource.Service), new("sex", "LAKI-LAKI", 0.9, ClaimSource.Service)], [], false), new DateOnly(2026, 11, 21));
        var stranger = proof.Fields[^1];
        Assert.Equal(("blood_type", "O", FieldStatus.Read), (stranger.Name, stranger.Original, stranger.Status));
        Assert.Equal("Blood type", DocumentTypes.Find("idn-ktp")!.DefinitionOf("blood_type").Label);
    }

    [Theory]
    [InlineData("", "Unnamed field")]
    [InlineData("_", "Unnamed field")]
    [InlineData("血型", "血型")]
    [InlineData("blood_type", "Blood type")]
    public void A_field_of_any_name_has_a_label(string name, string label) => Assert.Equal(label, DocumentTypes.Find("idn-ktp")!.DefinitionOf(name).Label);

    private static string TypesFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "IdOcrPortal.Documents", "Types");

    [Fact]
    public void A_type_names_its_zone_among_its_machine_readable_parts_exactly_where_it_has_one()
    {
        Assert.All(DocumentTypes.All, type =>
        {
            Assert.Equal(type.Zones.Count > 0, type.MachineReadableParts.Contains(MachineReadablePart.Mrz));
            Assert.Equal(type.MachineReadableParts.Distinct(), type.MachineReadableParts);
        });
        Assert.Equal(
            [MachineReadablePart.Mrz, MachineReadablePart.QrCode, MachineReadablePart.ContactlessChip], DocumentTypes.Find("vnm-id")!.MachineReadableParts);
    }
}
