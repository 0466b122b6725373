using IdOcrPortal.Reader.Headers;

namespace IdOcrPortal.Reader.Tests.Headers;

public sealed class HeaderFuzzTests
{
    [Fact]
    public void Ends_in_facts_or_a_refusal_whatever_the_bytes_are()
    {
        var seeds = Mutations.Seeds;
        var random = new Random(20_251_121);
        var (taken, refused) = (0, 0);
        for (var i = 0; i < (LongTests.AreOn ? 200_000 : 10_000); i++)
        {
            var file = Mutations.Of(seeds[i % seeds.Count], random);
            try
            {
                var facts = PictureHeader.Inspect(file);
                Assert.InRange(facts.Width, PictureLimits.MinSide, PictureLimits.MaxSide);
                Assert.InRange(facts.Height, PictureLimits.MinSide, PictureLimits.MaxSide);
                Assert.InRange((long)facts.Width * facts.Height, 1, PictureLimits.MaxPixels);
                Assert.InRange(facts.Orientation, 1, 8);
                Assert.InRange(facts.Pages, 1, PictureLimits.MaxPages);
                taken++;
            }
            catch (ReaderException refusal)
            {
                Assert.True(refusal.IsAboutPicture);
                refused++;
            }
        }

        // Mutations that all pass, or none, would test nothing.
        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }
}
