using IdOcrPortal.Reader.Cli;
using IdOcrPortal.Reader.Worker;

return await CommandLine.RunAsync([ReadCommand.Instance, ProveCommand.Instance, TypesCommand.Instance, WorkCommand.Instance], args);
