using IdOcrPortal.Documents;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Tests.Submissions;

public sealed class SpecimensTests
{
    private readonly Specimens _specimens = new(Path.Combine(AppContext.BaseDirectory, "specimens"));

    [Fact]
    public void Every_picture_that_the_truth_names_comes_with_the_portal()
    {
        Assert.True(_specimens.All.Count >= 40, $"{_specimens.All.Count} specimens");
        Assert.All(_specimens.All, specimen => Assert.True(File.Exists(_specimens.PathOf(specimen)), specimen.File));
    }

    [Fact]
    public void Every_specimen_is_of_a_known_type_and_bears_its_code() => Assert.All(_specimens.All, specimen =>
    {
        Assert.NotNull(DocumentTypes.Find(specimen.TypeId));
        Assert.StartsWith("SPECIMEN<", specimen.Code, StringComparison.Ordinal);
        Assert.Same(specimen, _specimens.Find(specimen.File));
    });

    [Fact]
    public void Every_type_that_a_vendor_reads_has_a_sound_front() =>
        Assert.All((string[])["khm-id", "mys-mykad", "chn-id", "idn-ktp", "passport"], type => Assert.NotNull(_specimens.SoundFront(type)));

    [Theory]
    [InlineData("truth.json")]
    [InlineData("../specimens/khm-id-clean.jpg")]
    [InlineData("KHM-ID-CLEAN.JPG")]
    [InlineData("")]
    public void No_other_name_leads_to_a_file(string name) => Assert.Null(_specimens.Find(name));

    [Theory]
    [InlineData("khm-id-clean.jpg", "Front, flat scan")]
    [InlineData("chn-id-back-degraded.jpg", "Back, poor photo")]
    [InlineData("mys-mykad-screen-clean.jpg", "Front, flat scan, photo of a screen")]
    public void A_specimen_is_named_for_people(string file, string title) => Assert.Equal(title, _specimens.Find(file)!.Title);

    [Fact]
    public void An_installation_without_specimens_has_none() => Assert.Empty(new Specimens(Path.Combine(AppContext.BaseDirectory, "no-such-folder")).All);
}
