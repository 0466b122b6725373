using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Rules in the order in which they are held, and which of them speak of which field.</summary>
internal sealed class RuleSet
{
    private readonly (int Rule, int Position)[][] _byField;
    private readonly string[][] _codes;

    internal RuleSet(FieldDefinition[] fields, IEnumerable<Rule> rules)
    {
        Rules = [.. rules];
        _byField = Array.ConvertAll(fields, field => Rules
            .SelectMany((rule, index) => rule.Fields.Select((name, position) => (name, index, position)))
            .Where(row => row.name == field.Name)
            .Select(row => (row.index, row.position)).ToArray());
        _codes = Array.ConvertAll(_byField, rows => Array.ConvertAll(rows, row => Rules[row.Rule].Code));
    }

    internal Rule[] Rules { get; }

    /// <summary>The rules that speak of a field, and which of their fields it is.</summary>
    internal ReadOnlySpan<(int Rule, int Position)> Of(int ordinal) => _byField[ordinal];

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

    /// <summary>Place of a field in reading order; -1 where the type does not carry it.</summary>
    internal int OrdinalOf(string field) => _ordinals.TryGetValue(field, out var ordinal) ? ordinal : -1;
}
