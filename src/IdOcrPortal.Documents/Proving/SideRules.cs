namespace IdOcrPortal.Documents;

/// <summary>Whether both sides of a card were read, for types that carry something needed on each.</summary>
internal static class SideRules
{
    internal static IEnumerable<Rule> For(DocumentType type)
    {
        string[] back = [.. type.Fields.Where(field => field is { Side: CardSide.Back, IsRequired: true }).Select(field => field.Name)];
        if (type.Sides.Count < 2 || back.Length == 0)
        {
            return [];
        }

        var finding = Findings.SideMissing(back);
        return
        [
            new Rule(Findings.SidesCode, "Both sides were read", back, subject => (subject.FrontRead, subject.BackRead) switch
            {
                (true, true) => Judgement.Passed("Front and back were read."),
                (true, false) => Judgement.NotPossible("Only the front was read.", Verdict.None, finding),
                (false, true) => Judgement.NotPossible("Only the back was read.", Verdict.None, finding),
                _ => Judgement.NotPossible("Nothing printed was read."),
            }),
        ];
    }
}
