using IdOcrPortal.Documents;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Recognising;

/// <summary>Holds what a service read of a specimen against what the specimen is known to show: pure.</summary>
internal static class SpecimenTruth
{
    /// <summary>
    /// How many fields both sides have, and the labels of those in which they do not say the same. Both are brought to the type's normalised form first, so that a date is one date in whatever script and order it was written.
    /// </summary>
    internal static (int Fields, IReadOnlyList<string> Differing) Compare(Specimen specimen, Proof reading, DateOnly today)
    {
        if (DocumentTypes.Find(specimen.TypeId) is not { } type)
        {
            return (0, []);
        }

        var truth = type.Prove(
            new Evidence([.. specimen.Fields.Select(field => new Claim(field.Key, field.Value, Confidence: null, ClaimSource.Service, specimen.Side))], specimen.MrzLines, MrzAccepted: specimen.MrzLines.Count > 0), today);
        var known = truth.Fields.Where(field => field.Original is not null).ToDictionary(field => field.Name, ValueOf, StringComparer.Ordinal);
        var read = reading.Fields.Where(field => field.Original is not null && known.ContainsKey(field.Name)).ToList();
        return (read.Count, [.. read.Where(field => !string.Equals(ValueOf(field), known[field.Name], StringComparison.OrdinalIgnoreCase)).Select(field => type.DefinitionOf(field.Name).Label)]);
    }

    // Services that give the parts of a name apart put them together in their own order, and a zone has the surname first: the words count.
    private static string ValueOf(ProvenField field)
    {
        var words = (field.Normalised ?? field.Original!).Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (field.Name == FieldNames.FullName)
        {
            Array.Sort(words, StringComparer.OrdinalIgnoreCase);
        }

        return string.Join(' ', words);
    }
}
