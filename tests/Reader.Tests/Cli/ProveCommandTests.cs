using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Tests.Cli;

/// <summary>Other people's values through our rules, as an integrator pipes them.</summary>
public sealed class ProveCommandTests
{
    private const string Td3 = """["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<","L898902C36UTO7408122F1204159ZE184226B<<<<<10"]""";

    [Fact]
    public async Task The_misread_sex_of_Tencents_own_sample_ends_in_Attention_with_the_word_proposed()
    {
        var answer = await ProveAsync("""{"type":"mys-mykad","today":"2026-11-21","fields":{"document_number":"710716-08-6085","sex":"LEAKI"},"confidence":{"sex":"0.9999"}}""");
        var sex = answer.GetProperty("fields").GetProperty("sex");
        Assert.Equal(("LEAKI", null, "Attention"), (sex.GetProperty("original").GetString(), sex.GetProperty("normalised").GetString(), sex.GetProperty("status").GetString()));
        var proposal = Assert.Single(answer.GetProperty("proposals").EnumerateArray());
        Assert.Equal(("sex", "LEAKI", "LELAKI"), (proposal.GetProperty("field").GetString(), proposal.GetProperty("before").GetString(), proposal.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_zone_tells_its_type_and_a_wrong_digit_is_found_where_it_stands()
    {
        var answer = await ProveAsync($$"""{"today":"2010-01-01","mrz":{{Td3.Replace("7408122", "7408123", StringComparison.Ordinal)}}}""");
        Assert.Equal("passport", answer.GetProperty("type").GetString());
        var check = answer.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("code").GetString() == "mrz.birth_date.digit");
        Assert.Equal("Failed", check.GetProperty("result").GetString());
        Assert.Equal(["birth_date", "mrz"], check.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        var digit = check.GetProperty("digit");
        Assert.Equal((1, 19, "3", "2"), (digit.GetProperty("line").GetInt32(), digit.GetProperty("position").GetInt32(), digit.GetProperty("found").GetString(), digit.GetProperty("expected").GetString()));
    }

    [Fact]
    public async Task The_script_of_a_value_stays_beside_its_normalised_form_and_the_rule_that_made_it()
    {
        var (_, output, _) = await RunAsync("""{"type":"khm-id","today":"2026-11-21","fields":{"birth_date":"១០.០៧.១៩៩៩","sex":"ស្រី","height_cm":"១៥៨ ស.ម"}}""");
        Assert.Contains("១០.០៧.១៩៩៩", output, StringComparison.Ordinal);
        var fields = JsonDocument.Parse(output).RootElement.GetProperty("fields");
        Assert.Equal(["1999-07-10", "F", "158"], new[] { "birth_date", "sex", "height_cm" }.Select(name => fields.GetProperty(name).GetProperty("normalised").GetString()));
        Assert.Contains("Khmer", fields.GetProperty("birth_date").GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Front_and_back_and_a_second_reading_are_held_against_the_first()
    {
        var answer = await ProveAsync("""{"type":"chn-id","today":"2026-11-21","fields":{"full_name":"张三","sex":"男"},"back":{"full_name":"李四"},"second":{"sex":"女"}}""");
        var results = answer.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("code").GetString()!, check => check.GetProperty("result").GetString());
        Assert.Equal(("Failed", "Failed"), (results["cross.full_name.sides"], results["cross.sex.printed"]));
        Assert.Equal("Conflict", answer.GetProperty("fields").GetProperty("sex").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_one_that_cannot_be_understood_ends_alone()
    {
        string[] lines =
        [
            "no json", "[1]", """{"fields":{"sex":"M"}}""", """{"type":"xyz-id"}""", """{"type":7}""", """{"type":"idn-ktp","today":"21.11.2026"}""",
            """{"type":"idn-ktp","fields":["x"]}""", """{"type":"idn-ktp","fields":{"sex":{}}}""", """{"type":"idn-ktp","confidence":{"sex":2}}""",
            """{"type":"idn-ktp","mrz":[1]}""", """{"type":"idn-ktp","fields":{"sex":"\ud800"}}""", """{"type":"idn-ktp","fields":null,"mrz":null,"today":null,"confidence":null}""",
        ];
        var (exitCode, output, errors) = await RunAsync(string.Join('\n', lines) + "\n\n");
        Assert.Equal((1, ""), (exitCode, errors));
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            [
                "line.not_json", "line.not_object", "type.missing", "type.unknown", "type.unknown", "today.shape", "fields.shape", "fields.shape", "confidence.shape",
                "mrz.shape", "line.not_text", "",
            ],
            answers.Select(answer => answer.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : ""));
        Assert.Equal([.. Enumerable.Range(1, 11)], answers.Take(11).Select(answer => answer.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Without_json_it_explains_itself_and_ends_with_2()
    {
        var (exitCode, output, errors) = await Typed.RunAsync(["prove"], "", Path.GetTempPath());
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("prove --json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_is_listed_with_its_fields_and_checks()
    {
        var (exitCode, output, _) = await Typed.RunAsync(["types", "--json"], null, Path.GetTempPath());
        Assert.Equal(0, exitCode);
        var types = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(DocumentTypes.All.Select(type => type.Id), types.Select(type => type.GetProperty("id").GetString()));
        Assert.Equal(["Mrz", "ContactlessChip"], types.Single(type => type.GetProperty("id").GetString() == "passport")
            .GetProperty("machineReadable").EnumerateArray().Select(part => part.GetString()));
        var ktp = types.Single(type => type.GetProperty("id").GetString() == "idn-ktp");
        Assert.Contains(ktp.GetProperty("fields").EnumerateArray(), field => field.GetProperty("name").GetString() == "document_number" && field.GetProperty("key").GetBoolean());
        Assert.Contains(ktp.GetProperty("checks").EnumerateArray(), check => check.GetProperty("code").GetString() == "nik.region");
        Assert.Contains("idn-ktp", (await Typed.RunAsync(["types"], null, Path.GetTempPath())).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Typed.RunAsync(["types", "--xml"], null, Path.GetTempPath())).ExitCode);
    }

    private static async Task<JsonElement> ProveAsync(string line)
    {
        var (exitCode, output, errors) = await RunAsync(line);
        Assert.Equal((0, ""), (exitCode, errors));
        return JsonDocument.Parse(output).RootElement;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string input) => Typed.RunAsync(["prove", "--json"], input, Path.GetTempPath());

    [Fact]
    public async Task A_decomposed_word_is_the_same_word_though_this_process_has_no_culture_data()
    {
        var (exitCode, output, _) = await Typed.RunAsync(
            ["prove", "--json"], """{"type":"vnm-id","today":"2026-11-21","fields":{"sex":"NU\u031B\u0303","document_number":"001199012345"}}""" + "\n", Path.GetTempPath());

        Assert.Equal(0, exitCode);
        var sex = JsonDocument.Parse(output).RootElement.GetProperty("fields").GetProperty("sex");
        Assert.Equal("Verified", sex.GetProperty("status").GetString());
        Assert.Equal("F", sex.GetProperty("normalised").GetString());
    }
}
