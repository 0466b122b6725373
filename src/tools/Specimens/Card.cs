using IdOcrPortal.Documents;

namespace IdOcrPortal.Specimens;

/// <summary>One text that is printed on a card.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="Text">As printed, in its own script.</param>
/// <param name="Side">Where it stands.</param>
internal sealed record PrintedField(string Field, string Text, CardSide Side);

/// <summary>A fictional card: what is printed on it, and why its number is nobody's.</summary>
/// <param name="TypeId">Its document type.</param>
/// <param name="State">Three letters of the state in the specimen code.</param>
/// <param name="Template">Name of its template; the back's has <c>-back</c> behind it.</param>
/// <param name="Nobody">Why the number cannot be a living person's.</param>
/// <param name="Printed">
/// A line for each field: name, blanks, the text as printed; <c>back.</c> before a name that the back repeats. One <c>?</c> in the document number or the
/// personal number stands for the check character, which is computed.
/// </param>
internal sealed record Card(string TypeId, string State, string Template, NobodyRule Nobody, string Printed)
{
    /// <summary>Lines of the zone: a question mark for each check digit, <c>{check}</c> for the number's own check character, trailing fillers left out.</summary>
    public IReadOnlyList<string> Zone { get; init; } = [];

    /// <summary>Title that the type's print bears, where one template serves several types.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the picture is made to show beyond a sound card; <see langword="null"/>: nothing.</summary>
    public string? Scenario { get; init; }

    /// <summary>Seed of face and patterns.</summary>
    public required int Seed { get; init; }

    public DocumentType Type => DocumentTypes.Find(TypeId) ?? throw new InvalidOperationException($"There is no document type {TypeId}.");

    /// <summary>The second part of the specimen code: the type's own word.</summary>
    public string Kind => string.Concat(TypeId.Split('-') is [{ Length: 3 }, var word] && word != "card" ? word : TypeId.Replace("-", "", StringComparison.Ordinal)).ToUpperInvariant();

    /// <summary>Whether the machine-readable zone stands on this side.</summary>
    public bool HasZone(CardSide side) => Zone.Count > 0 && side == Type.DefinitionOf(FieldNames.Mrz).Side;

    /// <summary>The sides that show something.</summary>
    public IReadOnlyList<CardSide> Sides => [.. Fields().Select(printed => printed.Side).Append(CardSide.Front).Distinct().Order()];

    /// <summary>Everything printed, with computed check characters.</summary>
    public IReadOnlyList<PrintedField> Fields() =>
    [
        .. Printed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var (place, text) = line.Split(' ', 2) is [var name, var rest] ? (name, rest.Trim()) : throw new FormatException($"{TypeId}: a line without a text.");
            var isRepeated = place.StartsWith("back.", StringComparison.Ordinal);
            var field = isRepeated ? place[5..] : place;
            var definition = Type.DefinitionOf(field);
            return new PrintedField(field, CheckCharacters.InNumber(field == FieldNames.PersonalNumber ? AlbanianNumber.Instance : Type.Number, text), isRepeated ? CardSide.Back : definition.Side);
        }),
    ];

    /// <summary>The zone with its fillers and check digits; empty where the card has none.</summary>
    public IReadOnlyList<string> ZoneLines()
    {
        if (Zone.Count == 0)
        {
            return [];
        }

        // The number's own check character, where the zone repeats it.
        var number = Fields().First(field => field.Field == FieldNames.DocumentNumber).Text;
        return CheckCharacters.InZone(Type.Zones[0], [.. Zone.Select(line => line.Replace("{check}", number[^1..], StringComparison.Ordinal))]);
    }
}
