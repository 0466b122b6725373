namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzClaimsTests
{
    [Fact]
    public void Every_field_that_is_not_empty_makes_a_claim()
    {
        var claims = MrzClaims.From(Specimens.Parse(Specimens.Td2), null);
        Assert.Equal(
            ["document_number:D23145890", "full_name:ERIKSSON ANNA MARIA", "surname:ERIKSSON", "given_names:ANNA MARIA", "sex:F", "birth_date:740812",
             "nationality:UTO", "issuing_state:UTO", "expiry_date:120415", $"mrz:{Specimens.Td2}"],
            claims.Select(claim => $"{claim.Field}:{claim.Text}"));
        Assert.All(claims, claim => Assert.Equal((null, ClaimSource.Mrz), (claim.Confidence, claim.Source)));
    }

    [Theory]
    [InlineData(0, 5, "full_name,surname,mrz")]
    [InlineData(0, 14, "full_name,surname,mrz")] // the separator
    [InlineData(0, 15, "full_name,given_names,mrz")]
    [InlineData(0, 43, "full_name,given_names,mrz")] // a filler may hide a letter
    [InlineData(0, 0, "mrz")]
    [InlineData(1, 0, "document_number,mrz")]
    [InlineData(1, 9, "mrz")]
    [InlineData(1, 20, "sex,mrz")]
    [InlineData(1, 41, "personal_number,mrz")]
    public void Confidence_is_the_least_probability_of_the_fields_characters(int line, int position, string fields)
    {
        var probabilities = new[] { Enumerable.Repeat(1f, 44).ToArray(), Enumerable.Repeat(1f, 44).ToArray() };
        probabilities[line][position] = 0.25f;
        var claims = MrzClaims.From(Specimens.Parse(Specimens.Td3), probabilities);
        Assert.Equal(fields, string.Join(",", claims.Where(claim => claim.Confidence == 0.25).Select(claim => claim.Field)));
        Assert.All(claims.Where(claim => claim.Confidence != 0.25), claim => Assert.Equal(1, claim.Confidence));
    }

    [Fact]
    public void The_second_part_of_a_long_number_counts_for_the_number()
    {
        var mrz = Specimens.Parse(Specimens.Td1LongNumber);
        var probabilities = mrz.Lines.Select(line => Enumerable.Repeat(1f, line.Length).ToArray()).ToArray();
        probabilities[0][16] = 0.5f;
        Assert.Equal(0.5, MrzClaims.From(mrz, probabilities).Single(claim => claim.Field == "document_number").Confidence);
    }

    [Fact]
    public void A_probability_that_is_no_number_vouches_for_nothing()
    {
        var probabilities = new[] { Enumerable.Repeat(1f, 44).ToArray(), Enumerable.Repeat(float.NaN, 44).ToArray() };
        Assert.Equal(0, MrzClaims.From(Specimens.Parse(Specimens.Td3), probabilities).Single(claim => claim.Field == "sex").Confidence);
    }

    [Fact]
    public void Probabilities_of_another_shape_are_a_broken_promise()
    {
        var mrz = Specimens.Parse(Specimens.Td3);
        Assert.Throws<ArgumentException>(() => MrzClaims.From(mrz, [new float[44]]));
        Assert.Throws<ArgumentException>(() => MrzClaims.From(mrz, [new float[44], new float[43]]));
    }
}
