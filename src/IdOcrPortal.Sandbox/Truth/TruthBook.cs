using System.Collections.Concurrent;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>Tells what a picture shows. Truths are registered under the SHA-256 of the picture's bytes.</summary>
internal sealed class TruthBook
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<SpecimenTruth>> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sha256">Hex SHA-256 of the picture.</param>
    /// <param name="cards">The cards in it; none: a picture of a card of which nothing can be read.</param>
    internal void Register(string sha256, IReadOnlyList<SpecimenTruth> cards) => known[sha256] = cards;

    /// <summary>The cards in this picture; null if it shows none that is known.</summary>
    internal ValueTask<IReadOnlyList<SpecimenTruth>?> ReadAsync(byte[] picture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(known.GetValueOrDefault(Digest.Sha256(picture)));
    }

    /// <summary>The first card that the vendor reads; null if there is none.</summary>
    internal async ValueTask<SpecimenTruth?> ReadOneAsync(byte[] picture, Func<SpecimenTruth, bool> isWanted, CancellationToken cancellationToken) =>
        (await ReadAsync(picture, cancellationToken))?.FirstOrDefault(isWanted);
}
