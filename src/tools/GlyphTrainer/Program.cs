using System.Globalization;
using System.Security.Cryptography;
using IdOcrPortal.GlyphTrainer;

if (args.Length is < 2 or > 4 || !int.TryParse(args[1], CultureInfo.InvariantCulture, out var steps) || steps < 1)
{
    Console.Error.WriteLine("Usage: GlyphTrainer WEIGHTS-FILE STEPS [SEED] [FONT-FOLDER]");
    return 2;
}

var seed = 7;
if (args.Length > 2 && !int.TryParse(args[2], CultureInfo.InvariantCulture, out seed))
{
    Console.Error.WriteLine($"The seed '{args[2]}' is no whole number.");
    return 2;
}

var fonts = args.Length > 3 ? args[3] : GlyphAtlas.DebianFolder;
if (!GlyphAtlas.IsAvailable(fonts))
{
    Console.Error.WriteLine($"{fonts} lacks one of {string.Join(", ", GlyphAtlas.Fonts)}. Install them with: apt-get install fonts-ocr-b");
    return 1;
}

var net = Training.Run(new TrainingOptions(steps, seed), GlyphAtlas.Draw(fonts), (step, right, loss) => Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"step {step}: {right:P2} right, loss {loss:F4}")));

using var memory = new MemoryStream();
net.Save(memory);
File.WriteAllBytes(args[0], memory.ToArray());
Console.WriteLine($"{args[0]}: {memory.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(memory.ToArray()))}");
return 0;
