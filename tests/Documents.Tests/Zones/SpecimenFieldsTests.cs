using System.Globalization;

namespace IdOcrPortal.Documents.Tests.Zones;

/// <summary>Every field, check digit and composite of the specimens that Doc 9303 parts 4 to 7 and 11 print, in one table.</summary>
public class SpecimenFieldsTests
{
    public static TheoryData<string, string> OfIssuers => Specimens.OfIssuers;

    // Lines; a day on which the document was valid; code, issuer, number, primary and secondary identifier, birth, sex, expiry, nationality, personal number,
    // optional data; each digit as field=digit@line.position from 1.
    [Theory]
    [InlineData(Specimens.Td3, "2010-01-01", "P<|UTO|L898902C3|ERIKSSON|ANNA MARIA|1974-08-12|F|2012-04-15|UTO|ZE184226B|", "document_number=6@2.10 birth_date=2@2.20 expiry_date=9@2.28 personal_number=1@2.43 composite=0@2.44")]
    [InlineData(Specimens.Td3Earlier, "1990-01-01", "P<|UTO|L898902C|ERIKSSON|ANNA MARIA|1969-08-06|F|1994-06-23|UTO|ZE184226B|", "document_number=3@2.10 birth_date=1@2.20 expiry_date=6@2.28 personal_number=1@2.43 composite=4@2.44")]
    [InlineData(Specimens.Td1, "2010-01-01", "I<|UTO|D23145890|ERIKSSON|ANNA MARIA|1974-08-12|F|2012-04-15|UTO||", "document_number=7@1.15 birth_date=2@2.7 expiry_date=9@2.15 composite=6@2.30")]
    [InlineData(Specimens.Td1Peter, "1990-01-01", "I<|UTO|D23145890|STEVENSON|PETER|1934-07-12|M|1995-07-12|UTO||", "document_number=7@1.15 birth_date=7@2.7 expiry_date=2@2.15 composite=2@2.30")]
    [InlineData(Specimens.Td1LongNumber, "1990-01-01", "I<|UTO|D23145890734|STEVENSON|PETER JOHN|1934-07-12|M|1995-07-12|UTO||", "document_number=9@1.19 birth_date=7@2.7 expiry_date=2@2.15 composite=2@2.30")]
    [InlineData(Specimens.Td2, "2010-01-01", "I<|UTO|D23145890|ERIKSSON|ANNA MARIA|1974-08-12|F|2012-04-15|UTO||", "document_number=7@2.10 birth_date=2@2.20 expiry_date=9@2.28 composite=6@2.36")]
    [InlineData(Specimens.Td2LongNumber, "1990-01-01", "I<|UTO|D23145890734|STEVENSON|PETER JOHN|1934-07-12|M|1995-07-12|UTO||", "document_number=9@2.32 birth_date=7@2.20 expiry_date=2@2.28 composite=8@2.36")]
    [InlineData(Specimens.MrvA, "1990-01-01", "V<|UTO|L8988901C|ERIKSSON|ANNA MARIA|1940-09-07|F|1996-12-10|XXX||6ZE184226B", "document_number=4@2.10 birth_date=8@2.20 expiry_date=9@2.28")]
    [InlineData(Specimens.MrvB, "1990-01-01", "V<|UTO|L8988901C|ERIKSSON|ANNA MARIA|1940-09-07|F|1996-12-10|XXX||", "document_number=4@2.10 birth_date=8@2.20 expiry_date=9@2.28")]
    public void Every_field_and_digit_is_as_printed(string lines, string day, string fields, string digits)
    {
        var mrz = Specimens.Parse(lines);
        var today = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        string?[] read =
        [
            mrz.DocumentCode.ToString(), mrz.IssuingState?.Code, mrz.Text(FieldNames.DocumentNumber), mrz.Names.Primary, mrz.Names.Secondary,
            mrz.BirthDate(today).Iso, mrz.Sex?.Letter(), mrz.ExpiryDate(today).Iso, mrz.Nationality?.Code, mrz.Text(FieldNames.PersonalNumber),
            mrz.Text(FieldNames.OptionalData),
        ];
        Assert.Equal(fields, string.Join('|', read));
        Assert.Equal(digits, string.Join(' ', mrz.CheckDigits.Select(digit => $"{digit.Field}={digit.Place.Expected}@{digit.Place.Line + 1}.{digit.Place.Position + 1}")));
        Assert.All(mrz.CheckDigits, digit => Assert.True(digit.IsValid));
        Assert.Equal(MrzFaults.None, mrz.Faults(today));
        Assert.Empty(MrzRepairs.Propose(mrz, today));
    }

    [Theory]
    [MemberData(nameof(OfIssuers))]
    public void Every_check_digit_of_the_issuers_specimens_holds(string name, string lines)
    {
        var mrz = Specimens.Parse(lines);
        Assert.True(mrz.AllCheckDigitsValid, name);
        Assert.NotNull(mrz.IssuingState);
    }

    [Fact]
    public void A_Belgian_card_may_count_the_filler_within_its_number_and_no_other_card_may()
    {
        // PRADO BEL-BO-03003: the digit 3 stands for 000590240<601; without the filler it would be 1.
        const string Rest = "\n9401013F2710017BEL000101123450\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<";
        Assert.True(Number("IDBEL000590240<6013<<<<<<<<<<<").IsValid);
        Assert.True(Number("IDBEL000590240<6011<<<<<<<<<<<").IsValid);
        Assert.False(Number("IDBEL000590240<6012<<<<<<<<<<<").IsValid);
        Assert.Equal('1', Number("IDBEL000590240<6012<<<<<<<<<<<").Place.Expected);
        Assert.False(Number("I<UTO000590240<6013<<<<<<<<<<<").IsValid);
        Assert.Equal("000590240601", Specimens.Parse("IDBEL000590240<6013<<<<<<<<<<<" + Rest).Text(FieldNames.DocumentNumber));

        static MrzCheckDigit Number(string first) => Specimens.Parse(first + Rest).CheckDigits[0];
    }

    [Fact]
    public void A_long_number_fills_the_optional_data_to_the_last_but_one_place_and_leaves_room_for_more()
    {
        var full = Specimens.Parse("I<NLD123456789<01234567880122<\n6503101F3108022NLDOPT<DATA2<<8\nDE<BRUIJN<<WILLEKE<LISELOTTE<<");
        Assert.True(full.AllCheckDigitsValid);
        Assert.Equal("1234567890123456788012", full.Text(FieldNames.DocumentNumber));
        Assert.Equal("OPT DATA2", full.Text(FieldNames.OptionalData));
        var both = Specimens.Parse("I<NLD123456789<010<OHDA1<<<<<<\n6503101F3108022NLDOPT<DATA2<<5\nDE<BRUIJN<<WILLEKE<LISELOTTE<<");
        Assert.True(both.AllCheckDigitsValid);
        Assert.Equal("12345678901", both.Text(FieldNames.DocumentNumber));
        Assert.Equal("OHDA1 OPT DATA2", both.Text(FieldNames.OptionalData));
    }
}
