using System.Globalization;
using IdOcrPortal.Specimens;
using Version = IdOcrPortal.Specimens.Version;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: dotnet run --project src/tools/Specimens -- FOLDER");
    Console.Error.WriteLine("Draws every fictional card into the folder and writes truth.json beside the pictures. Takes Debian's chromium, fonts-noto and fonts-ocr-b.");
    return 2;
}

Directory.CreateDirectory(folder);
var pictures = new List<PictureTruth>();
long bytes = 0;
await using var renderer = await Renderer.StartAsync();
foreach (var planned in SpecimenPlan.All)
{
    var scene = Scene.Of(planned.Card, CardPage.Of(planned.Card, planned.Side, planned.Code), planned.Version);
    var rendering = await renderer.RenderAsync(scene, isFlat: planned.Version == Version.Clean && planned.Card.Scenario is null);
    await File.WriteAllBytesAsync(Path.Combine(folder, planned.File), rendering.Jpeg);
    pictures.Add(planned.Truth(scene, rendering.Portrait));
    bytes += rendering.Jpeg.Length;
}

var truth = new SpecimenTruth(
    "Fictional. Persons, faces and numbers are invented; every number is nobody's by the rule that stands beside it.", pictures);
await File.WriteAllTextAsync(Path.Combine(folder, "truth.json"), truth.ToJson());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pictures.Count} pictures, {bytes / 1e6:0.0} MB, {folder}"));
return 0;
