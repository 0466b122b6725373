using System.Runtime.InteropServices;

namespace IdOcrPortal.Reader.Worker;

/// <summary>The parts of the engine that come from the system's packages.</summary>
internal static class EngineParts
{
    private const string Leptonica = "liblept.so.5";
    private const string Cascade = "/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml";
    private const string Install = "sudo apt-get install liblept5 opencv-data";

    /// <summary>Looks for each part, without decoding anything.</summary>
    internal static ReaderAvailability Check()
    {
        var missing = new List<string>();
        if (!NativeLibrary.TryLoad(Leptonica, out _))
        {
            missing.Add($"the library Leptonica ({Leptonica}, package liblept5)");
        }

        if (!File.Exists(Cascade))
        {
            missing.Add($"the face cascade ({Cascade}, package opencv-data)");
        }

        return missing.Count == 0
            ? new ReaderAvailability(true, null, null)
            : new ReaderAvailability(false, $"Missing: {string.Join(" and ", missing)}.", Install);
    }

    /// <summary>What is missing and how to install it.</summary>
    internal static string Sentence(ReaderAvailability availability) => availability.IsAvailable
        ? "A part of the reader is missing."
        : $"{availability.Missing} To install: {availability.Install}";
}
