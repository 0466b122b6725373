using System.Text.Json.Serialization;

namespace IdOcrPortal.Reader.Worker;

/// <summary>What a worker can be asked.</summary>
internal enum Work
{
    /// <summary>Version and what the engine misses.</summary>
    Hello,
    Inspect,
    Preview,
    Read,
    Portrait,

    /// <summary>A single line in OCR-B that begins with <see cref="Request.Word"/>.</summary>
    CodeLine,

    /// <summary>A JPEG within <see cref="Request.Fit"/>.</summary>
    Fit,

    /// <summary>What lies between <see cref="Request.Corners"/>.</summary>
    Cut,
}

/// <summary>One request; the picture is the payload.</summary>
internal sealed record Request(Work Work)
{
    internal const int CurrentVersion = 2;

    /// <summary>Of the protocol; a worker refuses another than its own.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Repeated in the answer.</summary>
    public long Id { get; init; }

    public int LongestSide { get; init; }

    public bool WithPortrait { get; init; }

    public int Rotation { get; init; }

    public string? Word { get; init; }

    public PictureFit? Fit { get; init; }

    public PicturePoint[]? Corners { get; init; }
}

/// <summary>
/// One answer: a fault, or the part that the request asked for. The JPEG of a rendered picture or a portrait is the payload, not part of
/// the head.
/// </summary>
internal sealed record Answer(long Id)
{
    public Fault? Fault { get; init; }

    public ReaderAvailability? Availability { get; init; }

    public PictureFacts? Facts { get; init; }

    public Area? Rendered { get; init; }

    public MrzReading? Mrz { get; init; }

    /// <summary>Size of the upright picture that was read.</summary>
    public Area? Picture { get; init; }

    public Area? Portrait { get; init; }

    public string? CodeLine { get; init; }

    /// <summary>Whether the worker asks to be replaced, because native code has not given back what it took.</summary>
    public bool IsLeaking { get; init; }

    /// <summary>Time inside the worker.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Whether this can be the answer to that work.</summary>
    internal bool Covers(Work work) => Fault is not null || work switch
    {
        Work.Hello => Availability is not null,
        Work.Inspect => Facts is not null,
        Work.Preview or Work.Fit => Rendered is not null,
        Work.Read => Picture is not null,
        _ => true,
    };
}

/// <summary>A <see cref="ReaderException"/> on its way through the pipe.</summary>
internal sealed record Fault(string Code, string Message);

/// <summary>A rectangle, pixels.</summary>
internal sealed record Area(int X, int Y, int Width, int Height);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class Messages : JsonSerializerContext;
