using System.Text;

namespace IdOcrPortal.Reader;

/// <summary>Keeps a worker's standard error flowing and remembers its end, so that a chatty library can neither block it nor fill memory.</summary>
internal sealed class ErrorTail
{
    private const int Kept = 2000;

    private readonly Task<string> _tail;

    internal ErrorTail(StreamReader errors) => _tail = Task.Run(async () =>
    {
        var tail = new StringBuilder();
        var buffer = new char[1024];
        int got;
        while ((got = await errors.ReadAsync(buffer)) > 0)
        {
            tail.Append(buffer, 0, got);
            tail.Remove(0, Math.Max(0, tail.Length - Kept));
        }

        // Control characters could forge lines of a log.
        for (var i = 0; i < tail.Length; i++)
        {
            tail[i] = char.IsControl(tail[i]) && tail[i] != '\n' ? '?' : tail[i];
        }

        return tail.ToString();
    });

    internal Task<string> ReadToEndAsync() => _tail;
}
