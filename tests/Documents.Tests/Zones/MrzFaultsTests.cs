using static IdOcrPortal.Documents.Tests.Types.Proofs;

namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzFaultsTests
{
    [Theory]
    [InlineData("", "", MrzFaults.None)]
    [InlineData("L898902C3", "L898902D3", MrzFaults.NumberDigit | MrzFaults.CompositeDigit)]
    [InlineData("740812", "741312", MrzFaults.BirthDigit | MrzFaults.BirthDate | MrzFaults.CompositeDigit)]
    [InlineData("1204159", "1204149", MrzFaults.ExpiryDigit | MrzFaults.CompositeDigit)]
    [InlineData("ZE184226B", "ZE184227B", MrzFaults.PersonalNumberDigit | MrzFaults.CompositeDigit)]
    [InlineData("P<UTO", "P<BDR", MrzFaults.IssuingState)]
    [InlineData("6UTO", "6BDR", MrzFaults.Nationality)]
    [InlineData("2F12", "2H12", MrzFaults.Sex)]
    [InlineData("ANNA", "ANN4", MrzFaults.Names)]
    [InlineData("ANNA", "ANNé", MrzFaults.Names | MrzFaults.Characters)]
    public void Names_all_that_is_wrong(string was, string becomes, MrzFaults faults)
    {
        var lines = was.Length == 0 ? Specimens.Td3 : Specimens.Td3.Replace(was, becomes, StringComparison.Ordinal);
        Assert.Equal(faults, Specimens.Parse(lines).Faults(new DateOnly(2012, 4, 1)));
    }

    [Fact]
    public void Knows_expiry_and_the_order_of_dates()
    {
        Assert.Equal(MrzFaults.Expired, Specimens.Parse(Specimens.Td3).Faults(Today));
        var line = "L898902C36UTO" + "120415" + IcaoCheckDigit.Of("120415") + "F" + "1204159" + "<<<<<<<<<<<<<<0";
        line += IcaoCheckDigit.Of(line[..10] + line[13..20] + line[21..43]);
        Assert.Equal(MrzFaults.ExpiryBeforeBirth, Specimens.Parse("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n" + line).Faults(new DateOnly(2012, 4, 15)));
    }

    [Fact]
    public void Parsing_and_inspecting_a_passport_allocates_at_most_300_bytes()
    {
        string[] lines = Specimens.Td3.Split('\n');
        _ = Mrz.TryParse(lines, out var first, out _) ? first.Faults(Today) : default;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Mrz.TryParse(lines, out var mrz, out _));
        _ = mrz.Faults(Today);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 300);
    }

    [Theory]
    [MemberData(nameof(MrzTests.Photographed), MemberType = typeof(MrzTests))]
    public void Agrees_with_the_proof_on_every_photographed_specimen(MrzFormat format, string lines, string wrong)
    {
        var mrz = Specimens.Parse(lines);
        Assert.Equal(format, mrz.Format);
        var proof = DocumentTypes.Carrying(mrz)!.Prove(Zone(lines), Today);
        var failed = proof.Checks.Where(check => check.Result == CheckResult.Failed).Select(check => check.Code).ToHashSet();
        failed.Remove("document.specimen");
        failed.Remove("mrz.document_code");
        var faults = mrz.Faults(Today);
        Assert.Equal(failed.Count, Enum.GetValues<MrzFaults>().Count(fault => fault != MrzFaults.None && faults.HasFlag(fault)));
        Assert.Equal(wrong.Length == 0, !failed.Any(code => code.EndsWith(".digit", StringComparison.Ordinal)));
    }
}
