namespace IdOcrPortal.Documents;

/// <summary>
/// Taiwan's identity number (國民身分證統一編號) and, since 2021, foreigners' uniform number (新式外來人口統一證號). A letter and nine digits:
/// <list type="table">
/// <item><term>0</term><description>city or county of first registration; counts two digits, A = 10 … I = 34, O = 35, W = 32, Z = 33</description></item>
/// <item><term>1</term><description>sex: 1 man, 2 woman; foreigners 8 man, 9 woman; before 2021 a letter A–D in foreigners' numbers, which counts its last digit</description></item>
/// <item><term>2–8</term><description>running number</description></item>
/// <item><term>9</term><description>check digit: Σ over the weights 1, 9 (letter), 8 … 1 and 1 is a multiple of 10</description></item>
/// </list>
/// The weights 8, 6, 5, 4 and 2 share factors with 10: changes by 5 (even weights) or by an even number (weight 5) of these digits are not caught; all others,
/// and all wrong check digits, are. Every swap of two different neighbouring digits is caught but that of the last two, which weigh the same.
/// </summary>
public sealed class TaiwaneseNumber : NumberScheme
{
    private const string LetterOrder = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private TaiwaneseNumber()
    {
    }

    public static TaiwaneseNumber Instance { get; } = new();

    public override string Id => "twn";

    public override string Name => "Taiwanese identity number (統一編號)";

    public override string Source => "Ministry of the Interior, Household Registration Act enforcement rules; National Immigration Agency (foreigners' numbers)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [8, 7, 6, 5, 4, 3, 2, 1];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 10
            || !char.IsAsciiLetterUpper(number[0])
            || number[1] is not ('1' or '2' or '8' or '9' or 'A' or 'B' or 'C' or 'D')
            || !NumberParts.AllDigits(number[2..]))
        {
            return NumberParts.Misshapen(this, "A Taiwanese number has a letter, then 1, 2, 8, 9 or a letter A to D, then eight digits.");
        }

        var first = Value(number[0]);
        var second = char.IsAsciiDigit(number[1]) ? number[1] - '0' : Value(number[1]) % 10;
        var sum = (first / 10) + (first % 10 * 9) + (second * 8) + NumberParts.WeightedSum(number[2..], Weights[1..]);
        var expected = (char)('0' + ((10 - (sum % 10)) % 10));
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[9], expected),
            Digit = NumberParts.Place(9, number[9], expected),
            Sex = number[1] is '1' or '8' or 'A' or 'C' ? Sex.Male : Sex.Female,
            Province = City(number[0]),
        };
    }

    private static int Value(char letter) => LetterOrder.IndexOf(letter, StringComparison.Ordinal) + 10;

    private static string? City(char letter) => letter switch
    {
        'A' => "臺北市",
        'B' or 'L' => "臺中市",
        'C' => "基隆市",
        'D' or 'R' => "臺南市",
        'E' or 'S' => "高雄市",
        'F' => "新北市",
        'G' => "宜蘭縣",
        'H' => "桃園市",
        'I' => "嘉義市",
        'J' => "新竹縣",
        'K' => "苗栗縣",
        'M' => "南投縣",
        'N' => "彰化縣",
        'O' => "新竹市",
        'P' => "雲林縣",
        'Q' => "嘉義縣",
        'T' => "屏東縣",
        'U' => "花蓮縣",
        'V' => "臺東縣",
        'W' => "金門縣",
        'X' => "澎湖縣",
        'Z' => "連江縣",
        _ => null,
    };
}
