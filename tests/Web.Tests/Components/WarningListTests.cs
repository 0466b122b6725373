using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class WarningListTests : BunitContext
{
    private string? _acknowledged;

    [Fact]
    public void The_gravest_stands_first()
    {
        var list = List(canAcknowledge: true, ("low", Severity.Low, false), ("critical", Severity.Critical, false), ("high", Severity.High, false));
        Assert.Equal(["critical", "high", "low"], list.FindAll("li code").Select(code => code.TextContent));
    }

    [Fact]
    public void Names_the_service_beside_every_code() =>
        Assert.Contains("Own check · ", List(canAcknowledge: false, ("expired", Severity.High, false)).Find("li .small").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Only_high_and_critical_ones_are_acknowledged()
    {
        var list = List(canAcknowledge: true, ("critical", Severity.Critical, false), ("medium", Severity.Medium, false));
        list.FindAll("button").Single().Click();
        Assert.Equal("critical", _acknowledged);
    }

    [Fact]
    public void The_key_goes_to_the_next_open_one()
    {
        var list = List(canAcknowledge: true, ("first", Severity.Critical, true), ("second", Severity.High, false), ("third", Severity.High, false));
        list.Find("[data-key=w]").Click();
        Assert.Equal("second", _acknowledged);
    }

    [Fact]
    public void Nobody_but_the_holder_acknowledges() => Assert.Empty(List(canAcknowledge: false, ("critical", Severity.Critical, false)).FindAll("button"));

    private IRenderedComponent<WarningList> List(bool canAcknowledge, params (string Code, Severity Severity, bool Acknowledged)[] warnings) =>
        Render<WarningList>(list => list
            .Add(l => l.Warnings, warnings.Select(warning => DeskSamples.Warning(warning.Code, warning.Severity, warning.Acknowledged)).ToList())
            .Add(l => l.CanAcknowledge, canAcknowledge)
            .Add(l => l.OnAcknowledge, code => _acknowledged = code));
}
