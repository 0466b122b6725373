namespace IdOcrPortal.Documents;

/// <summary>One document before the rules: its zone, what else was read, and the day.</summary>
internal sealed class MrzCase
{
    internal MrzCase(MachineReadableDocument type, Mrz? mrz, Evidence evidence, DateOnly today)
    {
        Type = type;
        Mrz = mrz;
        Evidence = evidence;
        Today = today;
        Birth = mrz?.BirthDate(today) ?? default;
        Expiry = mrz?.ExpiryDate(today) ?? default;
        Names = mrz?.Names ?? new MrzNames("", "", false, MrzNameShape.Empty);
    }

    internal MachineReadableDocument Type { get; }

    internal Mrz? Mrz { get; }

    internal Evidence Evidence { get; }

    internal DateOnly Today { get; }

    internal MrzDate Birth { get; }

    internal MrzDate Expiry { get; }

    internal MrzNames Names { get; }

    /// <summary>The day of birth: of the zone, or as printed where no zone was read.</summary>
    internal DateOnly? BirthDay => Mrz is null ? PrintedDay(FieldNames.BirthDate) : Birth.Date;

    /// <summary>The day of expiry: of the zone, or as printed where the zone was not read or carries none.</summary>
    internal DateOnly? ExpiryDay => Expiry.Kind == MrzDateKind.Unknown ? PrintedDay(FieldNames.ExpiryDate) : Expiry.Date;

    /// <summary>What was read of the printed part for this field; the first such claim, or <see langword="null"/>.</summary>
    internal Claim? Printed(string field) => First(field, ClaimSource.Service, ClaimSource.LocalEngine);

    internal IEnumerable<Claim> AllPrinted(string field) =>
        Evidence.Claims.Where(claim => claim.Field == field && claim.Source is ClaimSource.Service or ClaimSource.LocalEngine);

    /// <summary>What the reader of the zone says of itself for this field.</summary>
    internal Claim? MrzClaim(string field) => First(field, ClaimSource.Mrz, ClaimSource.Mrz);

    private Claim? First(string field, ClaimSource source, ClaimSource other)
    {
        foreach (var claim in Evidence.Claims)
        {
            if (claim.Field == field && (claim.Source == source || claim.Source == other))
            {
                return claim;
            }
        }

        return null;
    }

    private DateOnly? PrintedDay(string field) => Printed(field) is { } claim ? PrintedDate.Parse(claim.Text) : null;
}
