using System.Collections.Concurrent;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>Tells what a picture shows: what the control endpoint registered under the SHA-256 of its bytes, else what is read from it.</summary>
/// <param name="reader">Null: nothing is read.</param>
internal sealed class TruthBook(PictureReader? reader)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<SpecimenTruth>> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sha256">Hex SHA-256 of the picture.</param>
    /// <param name="cards">The cards in it; none: a picture of a card of which nothing can be read.</param>
    internal void Register(string sha256, IReadOnlyList<SpecimenTruth> cards) => known[sha256] = cards;

    /// <summary>The cards in this picture; null if it shows none that is known.</summary>
    internal async Task<IReadOnlyList<SpecimenTruth>?> ReadAsync(byte[] picture, CancellationToken cancellationToken) =>
        known.TryGetValue(Digest.Sha256(picture), out var cards) ? cards
        : reader is null ? null
        : (await reader.LookAsync(picture, cancellationToken)).Cards;

    /// <summary>The first card that the vendor reads; null if there is none.</summary>
    internal async Task<SpecimenTruth?> ReadOneAsync(byte[] picture, Func<SpecimenTruth, bool> isWanted, CancellationToken cancellationToken) =>
        (await ReadAsync(picture, cancellationToken))?.FirstOrDefault(isWanted);

    /// <summary>The code of the specimen in this picture, without trailing fillers; null if it shows none.</summary>
    internal async Task<string?> SpecimenAsync(byte[] picture, CancellationToken cancellationToken) =>
        reader is null ? null : (await reader.LookAsync(picture, cancellationToken)).Code;

    /// <summary>Whether pictures are read, and one of the specimens bears exactly this code.</summary>
    internal bool KnowsSpecimen(string code) => reader?.Knows(code) is true;
}
