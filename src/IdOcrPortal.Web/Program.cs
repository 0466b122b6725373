using IdOcrPortal.Recognition;
using IdOcrPortal.Web;
using IdOcrPortal.Web.Data;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortal();

    var app = builder.Build();
    await app.PreparePortalAsync();
    app.UsePortal();
    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (wrong is SettingsException or SetupException)
{
    // Whoever starts the portal needs the sentence, not where in the code it was found.
    await Console.Error.WriteLineAsync($"The portal cannot start. {wrong.Message}");
    return 1;
}

/// <summary>The portal's process.</summary>
public partial class Program;
