using System.Threading.Channels;

namespace IdOcrPortal.Reader.Worker;

/// <summary>Takes requests one at a time until the other side closes the pipe.</summary>
internal static class WorkerLoop
{
    /// <summary>Heap above which it is worth to clean up, bytes. A photo of 12 megapixels read leaves about 60 MB.</summary>
    private const long LargeHeap = 48 * 1024 * 1024;

    /// <summary>Runs as the worker process: limits first, then requests from the standard input, answers to the standard output.</summary>
    internal static async Task<int> RunAsync(int memoryMiB)
    {
        var answers = ProcessLimits.TakeStandardOutput();
        ProcessLimits.Apply(memoryMiB);
        await ServeAsync(Console.OpenStandardInput(), answers, onClosed: () => ProcessLimits.ExitNow(0));
        return 0;
    }

    /// <param name="onClosed">
    /// Called as soon as the requests end, even while one is being worked on: a portal that was killed leaves no worker behind.
    /// </param>
    internal static async Task ServeAsync(Stream requests, Stream answers, Action onClosed)
    {
        var waiting = Channel.CreateBounded<(Request Head, byte[] Payload)>(1);
        var listening = Task.Run(async () =>
        {
            try
            {
                while (await Frame.ReadAsync(requests, Messages.Default.Request) is { } request)
                {
                    await waiting.Writer.WriteAsync(request);
                }

                onClosed();
                waiting.Writer.Complete();
            }
            catch (Exception broken)
            {
                waiting.Writer.Complete(broken);
            }
        });

        var engine = new Engine();
        await foreach (var (head, payload) in waiting.Reader.ReadAllAsync())
        {
            var (answer, jpeg) = Answer(engine, head, payload);
            await Frame.WriteAsync(answers, answer with { IsLeaking = NativeHeap.IsLeaking }, Messages.Default.Answer, jpeg);
            ReleasePixels();
        }

        await listening;
    }

    /// <summary>
    /// Gives the memory of a large picture back to the system while nobody waits: the native decoder of the next one needs it, and what the
    /// garbage collector keeps for later counts against the same limit.
    /// </summary>
    private static void ReleasePixels()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > LargeHeap)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private static (Answer, byte[]) Answer(Engine engine, Request request, byte[] picture)
    {
        if (request.Version != Request.CurrentVersion)
        {
            throw new InvalidDataException("The request is of another version of the protocol.");
        }

        try
        {
            var (answer, jpeg) = engine.Do(request, picture);
            return Frame.Fits(Frame.MaxHead, jpeg.Length) ? (answer, jpeg) : throw ReaderErrors.TooCostly;
        }
        catch (ReaderException refused)
        {
            return (new Answer(request.Id) { Fault = new Fault(refused.Code, refused.Message) }, []);
        }
        catch (Exception unexpected) when (unexpected is not InvalidDataException)
        {
            // A mistake of ours, not of the picture's. Type and place are enough to find it; the message might quote what was read.
            Console.Error.WriteLine($"{unexpected.GetType().FullName} in {request.Work}{Environment.NewLine}{unexpected.StackTrace}");
            var failed = ReaderErrors.Failed;
            return (new Answer(request.Id) { Fault = new Fault(failed.Code, failed.Message) }, []);
        }
    }
}
