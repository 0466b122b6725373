using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// Answers every request with the same bytes, and looks at nothing but the request's length: the least that a server can cost. A process of its own; it prints its
/// ports, one for each file of an answer, and ends with its standard input.
/// </summary>
internal static class CannedServer
{
    private static readonly byte[] Deleted = "HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray();

    /// <param name="arguments">Milliseconds until each answer, then files: whole answers with their heads.</param>
    public static int Run(string[] arguments)
    {
        var (pause, files) = (TimeSpan.FromMilliseconds(int.Parse(arguments[0], CultureInfo.InvariantCulture)), arguments[1..]);
        var listeners = new List<TcpListener>();
        foreach (var file in files)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            listeners.Add(listener);
            _ = AcceptAsync(listener, File.ReadAllBytes(file), pause);
        }

        Console.WriteLine(string.Join(' ', listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture))));
        while (Console.In.ReadLine() is not null)
        {
            // nothing to say
        }

        return 0;
    }

    private static async Task AcceptAsync(TcpListener listener, byte[] answer, TimeSpan pause)
    {
        while (true)
        {
            _ = ServeAsync(await listener.AcceptSocketAsync(), answer, pause);
        }
    }

    private static async Task ServeAsync(Socket socket, byte[] answer, TimeSpan pause)
    {
        using var _ = socket;
        socket.NoDelay = true;
        var buffer = new byte[512 * 1024];
        var held = 0;
        try
        {
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var read = await socket.ReceiveAsync(buffer.AsMemory(held));
                    if (read == 0)
                    {
                        return;
                    }

                    held += read;
                }

                var head = Encoding.ASCII.GetString(buffer, 0, end);
                var left = end + 4 + Length(head) - held;
                while (left > 0)
                {
                    var read = await socket.ReceiveAsync(buffer);
                    if (read == 0)
                    {
                        return;
                    }

                    left -= read;
                }

                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }

                held = 0; // no client of ours sends the next request before the answer
                await socket.SendAsync(head.StartsWith("DELETE ", StringComparison.Ordinal) ? Deleted : answer);
                if (head.Contains("connection: close", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }
        }
        catch (SocketException)
        {
            // the client went away
        }
    }

    private static int Length(string head)
    {
        const string Name = "\r\ncontent-length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 0;
        }

        at += Name.Length;
        var end = head.IndexOf('\r', at);
        return int.Parse(head.AsSpan(at, (end < 0 ? head.Length : end) - at), CultureInfo.InvariantCulture);
    }
}
