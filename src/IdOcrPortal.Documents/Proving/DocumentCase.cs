namespace IdOcrPortal.Documents;

/// <summary>One document before the rules: what was read of each field, its zone, its number taken apart, and the day.</summary>
internal sealed class DocumentCase
{
    private readonly FieldSlot[] _slots;
    private readonly DocumentType _type;
    private readonly TypeRules _rules;
    private NumberReading _number;
    private IReadOnlyList<(string Field, string Text)>? _addressParts;
    private bool _gavePartsOfAddress;

    internal DocumentCase(DocumentType type, Evidence evidence, DateOnly today)
    {
        _type = type;
        _rules = type.Rules;
        Evidence = evidence;
        Today = today;
        _slots = new FieldSlot[_rules.Fields.Length];
        Sort(evidence.Claims);
        Share(_rules.Expiry, _rules.Issue);
        Share(_rules.Issue, _rules.Expiry);
        if (evidence.MrzLines.Count > 0)
        {
            if (!Mrz.TryParse(evidence.MrzLines, out var mrz, out var unread) && MrzFillers.Restore(evidence.MrzLines) is { } restored)
            {
                (mrz, unread, IsZoneRestored) = (restored, null, true);
            }

            (Mrz, Unread) = (mrz, unread);
        }
        else if (type.AlwaysCarriesZone)
        {
            Unread = Findings.MrzMissing;
        }

        if (Mrz is not null)
        {
            (ZoneBirth, ZoneExpiry, ZoneNames) = (Mrz.BirthDate(today), Mrz.ExpiryDate(today), Mrz.Names);
        }

        ReadNumber();
        Settle(_rules.Birth, ZoneBirth.Date ?? (HasNumber && !_number.IsCenturyOpen ? _number.BirthDate : null));
        Settle(_rules.Expiry, ZoneExpiry.Date);
    }

    internal DocumentType Type => _type;

    internal Evidence Evidence { get; }

    internal DateOnly Today { get; }

    internal Mrz? Mrz { get; }

    /// <summary>Whether fillers were put into the zone or taken from it (<see cref="MrzFillers"/>).</summary>
    internal bool IsZoneRestored { get; }

    /// <summary>Whether the zone may prove anything: it passed the strict gate as it was read.</summary>
    internal bool ZoneMayProve => Evidence.MrzAccepted && !IsZoneRestored;

    /// <summary>Why there is no zone, where there ought to be one.</summary>
    internal Finding? Unread { get; }

    internal MrzDate ZoneBirth { get; }

    internal MrzDate ZoneExpiry { get; }

    internal MrzNames ZoneNames { get; } = new("", "", false, MrzNameShape.Empty);

    /// <summary>The number that the type's scheme speaks of, normalised; <see langword="null"/> where none was read.</summary>
    internal string? NumberText { get; private set; }

    /// <summary>Whether the type has a scheme and a number was read.</summary>
    internal bool HasNumber => NumberText is not null;

    /// <summary>Whether the number may prove anything: nothing is wrong with it, and it was printed or the zone that gave it passed the strict gate.</summary>
    internal bool NumberMayProve { get; private set; }

    /// <summary>The number taken apart, where <see cref="HasNumber"/>.</summary>
    internal ref readonly NumberReading Number => ref _number;

    /// <summary>Claims for fields that the type does not carry, in the order in which they came.</summary>
    internal List<Claim>? Strangers { get; private set; }

    internal bool FrontRead { get; private set; }

    internal bool BackRead { get; private set; }

    /// <summary>What was read of a field in print; an empty slot where nothing was, or the type does not carry it.</summary>
    internal ref readonly FieldSlot Slot(string field)
    {
        return ref Slot(_rules.OrdinalOf(field));
    }

    /// <summary>The same by ordinal.</summary>
    internal ref readonly FieldSlot Slot(int ordinal) => ref ordinal < 0 ? ref FieldSlot.Empty : ref _slots[ordinal];

    internal ref readonly FieldSlot Birth => ref Slot(_rules.Birth);

    internal ref readonly FieldSlot HolderSex => ref Slot(_rules.Sex);

    /// <summary>The day of birth that most speaks for itself: printed, else of the zone, else of the number.</summary>
    internal DateOnly? BirthDay => Day(_rules.Birth) ?? ZoneBirth.Date ?? (HasNumber ? _number.BirthDate : null);

    internal DateOnly? IssueDay => Day(_rules.Issue);

    internal DateOnly? ExpiryDay => Day(_rules.Expiry) ?? ZoneExpiry.Date;

    internal Sex? SexRead => HolderSex.Reading.Sex ?? Mrz?.Sex;

    internal bool IsLongTerm => Slot(_rules.Expiry).Reading.IsLongTerm;

    /// <summary>The document number of the zone, normalised as the printed one is.</summary>
    internal string? ZoneNumber => ZoneText(FieldNames.DocumentNumber) is { } number ? _type.Number?.Normalise(number) ?? BareForm.Bare(number) : null;

    /// <summary>What the zone gives for a field of this type; <see langword="null"/> where there is no zone or it gives nothing.</summary>
    internal string? ZoneText(string field) => (field, _type.NumberInZone) switch
    {
        (FieldNames.DocumentNumber, { } place) => NumberIn(place),
        (FieldNames.PersonalNumber, not null) => Mrz?.Text(FieldNames.DocumentNumber),
        _ => Mrz?.Text(field),
    };

    /// <summary>Whether the zone's optional data hold this number whole.</summary>
    internal bool OptionalDataHold(string number)
    {
        const int ShortestToBeNoAccident = 8;
        return number.Length >= ShortestToBeNoAccident
            && Mrz?.Text(FieldNames.OptionalData) is { } optional && BareForm.Bare(optional).Contains(number, StringComparison.Ordinal);
    }

    /// <summary>
    /// A part of the printed address (province, city, …), where the service gave the address whole; <see langword="null"/> where it gave parts, or the
    /// address has no such part.
    /// </summary>
    internal string? PartOfAddress(string field)
    {
        if (_gavePartsOfAddress || Slot(_rules.Address) is not { Printed: { } address } || _rules.Fields[_rules.Address].Form is not AddressForm form)
        {
            return null;
        }

        _addressParts ??= form.Split(address.Text);
        foreach (var part in _addressParts)
        {
            if (part.Field == field)
            {
                return part.Text;
            }
        }

        return null;
    }

    // Older cards and other series of the same issuer hold something else there, or nothing: what has not the number's shape is not the number.
    private string? NumberIn(NumberPlace place)
    {
        if (Mrz is not { HasLongNumber: false } mrz || mrz.Format != place.Format)
        {
            return null;
        }

        Span<char> characters = stackalloc char[NumberPlace.Longest];
        var number = characters[..place.Copy(mrz, characters)];
        return _type.Number!.Read(number, Today).Shape.Result == CheckResult.Passed ? number.ToString() : null;
    }

    private DateOnly? Day(int ordinal)
    {
        ref readonly var slot = ref Slot(ordinal);
        return slot.Reading.Trouble == ReadingTrouble.None ? slot.Reading.Date : null;
    }

    private void Sort(IReadOnlyList<Claim> claims)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            var ordinal = _rules.OrdinalOf(claim.Field);
            if (ordinal < 0)
            {
                if (claim.Source is ClaimSource.Service or ClaimSource.LocalEngine)
                {
                    (Strangers ??= []).Add(claim);
                }

                continue;
            }

            ref var slot = ref _slots[ordinal];
            if (claim.Source == ClaimSource.Mrz)
            {
                slot.Zone ??= claim;
                continue;
            }

            // What persons corrected stands beside the reading and takes no part in its proof.
            if (claim.Source is not (ClaimSource.Service or ClaimSource.LocalEngine))
            {
                continue;
            }

            var definition = _rules.Fields[ordinal];
            FrontRead |= (claim.Side ?? definition.Side) == CardSide.Front;
            BackRead |= (claim.Side ?? definition.Side) == CardSide.Back;
            _gavePartsOfAddress |= TypeRules.IsPartOfAddress(definition);
            if (slot.Printed is null)
            {
                slot.Printed = claim;
                slot.Reading = definition.Form.Read(claim.Text, Today);
            }
            else
            {
                (slot.Further ??= []).Add(claim);
            }
        }
    }

    /// <summary>A span of validity (2010.07.21-2030.07.21) tells both of its days, whichever field a service put it into.</summary>
    private void Share(int from, int to)
    {
        if (from < 0 || to < 0 || _slots[to].Printed is not null || _slots[from].Printed is not { } claim)
        {
            return;
        }

        var other = _rules.Fields[to].Form.Read(claim.Text, Today);
        var (one, two) = (_slots[from].Reading, other);
        if (two.Trouble == ReadingTrouble.None && (one.Date, one.IsLongTerm) != (two.Date, two.IsLongTerm) && (two.Date is not null || two.IsLongTerm))
        {
            _slots[to].Printed = claim with { Field = _rules.Fields[to].Name };
            _slots[to].Reading = other;
        }
    }

    private void ReadNumber()
    {
        if (_type.Number is not { } scheme)
        {
            return;
        }

        NumberText = Slot(_rules.Number).Reading.Normalised ?? ZoneNumber;
        if (NumberText is not null)
        {
            _number = scheme.Read(NumberText, Today);
            NumberMayProve = !_number.IsBroken && (ZoneMayProve || Slot(_rules.Number).Printed is not null);
        }
    }

    /// <summary>A date that can be read in two ways is the one of the two that the rest of the document tells.</summary>
    private void Settle(int ordinal, DateOnly? told)
    {
        if (ordinal < 0 || _slots[ordinal].Reading is not { Trouble: ReadingTrouble.Ambiguous } reading)
        {
            return;
        }

        if (told is { } day && (day == reading.Date || day == reading.Alternative))
        {
            _slots[ordinal].Reading = new FieldReading(IsoDate.Of(day), "two readings are possible, and the rest of the document says which") { Date = day };
        }
    }
}

/// <summary>What was read of one field.</summary>
internal struct FieldSlot
{
    internal static readonly FieldSlot Empty;

    /// <summary>The first printed value.</summary>
    internal Claim? Printed;

    /// <summary>Printed values beside the first: another service's, or another side's.</summary>
    internal List<Claim>? Further;

    /// <summary>What the reader of the zone says of itself for this field.</summary>
    internal Claim? Zone;

    /// <summary>What the field's form made of the first printed value.</summary>
    internal FieldReading Reading;
}
