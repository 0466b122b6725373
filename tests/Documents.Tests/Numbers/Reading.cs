namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Reads numbers the way documents do: normalised first, on a fixed day.</summary>
internal static class Reading
{
    internal static DateOnly Today { get; } = new(2026, 5, 1);

    /// <summary>Every scheme that the library knows.</summary>
    internal static IReadOnlyList<NumberScheme> Schemes => NumberSchemes.All;

    internal static NumberReading Of(NumberScheme scheme, string printed) => Of(scheme, printed, Today);

    internal static NumberReading Of(NumberScheme scheme, string printed, DateOnly today) => scheme.Read(scheme.Normalise(printed), today);

    internal static AspectResult Aspect(in NumberReading reading, NumberAspect aspect) => aspect switch
    {
        NumberAspect.Shape => reading.Shape,
        NumberAspect.Region => reading.Region,
        NumberAspect.Date => reading.Date,
        NumberAspect.Serial => reading.Serial,
        _ => reading.CheckDigit,
    };

    /// <summary>The parts that fail.</summary>
    internal static NumberAspect[] Failures(NumberReading reading) =>
        [.. Enum.GetValues<NumberAspect>().Where(aspect => Aspect(in reading, aspect).Result == CheckResult.Failed)];
}
