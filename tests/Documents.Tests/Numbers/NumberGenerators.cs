using FsCheck;
using FsCheck.Fluent;

namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Numbers made by the published rules; check digits by the definition of the algorithm (the remainder that must result), not by the code under test.</summary>
internal static class NumberGenerators
{
    private const string Digits = "0123456789";

    public static string[] Ids { get; } = ["nik", "mykad", "gb11643", "thai", "hkid", "run", "albania", "cccd", "twn", "crn", "khm", "cnic", "unzr", "mys_service"];

    public static Gen<string> Of(string id) => id switch
    {
        "nik" =>
            from region in Gen.Elements("110101", "317101", "320501", "351501", "910101", "967101", "640301")
            from birth in Day
            from woman in Gen.Elements(0, 40)
            from serial in Gen.Choose(1, 9999)
            select $"{region}{birth.Day + woman:00}{birth:MMyy}{serial:0000}",
        "mykad" =>
            from birth in Day
            from place in Gen.Elements("01", "16", "21", "59", "60", "68", "71", "82", "99")
            from serial in Serial(4)
            select $"{birth:yyMMdd}{place}{serial}",
        "gb11643" =>
            from region in Gen.Elements("110105", "440524", "310101", "810000", "830000", "650102")
            from birth in Day
            from serial in Serial(3)
            select Complete($"{region}{birth:yyyyMMdd}{serial}", "0123456789X", IsMod112),
        "thai" =>
            from kind in Gen.Choose(1, 8)
            from province in Gen.Elements("10", "11", "50", "96")
            from serial in Serial(9)
            select Complete($"{kind}{province}{serial}", Digits, IsThai),
        "hkid" =>
            from letters in Gen.Elements("A", "C", "K", "Z", "WX", "XA", "AB")
            from serial in Serial(6)
            select Complete(letters + serial, "0123456789A", IsHongKong),
        "run" =>
            from first in Gen.Choose(1, 9)
            from serial in Gen.OneOf(Serial(6), Serial(7))
            select Complete($"{first}{serial}", "0123456789K", IsChilean),
        "albania" =>
            from birth in Day
            from offset in Gen.Elements(0, 30, 50, 80)
            from serial in Serial(3)
            select Albanian($"{(char)('A' + ((birth.Year - 1900) / 10))}{birth.Year % 10}{birth.Month + offset:00}{birth.Day:00}{serial}"),
        "cccd" =>
            from province in Gen.Elements("001", "048", "079", "096")
            from century in Gen.Choose(0, 1)
            from rest in Serial(8)
            select $"{province}{century}{rest}",
        "twn" =>
            from letter in Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray())
            from sex in Gen.Elements('1', '2', '8', '9', 'A', 'D')
            from serial in Serial(7)
            select Complete($"{letter}{sex}{serial}", Digits, IsTaiwanese),
        "crn" => Serial(12),
        "khm" => Serial(9),
        "cnic" => from first in Gen.Choose(1, 8) from rest in Serial(12) select $"{first}{rest}",
        "unzr" => from birth in Day from rest in Serial(5) select $"{birth:yyyyMMdd}{rest}",
        "mys_service" => from letters in Gen.Elements("T", "G", "RF", "") from rest in Serial(7) select letters + rest,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "No generator."),
    };

    private static Gen<DateOnly> Day => Gen.Choose(0, 39_000).Select(days => new DateOnly(1900, 1, 1).AddDays(days));

    private static Gen<string> Serial(int length) => Gen.Elements(Digits.ToCharArray()).ArrayOf(length).Select(digits => new string(digits));

    private static string Complete(string body, string checks, Func<string, bool> isRight)
    {
        foreach (var check in checks)
        {
            if (isRight(body + check))
            {
                return body + check;
            }
        }

        throw new InvalidOperationException("Every body has a check character.");
    }

    /// <summary>ISO 7064, pure system MOD 11-2: the recursion over all characters, the check included, ends at 1.</summary>
    private static bool IsMod112(string number)
    {
        var product = 0;
        foreach (var letter in number)
        {
            product = ((product * 2) + (letter == 'X' ? 10 : letter - '0')) % 11;
        }

        return product == 1;
    }

    private static bool IsThai(string number)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (number[i] - '0') * (13 - i);
        }

        return (11 - (sum % 11)) % 10 == number[12] - '0';
    }

    private static bool IsHongKong(string number)
    {
        var padded = number.PadLeft(9);
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (9 - i) * (padded[i] == ' ' ? 36 : char.IsAsciiDigit(padded[i]) ? padded[i] - '0' : padded[i] - 'A' + 10);
        }

        return sum % 11 == 0;
    }

    private static bool IsChilean(string number)
    {
        var sum = number[^1] == 'K' ? 10 : number[^1] - '0';
        for (var i = 0; i < number.Length - 1; i++)
        {
            sum += (number[number.Length - 2 - i] - '0') * (2 + (i % 6));
        }

        return sum % 11 == 0;
    }

    private static string Albanian(string body)
    {
        var sum = body[0] - 'A' + 1;
        for (var i = 1; i < 9; i++)
        {
            sum += (body[i] - '0') * i;
        }

        return body + (sum % 23 == 0 ? 'W' : (char)('A' + (sum % 23) - 1));
    }

    private static bool IsTaiwanese(string number)
    {
        var first = "ABCDEFGHJKLMNPQRSTUVXYWZIO".IndexOf(number[0], StringComparison.Ordinal) + 10;
        var second = char.IsAsciiDigit(number[1]) ? number[1] - '0' : (number[1] - 'A') % 10;
        var sum = (first / 10) + (first % 10 * 9) + (second * 8) + (number[9] - '0');
        for (var i = 2; i < 9; i++)
        {
            sum += (number[i] - '0') * (9 - i);
        }

        return sum % 10 == 0;
    }
}
