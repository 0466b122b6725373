namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Whatever is read off a picture, no rule throws. Seeded.</summary>
public sealed class NumberFuzzTests
{
    private const string Letters = "0123456789OQDILZSGBXKTACRN-.()/ <៣٣３៩০\u200B\uFF08\uFF09（）\uD835\uDFD8Ａａß\0\t\uD800";

    [Fact]
    public void No_text_makes_a_rule_throw()
    {
        var random = new Random(20261121);
        var days = new[] { DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 11, 21) };
        var judged = 0;
        for (var i = 0; i < LongTests.Strings; i++)
        {
            var text = Text(random);
            var scheme = NumberSchemes.All[i % NumberSchemes.All.Count];
            var today = days[random.Next(days.Length)];
            scheme.Read(text, today);
            NumberRepairs.Propose(scheme, text, today);
            if (scheme.Normalise(text) is { } number)
            {
                Assert.NotEmpty(number);
                var reading = scheme.Read(number, today);
                judged += reading.Shape.Result == CheckResult.Passed ? 1 : 0;
                Assert.All(NumberTests.Results(reading), result => Assert.NotEmpty(result.Detail));
            }
        }

        Assert.InRange(judged, LongTests.Strings / 50, LongTests.Strings);
    }

    /// <summary>Half of them mostly digits of about the right length, the others anything.</summary>
    private static string Text(Random random)
    {
        var isDigits = random.Next(2) == 0;
        var text = new char[random.Next(isDigits ? 8 : 0, isDigits ? 19 : 40)];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = isDigits && random.Next(40) > 0
                ? (char)('0' + random.Next(10))
                : random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : Letters[random.Next(Letters.Length)];
        }

        return new string(text);
    }
}
