using System.Globalization;
using IdOcrPortal.Reader.Cli;

namespace IdOcrPortal.Reader.Worker;

/// <summary><c>worker --memory MIB</c>: what the pool starts; not meant for people.</summary>
internal static class WorkCommand
{
    internal static readonly Command Instance = new("worker", "", "Answers requests of the portal on the standard input.", RunAsync);

    private static Task<int> RunAsync(string[] arguments) =>
        arguments is ["--memory", var memory] && int.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes)
            ? WorkerLoop.RunAsync(mebibytes)
            : Task.FromResult(Command.WrongUsage);
}
