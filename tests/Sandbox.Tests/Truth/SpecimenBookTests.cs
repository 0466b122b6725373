using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Tests.Truth;

/// <summary>A code is known again though it was read with mistakes, and never taken for another.</summary>
public class SpecimenBookTests
{
    private static readonly SpecimenBook Book = SpecimenBook.Load(Path.Combine(SpecimenFiles.Folder, "truth.json"));

    [Theory]
    [InlineData("SPECIMEN<THA<ID<0017")]
    [InlineData("SPECIMEN<THA<ID<0017<<<<<<<<<<")]
    [InlineData("SPECIMEN<THA<ID<0017<<<<K<<<7")] // noise behind the line
    [InlineData("SPECIMEN<THA<1D<0017")]
    [InlineData("SPECIMEN<THA<ID<OO17")]
    [InlineData("SPECIMEN<THAIID<0017")]
    [InlineData("SPECIMEN<THA<ID<017")]
    [InlineData("SPECIMEN<TTHA<ID<0017")]
    public void Knows_a_code_with_up_to_two_mistakes(string read) => Assert.Equal("SPECIMEN<THA<ID<0017", Book.Find(read)?.Code);

    [Theory]
    [InlineData("SPECIMEN<MYS<MYKAD<0042")] // one off the 22nd and the 32nd, both MyKads
    [InlineData("SPECIMEN<THA<IDO017X1")]
    [InlineData("SPECIMEN<JPN<ID<0099")]
    [InlineData("SPECIMEN<")]
    [InlineData("")]
    public void Takes_no_code_for_another(string read) => Assert.Null(Book.Find(read));

    [Fact]
    public void Finds_every_code_as_it_is()
    {
        Assert.NotEmpty(Book.All);
        Assert.All(Book.All, specimen => Assert.Same(specimen, Book.Find(specimen.Code)));
    }

    [Theory]
    [InlineData("several", 2)]
    [InlineData("photocopy", 1)]
    public void Shows_as_many_cards_as_the_picture(string scenario, int cards) =>
        Assert.Equal(cards, Book.Find(SpecimenFiles.Named(scenario == "several" ? "idn-ktp-several-clean.jpg" : "khm-id-photocopy-clean.jpg").Code)!.Cards.Count);

    [Fact]
    public void Refuses_a_scenario_that_no_vendor_can_answer()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"pictures":[{"file":"a.jpg","type":"khm-id","side":"front","code":"SPECIMEN<KHM<ID<0001","fields":{},"mrz":[],"size":[1,1],"scenario":"eaten"}]}""");
            Assert.Contains("eaten", Assert.Throws<InvalidDataException>(() => SpecimenBook.Load(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
