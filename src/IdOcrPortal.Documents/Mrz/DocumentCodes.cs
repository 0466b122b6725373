namespace IdOcrPortal.Documents;

/// <summary>What the two characters at the head of a zone stand for, as far as Doc 9303 or the issuer says.</summary>
public static class DocumentCodes
{
    /// <summary>
    /// English words for a code, or <see langword="null"/> where the second character is the issuer's own. The second letters of passports are those of the
    /// amendment to part 4 (8th edition) that makes them obligatory from 2026 on; before it they were the issuer's choice.
    /// </summary>
    /// <param name="code">Two characters, filler and all: <c>PP</c>, <c>P&lt;</c>.</param>
    public static string? Describe(ReadOnlySpan<char> code) => code switch
    {
        "P<" => "Passport",
        "PP" => "National passport",
        "PE" => "Emergency passport",
        "PD" => "Diplomatic passport",
        "PO" => "Official or service passport",
        "PR" => "Refugee's travel document (1951 Convention)",
        "PT" => "Alien's travel document",
        "PS" => "Stateless person's travel document (1954 Convention)",
        "PL" => "Laissez-passer",
        "PM" => "Military passport",
        "PN" => "Internal passport (Russian Federation)",
        "AC" => "Crew member certificate",
        "I<" or "ID" => "Identity card",
        "V<" => "Visa",
        _ => null,
    };
}
