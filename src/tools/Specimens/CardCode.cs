using System.Globalization;

namespace IdOcrPortal.Specimens;

/// <summary>The specimen code that is printed on every side of every card, such as <c>SPECIMEN&lt;MYS&lt;MYKAD&lt;0042&lt;&lt;&lt;&lt;&lt;</c>.</summary>
internal static class CardCode
{
    /// <summary>Characters of every code: as many as a line of the smallest zone, so that the same reader takes it.</summary>
    public const int Length = 30;

    public static string Of(Card card, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"SPECIMEN<{card.State}<{card.Kind}<{serial:0000}").PadRight(Length, '<');
}
