using System.Security.Cryptography;
using IdOcrPortal.GlyphTrainer;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Tests;

public class TrainsGlyphs
{
    // A silent pass without the fonts would hide that nothing was tested.
    private static readonly Lazy<GlyphAtlas> Atlas = new(() =>
    {
        Assert.True(GlyphAtlas.IsAvailable(GlyphAtlas.DebianFolder), "These tests need the fonts: apt-get install fonts-ocr-b");
        return GlyphAtlas.Draw(GlyphAtlas.DebianFolder);
    });

    [Fact]
    public void Trains_the_same_weights_each_time()
    {
        Assert.Equal(HashOf(new TrainingOptions(Steps: 20)), HashOf(new TrainingOptions(Steps: 20)));
    }

    [Fact]
    public void Trains_other_weights_from_another_seed()
    {
        Assert.NotEqual(HashOf(new TrainingOptions(Steps: 2)), HashOf(new TrainingOptions(Steps: 2, Seed: 8)));
    }

    [Fact]
    public void The_embedded_net_names_nearly_all_characters_that_the_trainer_draws()
    {
        var cells = new CellSampler(Atlas.Value, seed: 99);
        var state = new GlyphActivations();
        int right = 0, characters = 0;
        for (var i = 0; i < 3000; i++)
        {
            var label = cells.Next(state.Input);
            GlyphNet.Embedded.Forward(state);
            if (label >= 0)
            {
                characters++;
                right += state.Output.AsSpan().IndexOf(state.Output.Max()) == label ? 1 : 0;
            }
        }

        Assert.InRange((double)right / characters, 0.96, 1);
    }

    [Fact]
    public void The_embedded_weights_are_stored_as_half_floats_and_nothing_else()
    {
        using var memory = new MemoryStream();
        GlyphNet.Embedded.Save(memory);

        Assert.Equal(2 * GlyphNet.Embedded.Parameters.Sum(values => values.Length), memory.Length);
        memory.Position = 0;
        Assert.Equal(GlyphNet.Embedded.Weights4, GlyphNet.Load(memory).Weights4);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Refuses_weights_of_another_net(int difference)
    {
        using var memory = new MemoryStream();
        GlyphNet.Embedded.Save(memory);
        using var other = new MemoryStream(new byte[memory.Length + difference]);

        Assert.Throws<InvalidDataException>(() => GlyphNet.Load(other));
    }

    private static string HashOf(TrainingOptions options)
    {
        using var memory = new MemoryStream();
        Training.Run(options, Atlas.Value).Save(memory);
        return Convert.ToHexString(SHA256.HashData(memory.ToArray()));
    }
}
