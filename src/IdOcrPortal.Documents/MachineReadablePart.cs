namespace IdOcrPortal.Documents;

/// <summary>A part of a document that machines read. The portal reads the zone alone; of the others it says that they are there.</summary>
public enum MachineReadablePart
{
    /// <summary>Machine-readable zone (Doc 9303 part 3), in one of the type's formats.</summary>
    Mrz,

    /// <summary>QR code (ISO/IEC 18004).</summary>
    QrCode,

    /// <summary>Chip with contacts (ISO/IEC 7816).</summary>
    ContactChip,

    /// <summary>Chip read by radio (ISO/IEC 14443).</summary>
    ContactlessChip,
}
