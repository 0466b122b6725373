namespace IdOcrPortal.Documents;

/// <summary>
/// Rules for a national number that an issuer writes into its zones: that it is one, and that it tells the same birth and sex as the zone. Issuers correct
/// births and sexes without giving a new number, so a contradiction is never certain; nor is anything where the issuer has not published the place.
/// </summary>
internal static class NationalNumber
{
    private static readonly AspectResult Passed = new(CheckResult.Passed, "It keeps the rules of these numbers.");
    private static readonly AspectResult Empty = new(CheckResult.NotApplicable, "The issuer left its place empty.");
    private static readonly AspectResult Taken = new(CheckResult.NotApplicable, "The document number runs on over its place.");
    private static readonly AspectResult Another = new(CheckResult.NotApplicable, "Something else stands in its place.");
    private static readonly AspectResult NoShape = new(CheckResult.Failed, "What stands in its place does not have its shape.", IsCertain: false);
    private static readonly AspectResult Unread = new(CheckResult.NotPossible, "The number tells nothing without its shape.");
    private static readonly AspectResult Untold = new(CheckResult.NotApplicable, "This number does not tell it.");
    private static readonly AspectResult BirthUnread = new(CheckResult.NotPossible, "The zone gives no full date of birth.");
    private static readonly AspectResult SexUnread = new(CheckResult.NotApplicable, "The zone does not specify the sex.");
    private static readonly AspectResult SameBirth = new(CheckResult.Passed, "The number tells the same birth.");
    private static readonly AspectResult OtherBirth = new(CheckResult.Failed, "The number tells another birth.", IsCertain: false);
    private static readonly AspectResult SameSex = new(CheckResult.Passed, "The number tells the same sex.");
    private static readonly AspectResult OtherSex = new(CheckResult.Failed, "The number tells another sex.", IsCertain: false);

    /// <summary>The rules for one number of one issuer.</summary>
    /// <param name="issuer">Code of the state.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="scheme">What it has to be.</param>
    /// <param name="source">Where it is published that it stands there: a specimen of the issuer, or a text about its documents.</param>
    /// <param name="isPublished">
    /// Whether a published specimen shows it there; if not, only what has the number's shape is taken for one, and no failure is certain.
    /// </param>
    internal static IEnumerable<IssuerRule> In(string issuer, NumberPlace place, NumberScheme scheme, string source, bool isPublished = true)
    {
        var code = $"mrz.issuer.{issuer.ToLowerInvariant()}.{(place.Format == MrzFormat.Td3 ? "passport" : "card")}.{scheme.Id}";
        IReadOnlyList<MrzFormat> formats = [place.Format];
        source = $"{source}; {scheme.Source}";
        yield return new(
            code, issuer, formats, $"The number in the optional data is a {scheme.Name}", source, [place.Field],
            (mrz, today) => Read(mrz, today, place, scheme, isPublished, out _));
        if (scheme.Aspects.Contains(NumberAspect.Date))
        {
            yield return new(
                $"{code}.birth_date", issuer, formats, $"The {scheme.Name} agrees with the date of birth", source, [place.Field, FieldNames.BirthDate],
                (mrz, today) => Read(mrz, today, place, scheme, isPublished, out var reading) is { Result: CheckResult.NotApplicable } open
                    ? open
                    : Birth(mrz, today, reading));
        }

        if (scheme.TellsSex)
        {
            yield return new(
                $"{code}.sex", issuer, formats, $"The {scheme.Name} agrees with the sex", source, [place.Field, FieldNames.Sex],
                (mrz, today) => Read(mrz, today, place, scheme, isPublished, out var reading) is { Result: CheckResult.NotApplicable } open
                    ? open
                    : SexOf(mrz, reading));
        }
    }

    private static AspectResult Read(Mrz mrz, DateOnly today, NumberPlace place, NumberScheme scheme, bool isPublished, out NumberReading reading)
    {
        reading = new NumberReading(AspectResult.NotPossible);
        if (mrz.HasLongNumber && place.Line == 0)
        {
            return Taken;
        }

        Span<char> buffer = stackalloc char[NumberPlace.Longest];
        var length = place.Copy(mrz, buffer);
        if (length == 0)
        {
            return Empty;
        }

        reading = scheme.Read(buffer[..length], today);
        if (reading.Shape.Result != CheckResult.Passed)
        {
            return isPublished ? NoShape : Another;
        }

        var worst = FirstFailure(reading);
        return worst is { } failure ? failure with { IsCertain = failure.IsCertain && isPublished } : Passed;
    }

    private static AspectResult? FirstFailure(in NumberReading reading) =>
        reading.CheckDigit.Result == CheckResult.Failed ? reading.CheckDigit
        : reading.Date.Result == CheckResult.Failed ? reading.Date
        : reading.Serial.Result == CheckResult.Failed ? reading.Serial
        : reading.Region.Result == CheckResult.Failed ? reading.Region
        : null;

    private static AspectResult Birth(Mrz mrz, DateOnly today, in NumberReading reading)
    {
        if (reading.Shape.Result != CheckResult.Passed)
        {
            return Unread;
        }

        var zone = mrz.BirthDate(today);
        if (reading.BirthDate is { } told)
        {
            return zone.Date is not { } born ? BirthUnread
                : (told == born) || (reading.IsCenturyOpen && (told.Year % 100, told.Month, told.Day) == (born.Year % 100, born.Month, born.Day)) ? SameBirth
                : OtherBirth;
        }

        return (reading.BirthYear, zone.Year) switch
        {
            (null, _) when reading.Date.Result == CheckResult.Failed => Unread,
            (null, _) => Untold,
            (_, null) => BirthUnread,
            ({ } year, { } born) => year == born || (reading.IsCenturyOpen && year % 100 == born % 100) ? SameBirth : OtherBirth,
        };
    }

    private static AspectResult SexOf(Mrz mrz, in NumberReading reading) => (reading.Shape.Result, reading.Sex, mrz.Sex) switch
    {
        (not CheckResult.Passed, _, _) => Unread,
        (_, null or Sex.Unspecified, _) => Untold,
        (_, _, null or Sex.Unspecified) => SexUnread,
        (_, { } told, { } read) => told == read ? SameSex : OtherSex,
    };
}
