namespace IdOcrPortal.Documents.Tests.Values;

public class AnyTextTests
{
    private static readonly FieldForm[] Forms =
    [
        new DateForm(DateRole.Birth), new DateForm(DateRole.Issue, DateOrder.DayFirst), new DateForm(DateRole.Expiry, DateOrder.YearFirst), new DateForm(DateRole.Birth, DateOrder.MonthFirst),
        new DateForm(DateRole.Expiry, DateOrder.DayFirst, DateEra.Buddhist),
        SexForm.International, new SexForm(SexVocabulary.Khmer, SexVocabulary.Malay, SexVocabulary.Indonesian, SexVocabulary.Ukrainian),
        HeightForm.Instance, NameForm.Instance, TextForm.Instance, WordForm.Religion, WordForm.MaritalStatus, WordForm.Ethnicity, NationalityWord.Instance,
        NumberText.Rt, NumberText.Rw, NumberText.Postcode5, NumberText.Postcode6, new AddressForm(AddressStyle.Indonesian),
    ];

    private static readonly string[] Pieces =
    [
        "1", "0", "12", "31", "1999", "2542", "20100721", "១០", "๒๕๔๒", "９", "٣", ".", "/", "-", " ", "年", "月", "日", "至", "~", "长期", "SEUMUR HIDUP", "AUG", "ก.ค.", "พ.ศ.", "tháng ", "Mười ", "Hai",
        "XX", "O", "l", "LELAKI", "LEAKI", "ប្រុស", "男", "M", "F", "<", "ISLAM", "汉", "族", "WNI", "cm", "m", "'", "\"", "ft", ",", "\u0301", "\uD835", "\uDFCE", "\uFEFF", "\uFFFE", "\uFFFF", "\0", "A/L", "BIN", "Ъ", "م", "Ä",
    ];

    [Fact]
    public void No_text_makes_a_form_throw_and_none_is_both_good_and_troubled()
    {
        var random = new Random(3304);
        var read = 0;
        for (var i = 0; i < (LongTests.AreOn ? 1_000_000 : 20_000); i++)
        {
            var text = Text(random);
            var today = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            foreach (var form in Forms)
            {
                var reading = form.Read(text, today);
                Assert.True((reading.Trouble == ReadingTrouble.None) == (reading.Normalised is not null), Named(form, text, reading));
                Assert.NotEmpty(reading.Rule);
                Assert.True((reading.Trouble == ReadingTrouble.Ambiguous) == (reading.Alternative is not null), Named(form, text, reading));
                read += reading.Normalised is null ? 0 : 1;
                if (reading.Proposal is { } proposal)
                {
                    // A proposal is worth making only where the form then reads it.
                    Assert.True(form.Read(proposal, today).Trouble == ReadingTrouble.None, Named(form, text, reading));
                }
            }

            var other = Text(random);
            _ = NameComparison.Agree(text, other, random.Next(2) == 0);
            Assert.Equal(NameComparison.SamePrinted(text, other), NameComparison.SamePrinted(other, text));
            _ = UnicodeDigits.ToAscii(text);
        }

        // The pieces are such that the rules are really asked.
        Assert.True(read > 20_000, $"{read}");
    }

    private static string Named(FieldForm form, string text, FieldReading reading) =>
        $"{form.Description}: {string.Join(' ', text.Select(character => $"{(int)character:X4}"))} ({text}) gives {reading}";

    private static string Text(Random random)
    {
        if (random.Next(4) == 0)
        {
            return string.Create(random.Next(1, 40), random, static (text, source) =>
            {
                foreach (ref var character in text)
                {
                    character = (char)source.Next(char.MaxValue + 1);
                }
            });
        }

        return string.Concat(Enumerable.Range(0, random.Next(1, random.Next(50) == 0 ? 200 : 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }
}
