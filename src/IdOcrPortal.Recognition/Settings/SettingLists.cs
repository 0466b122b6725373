using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Settings;

/// <summary>Settings that are lists: written as an array, or, as environment variables and files are, in one value with commas.</summary>
internal static class SettingLists
{
    internal static string[] Read(IConfiguration configuration, string name)
    {
        var section = configuration.GetSection(name);
        IEnumerable<string?> values = section.Value is { } line ? line.Split(',') : section.GetChildren().Select(child => child.Value);
        return [.. values.OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)];
    }
}
