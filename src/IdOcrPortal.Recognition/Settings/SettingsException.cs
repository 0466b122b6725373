namespace IdOcrPortal.Recognition;

/// <summary>A setting that has to be fixed before the portal can start.</summary>
/// <param name="setting">Full name, such as <c>Vendors:AccuAuthKtp:ApiSecret</c>.</param>
/// <param name="problem">What is wrong and what to do; never holds the value.</param>
public sealed class SettingsException(string setting, string problem) : Exception($"Setting {setting}: {problem}")
{
    /// <summary>Full name of the setting.</summary>
    public string Setting { get; } = setting;
}
