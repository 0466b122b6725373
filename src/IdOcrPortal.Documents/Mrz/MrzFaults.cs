namespace IdOcrPortal.Documents;

/// <summary>Everything that can be wrong with a zone taken by itself, for checking many: the same rules as in a proof, without its texts.</summary>
[Flags]
public enum MrzFaults
{
    None = 0,
    NumberDigit = 1,
    BirthDigit = 1 << 1,
    ExpiryDigit = 1 << 2,
    PersonalNumberDigit = 1 << 3,
    CompositeDigit = 1 << 4,
    BirthDate = 1 << 5,
    ExpiryDate = 1 << 6,
    ExpiryBeforeBirth = 1 << 7,
    IssuingState = 1 << 8,
    Nationality = 1 << 9,
    Sex = 1 << 10,
    Names = 1 << 11,
    Characters = 1 << 12,

    /// <summary>The zone is sound, but the document has expired.</summary>
    Expired = 1 << 13,
}

/// <summary>Checks a zone without allocating.</summary>
public static class MrzInspection
{
    /// <summary>Holds every rule against the zone. Allocates nothing.</summary>
    /// <param name="mrz">The zone.</param>
    /// <param name="today">The day on which dates are judged.</param>
    public static MrzFaults Faults(this Mrz mrz, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(mrz);
        var layout = mrz.Layout;
        var faults = MrzFaults.None;
        foreach (var digit in layout.Digits)
        {
            faults |= mrz.Holds(digit, out _) ? MrzFaults.None : Fault(digit.Field);
        }

        for (var line = 0; line < layout.LineCount; line++)
        {
            faults |= IcaoCheckDigit.AreLegal(mrz.Line(line)) ? MrzFaults.None : MrzFaults.Characters;
        }

        var (birth, expiry) = (mrz.BirthDate(today), mrz.ExpiryDate(today));
        faults |= birth.Kind == MrzDateKind.Impossible ? MrzFaults.BirthDate : MrzFaults.None;
        faults |= expiry.Kind == MrzDateKind.Impossible ? MrzFaults.ExpiryDate : MrzFaults.None;
        if (expiry.Date is { } lastDay)
        {
            faults |= lastDay < today ? MrzFaults.Expired : MrzFaults.None;
            faults |= birth.Date >= lastDay ? MrzFaults.ExpiryBeforeBirth : MrzFaults.None;
        }

        faults |= mrz.IssuingState is not { IsListed: true } ? MrzFaults.IssuingState : MrzFaults.None;
        faults |= layout.TryFindSpan(FieldNames.Nationality, out _) && mrz.Nationality is not { IsListed: true } ? MrzFaults.Nationality : MrzFaults.None;
        faults |= mrz.Sex is null ? MrzFaults.Sex : MrzFaults.None;
        return faults | (MrzNames.ShapeOf(mrz) == MrzNameShape.WellFormed ? MrzFaults.None : MrzFaults.Names);
    }

    private static MrzFaults Fault(string field) => field switch
    {
        FieldNames.DocumentNumber => MrzFaults.NumberDigit,
        FieldNames.BirthDate => MrzFaults.BirthDigit,
        FieldNames.ExpiryDate => MrzFaults.ExpiryDigit,
        FieldNames.PersonalNumber => MrzFaults.PersonalNumberDigit,
        _ => MrzFaults.CompositeDigit,
    };
}
