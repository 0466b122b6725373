using System.Diagnostics.CodeAnalysis;

namespace IdOcrPortal.Documents;

/// <summary>Where one field of the zone stands.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct MrzSpan(string Field, int Line, int Start, int Length);

/// <summary>One check digit of the zone, compared.</summary>
/// <param name="Field">Name of the field it protects, or <c>composite</c>.</param>
/// <param name="Place">Where it stands, found and expected.</param>
/// <param name="IsValid">Whether found and expected agree (or the standard allows the filler that stands there).</param>
public readonly record struct MrzCheckDigit(string Field, CheckDigitPlace Place, bool IsValid);

/// <summary>A machine-readable zone cut into its fields. The lines stay as they were read.</summary>
public sealed class Mrz
{
    private Mrz() => throw new NotImplementedException();

    public MrzFormat Format => throw new NotImplementedException();

    public IReadOnlyList<string> Lines => throw new NotImplementedException();

    public IReadOnlyList<MrzSpan> Spans => throw new NotImplementedException();

    public IReadOnlyList<MrzCheckDigit> CheckDigits => throw new NotImplementedException();

    public bool AllCheckDigitsValid => throw new NotImplementedException();

    /// <summary>Cuts the lines into fields. Refuses only a shape that no format has; a wrong check digit is not a reason.</summary>
    public static bool TryParse(IReadOnlyList<string> lines, [NotNullWhen(true)] out Mrz? mrz, [NotNullWhen(false)] out Finding? finding) =>
        throw new NotImplementedException();
}
