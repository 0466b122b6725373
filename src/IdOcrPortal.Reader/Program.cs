using IdOcrPortal.Reader.Cli;
using IdOcrPortal.Reader.Worker;

return await CommandLine.RunAsync([ReadCommand.Instance, WorkCommand.Instance], args);
