namespace IdOcrPortal.Documents;

/// <summary>The nominal size of a document's page or card: the template against which a picture is cut upright.</summary>
/// <param name="Name">The standard's name.</param>
/// <param name="WidthMm">Longer side in millimetres.</param>
/// <param name="HeightMm">Shorter side in millimetres.</param>
public sealed record CardFormat(string Name, double WidthMm, double HeightMm)
{
    /// <summary>Bank-card size (ISO/IEC 7810; Doc 9303 part 5).</summary>
    public static CardFormat Id1 { get; } = new("ID-1", 85.60, 53.98);

    /// <summary>ISO/IEC 7810 ID-2 (Doc 9303 part 6; visas of format B).</summary>
    public static CardFormat Id2 { get; } = new("ID-2", 105.00, 74.00);

    /// <summary>A passport's data page (ISO/IEC 7810 ID-3; Doc 9303 part 4).</summary>
    public static CardFormat Id3 { get; } = new("ID-3", 125.00, 88.00);

    /// <summary>Visas of format A (Doc 9303 part 7): 120 × 80 mm at most.</summary>
    public static CardFormat VisaA { get; } = new("MRV-A", 120.00, 80.00);

    /// <summary>Width divided by height.</summary>
    public double Proportion => WidthMm / HeightMm;
}
