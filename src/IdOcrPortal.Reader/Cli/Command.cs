namespace IdOcrPortal.Reader.Cli;

/// <summary>One word of the command line.</summary>
/// <param name="Usage">How it is written, without the program's name; empty for what people need not know.</param>
/// <param name="Help">What it does, in a line.</param>
/// <param name="RunAsync">Runs it on the arguments after the word; returns the exit code.</param>
internal sealed record Command(string Name, string Usage, string Help, Func<string[], Task<int>> RunAsync)
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int WrongUsage = 2;
}

/// <summary>Finds the command that was asked for.</summary>
internal static class CommandLine
{
    internal static Task<int> RunAsync(IReadOnlyList<Command> commands, string[] arguments)
    {
        var command = commands.FirstOrDefault(known => arguments.Length > 0 && known.Name == arguments[0]);
        if (command is not null)
        {
            return command.RunAsync(arguments[1..]);
        }

        var isHelp = arguments is ["help" or "--help" or "-h"];
        var to = isHelp ? Console.Out : Console.Error;
        to.WriteLine("Reads identity documents offline. Commands:");
        foreach (var known in commands.Where(known => known.Usage.Length > 0))
        {
            to.WriteLine($"  {known.Usage}");
            to.WriteLine($"      {known.Help}");
        }

        return Task.FromResult(isHelp ? Command.Done : Command.WrongUsage);
    }
}
