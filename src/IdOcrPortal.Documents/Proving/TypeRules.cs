using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Rules in the order in which they are held, and where the fields that they speak of stand.</summary>
internal sealed class RuleSet
{
    private readonly int[][] _ordinals;
    private readonly string[][] _codes;

    internal RuleSet(FieldDefinition[] fields, IEnumerable<Rule> rules)
    {
        Rules = [.. rules];
        _ordinals = Array.ConvertAll(Rules, rule => rule.Fields.Select(name => Array.FindIndex(fields, field => field.Name == name)).ToArray());
        _codes = Array.ConvertAll(fields, field => Rules.Where(rule => rule.Fields.Contains(field.Name)).Select(rule => rule.Code).ToArray());
    }

    internal Rule[] Rules { get; }

    /// <summary>For each field of a rule its ordinal; -1 where the type does not carry it.</summary>
    internal ReadOnlySpan<int> OrdinalsOf(int rule) => _ordinals[rule];

    /// <summary>Codes of the rules that speak of a field.</summary>
    internal IReadOnlyList<string> CodesOf(int ordinal) => _codes[ordinal];
}

/// <summary>What a type's rules and fields come to, put together once: the lists that every proof runs through.</summary>
internal sealed class TypeRules
{
    private readonly FrozenDictionary<string, int> _ordinals;
    private readonly RuleSet?[] _byFormat = new RuleSet?[Enum.GetValues<MrzFormat>().Length];
    private readonly Rule[] _printed;

    internal TypeRules(DocumentType type)
    {
        Type = type;
        Fields = [.. type.Fields];
        _ordinals = Fields.Select((field, ordinal) => (field.Name, ordinal)).ToFrozenDictionary(row => row.Name, row => row.ordinal, StringComparer.Ordinal);
        (Number, Sex, Birth) = (OrdinalOf(FieldNames.DocumentNumber), OrdinalOf(FieldNames.Sex), OrdinalOf(FieldNames.BirthDate));
        (Issue, Expiry, Address) = (OrdinalOf(FieldNames.IssueDate), OrdinalOf(FieldNames.ExpiryDate), OrdinalOf(FieldNames.Address));
        _printed =
        [
            .. ValueRules.For(type), .. DocumentDates.For(type), .. NumberRules.For(type), .. CrossRules.For(type), .. SideRules.For(type), .. type.ListOwnRules(),
        ];
        Usual = new RuleSet(Fields, type.Zones.Count == 0 ? _printed : [.. MrzRules.For(type, type.Zones[0]), .. _printed]);
        Definitions = [.. Usual.Rules.Select(rule => new CheckDefinition(rule.Code, rule.Title, rule.Fields))];
    }

    internal DocumentType Type { get; }

    /// <summary>Fields in reading order; their place here is their ordinal.</summary>
    internal FieldDefinition[] Fields { get; }

    /// <summary>Ordinals of the fields that most rules ask for; -1 where the type does not carry one.</summary>
    internal int Number { get; }

    internal int Sex { get; }

    internal int Birth { get; }

    internal int Issue { get; }

    internal int Expiry { get; }

    internal int Address { get; }

    /// <summary>The rules that are held where no zone was read.</summary>
    internal RuleSet Usual { get; }

    internal IReadOnlyList<CheckDefinition> Definitions { get; }

    /// <summary>The rules for a document whose zone has this format, whether or not the type carries such zones.</summary>
    internal RuleSet For(MrzFormat format)
    {
        if (Type.Zones.Count > 0 && Type.Zones[0] == format)
        {
            return Usual;
        }

        // Built twice by a race it would be the same.
        return _byFormat[(int)format] ??= new RuleSet(Fields, [.. MrzRules.For(Type, format), .. _printed]);
    }

    /// <summary>Whether a field is a part of the address, such as the province.</summary>
    internal static bool IsPartOfAddress(FieldDefinition field) => field.Group == FieldGroup.Address && field.Name != FieldNames.Address;

    /// <summary>Place of a field in reading order; -1 where the type does not carry it.</summary>
    internal int OrdinalOf(string field) => _ordinals.TryGetValue(field, out var ordinal) ? ordinal : -1;
}
