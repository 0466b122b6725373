namespace IdOcrPortal.Documents;

/// <summary>
/// Thailand's population number (เลขประจำตัวประชาชน). 13 digits, printed N-NNNN-NNNNN-NN-N:
/// <list type="table">
/// <item><term>0</term><description>class of the holder: 1–8 on cards; 0 is given to people without Thai nationality, 9 is not in use</description></item>
/// <item><term>1–4</term><description>registrar's office: province (1–2, codes of ISO 3166-2:TH) and district (3–4)</description></item>
/// <item><term>5–11</term><description>group and running number</description></item>
/// <item><term>12</term><description>check digit: (11 − Σ dᵢ·(13 − i) mod 11) mod 10</description></item>
/// </list>
/// Not every error is caught. The digit at 2 weighs 11 and so is not protected at all; two remainders (0 and 10) share the check digit 1, so that in numbers
/// that end in 1 a wrong digit or swap is missed where it takes the sum from one of these remainders to the other; and a swap of the check digit with the
/// digit before it may happen to fit. Every wrong check digit is caught, and in numbers that do not end in 1 every other wrong digit and swap before it.
/// </summary>
public sealed class ThaiNumber : NumberScheme
{
    private ThaiNumber()
    {
    }

    public static ThaiNumber Instance { get; } = new();

    public override string Id => "thai";

    public override string Name => "Thai population number (เลขประจำตัวประชาชน)";

    public override string Source => "Department of Provincial Administration, Civil Registration Act B.E. 2534; ISO 3166-2:TH (provinces)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Serial, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 13 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A Thai population number has 13 digits.");
        }

        var province = ThaiProvinces.Find(NumberParts.Value(number.Slice(1, 2)));
        var expected = (char)('0' + ((11 - (NumberParts.WeightedSum(number, Weights) % 11)) % 10));
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = province is null
                ? new(CheckResult.Failed, "No province is known by this code.", IsCertain: false)
                : new(CheckResult.Passed, "The province of the registrar is known by this code."),
            Serial = number[0] is '0' or '9'
                ? new(CheckResult.Failed, "Citizens' cards carry the classes 1 to 8.", IsCertain: false)
                : new(CheckResult.Passed, "The class of the holder is one that cards carry."),
            CheckDigit = NumberParts.CheckResultOf(number[12], expected),
            Digit = NumberParts.Place(12, number[12], expected),
            Province = province,
        };
    }
}
