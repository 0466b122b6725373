namespace IdOcrPortal.Documents;

/// <summary>
/// A document that is proved by its machine-readable zone (Doc 9303 parts 4 to 7): the fields, rules and values that passports, cards and visas share.
/// A type says which formats and document codes are its own.
/// </summary>
/// <remarks>
/// <para>The zone speaks for every field that it carries; printed values (of services or of the offline engine) are held against it. Names are shown as
/// printed where they were read there, for the zone has fewer letters and may cut them short.</para>
/// <para>Number, birth, expiry and personal number become Verified when their own check digit and the composite pass and the reader's strict gate let the
/// zone pass (<see cref="Evidence.MrzAccepted"/>). No check digit of an ICAO format covers names, sex, nationality and issuer: from the zone alone they are
/// Read, and a person confirms them. Where printed and machine-readable value agree, they are Verified as well. Without the gate nothing is Verified,
/// whatever passes: of 1,190 wrong readings 62 satisfied every check digit.</para>
/// <para>Claims of <see cref="ClaimSource.Person"/> take no part yet.</para>
/// </remarks>
public abstract record MachineReadableDocument : DocumentType
{
    /// <summary>The formats of this type's zones, the usual one first.</summary>
    public abstract IReadOnlyList<MrzFormat> Formats { get; }

    /// <summary>Whether a zone of this type may begin with this document code (two characters).</summary>
    public abstract bool AllowsDocumentCode(ReadOnlySpan<char> code);

    /// <inheritdoc/>
    public override bool Carries(Mrz mrz)
    {
        ArgumentNullException.ThrowIfNull(mrz);
        return Formats.Contains(mrz.Format);
    }

    /// <inheritdoc/>
    public sealed override Proof Prove(Evidence evidence, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Mrz? mrz = null;
        Finding? unread = null;
        if (evidence.MrzLines.Count == 0)
        {
            unread = Findings.MrzMissing;
        }
        else
        {
            _ = Mrz.TryParse(evidence.MrzLines, out mrz, out unread);
        }

        var subject = new MrzCase(this, mrz, evidence, today);
        var rulings = new List<Ruling>();
        foreach (var rule in MrzRules.For(mrz?.Format ?? Formats[0]))
        {
            rulings.Add(rule.Hold(subject));
        }

        PrintedRules.Hold(subject, rulings);
        return Assemble(subject, rulings, unread);
    }

    /// <summary>The fields that every ICAO format carries, in reading order, with the labels that differ.</summary>
    private protected static IReadOnlyList<FieldDefinition> IcaoFields(string numberLabel, string expiryLabel, FieldDefinition optional) =>
    [
        new(FieldNames.DocumentNumber, numberLabel, FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity, IsRequired: true),
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document, IsRequired: true),
        new(FieldNames.ExpiryDate, expiryLabel, FieldGroup.Document, IsKey: true, IsRequired: true),
        optional,
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable, IsRequired: true),
    ];

    private Proof Assemble(MrzCase subject, List<Ruling> rulings, Finding? unread)
    {
        var findings = new List<Finding>();
        if (unread is not null)
        {
            findings.Add(unread);
        }
        else if (!subject.Evidence.MrzAccepted)
        {
            findings.Add(Findings.MrzNotAccepted);
        }

        findings.AddRange(rulings.Where(ruling => ruling.Finding is not null).Select(ruling => ruling.Finding!));
        var fields = new ProvenField[Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var definition = Fields[i];
            var value = MrzValues.Of(subject, definition.Name);
            var (status, reason) = StatusRule.Decide(definition, value, rulings, subject.Evidence.MrzAccepted);
            fields[i] = new ProvenField(
                definition.Name, value.Original, value.Normalised, value.Rule, value.Confidence, value.Source, status, reason,
                [.. rulings.Where(ruling => ruling.Check.Fields.Contains(definition.Name)).Select(ruling => ruling.Check.Code)]);
        }

        return new Proof(
            Id, fields, [.. rulings.Select(ruling => ruling.Check)], [.. findings.OrderByDescending(finding => finding.Severity)],
            subject.Mrz is null ? [] : MrzRepairs.Propose(subject.Mrz, subject.Today));
    }
}
