using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Worker;

/// <summary>The parts of the engine that come from the system's packages.</summary>
internal static class EngineParts
{
    private const string Install = "sudo apt-get install liblept5 opencv-data";

    /// <summary>Looks for each part, without decoding anything.</summary>
    internal static ReaderAvailability Check()
    {
        string?[] missing = [Leptonica.IsAvailable(out var library) ? null : library, PortraitFinder.IsAvailable(out var cascade) ? null : cascade];
        var sentence = string.Join(" and ", missing.Where(part => part is not null));
        return sentence.Length == 0 ? new ReaderAvailability(true, null, null) : new ReaderAvailability(false, $"Missing: {sentence}.", Install);
    }

    /// <summary>What is missing and how to install it.</summary>
    internal static string Sentence(ReaderAvailability availability) => availability.IsAvailable
        ? "A part of the reader is missing."
        : $"{availability.Missing} To install: {availability.Install}";
}
