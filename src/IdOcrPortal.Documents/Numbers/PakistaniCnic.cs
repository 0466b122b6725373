namespace IdOcrPortal.Documents;

/// <summary>
/// Pakistan's identity card number (CNIC, NICOP). 13 digits, printed RRRRR-NNNNNNN-S: the first digit is the province (1 Khyber Pakhtunkhwa, 2 former FATA,
/// 3 Punjab, 4 Sindh, 5 Balochistan, 6 Islamabad, 7 Gilgit-Baltistan, 8 Azad Kashmir), the four after it division, district, tehsil and union council,
/// then a running number; the last digit is odd for men, even for women. No check digit is published.
/// </summary>
public sealed class PakistaniCnic : NumberScheme
{
    private PakistaniCnic()
    {
    }

    public static PakistaniCnic Instance { get; } = new();

    public override string Id => "cnic";

    public override string Name => "CNIC (computerised national identity card number)";

    public override string Source => "National Database and Registration Authority Ordinance 2000 (Pakistan); structure as published by NADRA";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 13 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A CNIC has 13 digits.");
        }

        var province = Province(number[0]);
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = province is null
                ? new(CheckResult.Failed, "No province is known by this digit.", IsCertain: false)
                : new(CheckResult.Passed, "The province is known by this digit."),
            Sex = NumberParts.OddIsMale(number[12]),
            Province = province,
        };
    }

    private static string? Province(char digit) => digit switch
    {
        '1' => "Khyber Pakhtunkhwa",
        '2' => "Federally Administered Tribal Areas",
        '3' => "Punjab",
        '4' => "Sindh",
        '5' => "Balochistan",
        '6' => "Islamabad",
        '7' => "Gilgit-Baltistan",
        '8' => "Azad Jammu and Kashmir",
        _ => null,
    };
}
