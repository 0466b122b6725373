using System.Globalization;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>What can be wrong with a picture or its card; every vendor has its own way to say it, or none.</summary>
public enum Defect
{
    Photocopy,
    ScreenPhoto,
    Edited,
    Covered,
    Reflection,
    Blurred,
    BorderIncomplete,

    /// <summary>A temporary card.</summary>
    Temporary,

    /// <summary>The period of validity is over or implausible.</summary>
    Expired,
}

/// <summary>The portrait on a card.</summary>
/// <param name="Image">Base64 of the cut-out picture.</param>
/// <param name="Corners">Four <c>[x, y]</c> pairs in pixels of the whole picture, origin top left; absent: the vendor says nothing of the place.</param>
public sealed record PortraitTruth(string Image, IReadOnlyList<IReadOnlyList<int>>? Corners = null);

/// <summary>What one card in a picture really says: the vendors' answers are written from it, each in its own words and forms.</summary>
public sealed record SpecimenTruth
{
    /// <summary>Document type, such as <c>khm-id</c> or <c>mys-mykad</c>.</summary>
    public required string DocumentType { get; init; }

    /// <summary>Whether the picture shows the back.</summary>
    public bool IsBack { get; init; }

    /// <summary>
    /// Field name of the portal (<c>document_number</c>, <c>name_local</c>, <c>birth_date</c> …) → text. Dates as <c>yyyy-MM-dd</c>, sex as M, F or X,
    /// <c>height_cm</c> in digits, <c>mrz</c> with one line a row; everything else as printed. A field that is absent is not on the card or not readable.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Field name → confidence 0 to 1 for the vendors that give one; 0.99 where nothing stands here.</summary>
    public IReadOnlyDictionary<string, double> Confidences { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<Defect> Defects { get; init; } = [];

    public PortraitTruth? Portrait { get; init; }

    /// <summary>Base64 of the cut-out card; absent: the whole picture stands for it.</summary>
    public string? CardImage { get; init; }

    /// <summary>0 to 100; 50 or more is good.</summary>
    public int Quality { get; init; } = 90;

    internal bool Has(Defect defect) => Defects.Contains(defect);

    internal string? this[string field] => Fields.GetValueOrDefault(field);

    internal double Confidence(string field) => Confidences.GetValueOrDefault(field, 0.99);

    /// <summary>The date of a field in a vendor's form; a text that is no ISO date is passed on as it is.</summary>
    internal string? Date(string field, string form) =>
        this[field] is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(form, CultureInfo.InvariantCulture)
            : this[field];

    /// <summary>The sex in a vendor's words.</summary>
    internal string? Sex(string male, string female) => this["sex"] switch { "M" => male, "F" => female, var other => other };
}
