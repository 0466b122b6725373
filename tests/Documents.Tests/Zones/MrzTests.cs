namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzTests
{
    public static TheoryData<MrzFormat, string> OfTheStandard => Specimens.OfTheStandard;

    public static TheoryData<MrzFormat, string, string> Photographed => Specimens.Photographed;

    [Theory]
    [InlineData("L898902C3", '6')] // Doc 9303 part 4, appendix A
    [InlineData("740812", '2')]
    [InlineData("120415", '9')]
    [InlineData("ZE184226B<<<<<", '1')]
    [InlineData("AB2134<<<", '5')] // part 3 section 4.9, examples
    [InlineData("520727", '3')]
    [InlineData("D23145890734", '9')] // part 11, appendix D.2
    [InlineData("600001795015", '2')] // a Belgian card: the filler between the parts of a long number has no weight
    [InlineData("<<<<<<", '0')]
    [InlineData("AÑ", '?')]
    public void Computes_the_digits_printed_in_Doc_9303(string field, char digit) => Assert.Equal(digit, IcaoCheckDigit.Of(field));

    [Theory]
    [MemberData(nameof(OfTheStandard))]
    public void Every_check_digit_of_the_standards_specimens_holds(MrzFormat format, string lines)
    {
        var mrz = Specimens.Parse(lines);
        Assert.Equal(format, mrz.Format);
        Assert.True(mrz.AllCheckDigitsValid);
        Assert.All(mrz.CheckDigits, digit => Assert.True(digit.IsValid, digit.Field));
        Assert.All(mrz.CheckDigits, digit => Assert.Equal(digit.Place.Found, digit.Place.Expected));
    }

    [Theory]
    [MemberData(nameof(Photographed))]
    public void Check_digits_of_photographed_specimens_hold_or_fail_as_published(MrzFormat format, string lines, string wrong)
    {
        var mrz = Specimens.Parse(lines);
        Assert.Equal(format, mrz.Format);
        Assert.Equal(wrong, string.Join(",", mrz.CheckDigits.Where(digit => !digit.IsValid).Select(digit => digit.Field)));
        Assert.Equal(wrong.Length == 0, mrz.AllCheckDigitsValid);
        Assert.Equal(lines.Split('\n'), mrz.Lines);
    }

    [Theory]
    [InlineData(Specimens.Td3, "document_number", "L898902C3")]
    [InlineData(Specimens.Td3, "surname", "ERIKSSON")]
    [InlineData(Specimens.Td3, "given_names", "ANNA MARIA")]
    [InlineData(Specimens.Td3, "full_name", "ERIKSSON ANNA MARIA")]
    [InlineData(Specimens.Td3, "nationality", "UTO")]
    [InlineData(Specimens.Td3, "issuing_state", "UTO")]
    [InlineData(Specimens.Td3, "birth_date", "740812")]
    [InlineData(Specimens.Td3, "expiry_date", "120415")]
    [InlineData(Specimens.Td3, "sex", "F")]
    [InlineData(Specimens.Td3, "personal_number", "ZE184226B")]
    [InlineData(Specimens.Td3, "optional_data", null)]
    [InlineData(Specimens.Td1, "document_number", "D23145890")]
    [InlineData(Specimens.Td1, "nationality", "UTO")]
    [InlineData(Specimens.Td1, "optional_data", null)]
    [InlineData(Specimens.Td1LongNumber, "document_number", "D23145890734")]
    [InlineData(Specimens.Td1LongNumber, "optional_data", null)]
    [InlineData(Specimens.Td1LongNumber, "full_name", "STEVENSON PETER JOHN")]
    [InlineData(Specimens.Td2LongNumber, "document_number", "D23145890734")]
    [InlineData(Specimens.Td2LongNumber, "optional_data", null)]
    [InlineData(Specimens.MrvA, "document_number", "L8988901C")]
    [InlineData(Specimens.MrvA, "optional_data", "6ZE184226B")]
    [InlineData(Specimens.MrvB, "optional_data", null)]
    [InlineData(Specimens.MrvB, "nationality", "XXX")]
    [InlineData(Specimens.French, "document_number", "940992310285")]
    [InlineData(Specimens.French, "surname", "BERTHIER")]
    [InlineData(Specimens.French, "given_names", "CORINNE")]
    [InlineData(Specimens.French, "full_name", "BERTHIER CORINNE")]
    [InlineData(Specimens.French, "birth_date", "651206")]
    [InlineData(Specimens.French, "sex", "F")]
    [InlineData(Specimens.French, "expiry_date", null)]
    [InlineData(Specimens.French, "nationality", null)]
    public void Cuts_the_zone_into_its_fields(string lines, string field, string? text) => Assert.Equal(text, Specimens.Parse(lines).Text(field));

    [Fact]
    public void The_two_optional_fields_of_a_card_are_one_text()
    {
        Assert.Equal("A B", Specimens.Parse("I<UTOD231458907A<<<<<<<<<<<<<<\n7408122F1204159UTOB<<<<<<<<<<6\nERIKSSON<<ANNA<<<<<<<<<<<<<<<<").Text("optional_data"));
    }

    [Fact]
    public void A_long_number_moves_its_check_digit_into_the_optional_data()
    {
        var mrz = Specimens.Parse(Specimens.Td1LongNumber);
        Assert.True(mrz.HasLongNumber);
        Assert.Equal(new CheckDigitPlace(0, 18, '9', '9'), mrz.CheckDigits[0].Place);
        Assert.Equal(
            [new("document_number", 0, 5, 9), new("document_number", 0, 15, 3)],
            mrz.Spans.Where(span => span.Field == "document_number"));
        Assert.False(Specimens.Parse(Specimens.Td1).HasLongNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P<UTO")]
    [InlineData("A\nB\nC\nD")]
    [InlineData("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<1")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6")]
    [InlineData("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10")]
    public void Refuses_a_shape_that_no_format_has(string lines)
    {
        Assert.False(Mrz.TryParse(lines.Split('\n'), out var mrz, out var finding));
        Assert.Null(mrz);
        Assert.Equal("mrz.shape", finding.Code);
    }

    [Fact]
    public void Refuses_no_lines_and_lines_that_are_null()
    {
        Assert.False(Mrz.TryParse([], out _, out _));
        Assert.False(Mrz.TryParse([null!, null!], out _, out _));
    }

    [Fact]
    public void A_character_that_no_zone_may_hold_is_kept_and_makes_its_digit_fail()
    {
        var mrz = Specimens.Parse(Specimens.Td3.Replace("L898902C3", "Ł898902C3", StringComparison.Ordinal));
        Assert.Equal("Ł898902C3", mrz.Text("document_number"));
        Assert.Equal('?', mrz.CheckDigits[0].Place.Expected);
        Assert.False(mrz.CheckDigits[0].IsValid);
    }

    [Theory]
    [InlineData("<<<<<<<<<<<<<<", '0', true)]
    [InlineData("<<<<<<<<<<<<<<", '<', true)]
    [InlineData("<<<<<<<<<<<<<<", '1', false)]
    [InlineData("ZE184226B<<<<<", '<', false)]
    [InlineData("K<<<<<<<<<<<<<", '0', true)] // 20 × 7 = 140: the digit happens to be 0
    [InlineData("K<<<<<<<<<<<<<", '<', false)]
    public void An_empty_personal_number_may_have_a_filler_as_its_digit(string number, char digit, bool isValid)
    {
        var mrz = Specimens.Parse($"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159{number}{digit}0");
        Assert.Equal(isValid, mrz.CheckDigits.Single(check => check.Field == "personal_number").IsValid);
    }

    [Theory]
    [MemberData(nameof(OfTheStandard))]
    public void Every_change_of_one_protected_character_is_caught_unless_the_weights_cannot_see_it(MrzFormat format, string text)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
        var mrz = Specimens.Parse(text);
        var (caught, unseen) = (0, 0);
        for (var line = 0; line < mrz.Lines.Count; line++)
        {
            for (var position = 0; position < mrz.Lines[line].Length; position++)
            {
                var isDigit = mrz.CheckDigits.Any(digit => digit.Place.Line == line && digit.Place.Position == position);
                if (!isDigit && !IsProtected(format, line, position))
                {
                    continue;
                }

                foreach (var other in Alphabet.Where(other => other != mrz.Lines[line][position]))
                {
                    string[] lines = [.. mrz.Lines];
                    lines[line] = lines[line].Remove(position, 1).Insert(position, other.ToString());
                    var changed = Specimens.Parse(string.Join('\n', lines));
                    // The weights see values modulo 10; a check digit is compared character for character.
                    var isVisible = isDigit || (Alphabet.IndexOf(other) % 36 - Alphabet.IndexOf(mrz.Lines[line][position]) % 36) % 10 != 0;
                    // The French card is told from TD2 by its first five characters.
                    if (changed.Format == format && IsSameNumberForm(mrz, changed))
                    {
                        Assert.True(changed.AllCheckDigitsValid != isVisible, $"line {line}, position {position}: {mrz.Lines[line][position]} → {other}");
                        (caught, unseen) = isVisible ? (caught + 1, unseen) : (caught, unseen + 1);
                    }
                    else
                    {
                        Assert.False(changed.AllCheckDigitsValid);
                        caught++;
                    }
                }
            }
        }

        Assert.Equal(Counts[text], (caught, unseen));
    }

    // How many of the 36 other characters at each protected place are caught, and how many the weights cannot see (0, A, K, U and the filler count alike …).
    private static readonly Dictionary<string, (int Caught, int Unseen)> Counts = new()
    {
        [Specimens.Td3] = (1335, 105),
        [Specimens.Td1] = (1670, 166),
        [Specimens.Td2] = (1062, 90),
        [Specimens.MrvA] = (805, 59),
        [Specimens.MrvB] = (805, 59),
        [Specimens.Td1LongNumber] = (1683, 153),
        [Specimens.Td2LongNumber] = (1075, 77),
        [Specimens.Td3Earlier] = (1337, 103),
        [Specimens.Td1Peter] = (1671, 165),
        [Specimens.French] = (2380, 212),
    };

    private static bool IsSameNumberForm(Mrz one, Mrz other) => one.Spans.SequenceEqual(other.Spans);

    // Written from the tables of Doc 9303 parts 4 to 7 a second time, from position 1 as they count.
    private static bool IsProtected(MrzFormat format, int line, int position) => (format, line + 1, position + 1) switch
    {
        (MrzFormat.Td3, 2, (>= 1 and <= 10) or (>= 14 and <= 20) or (>= 22 and <= 43)) => true,
        (MrzFormat.Td2, 2, (>= 1 and <= 10) or (>= 14 and <= 20) or (>= 22 and <= 35)) => true,
        (MrzFormat.Td1, 1, >= 6 and <= 30) => true,
        (MrzFormat.Td1, 2, (>= 1 and <= 7) or (>= 9 and <= 15) or (>= 19 and <= 29)) => true,
        (MrzFormat.MrvA or MrzFormat.MrvB, 2, (>= 1 and <= 10) or (>= 14 and <= 20) or (>= 22 and <= 28)) => true,
        (MrzFormat.French2x36, 1, _) => true,
        (MrzFormat.French2x36, 2, <= 35) => true,
        _ => false,
    };
}
