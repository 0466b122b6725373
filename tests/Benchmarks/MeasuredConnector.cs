using System.Security.Cryptography;
using IdOcrPortal.Recognition;

namespace IdOcrPortal.Benchmarks;

/// <summary>A connector with the call that was recorded of it.</summary>
/// <param name="AnswerFile">Where the canned server finds the answer.</param>
internal sealed record MeasuredConnector(ConnectorCase Case, byte[] Picture, RecordedCall Call, string AnswerFile)
{
    /// <summary>Where a client in another process finds the picture.</summary>
    public string PictureFile => $"{AnswerFile}.jpg";

    /// <summary>One call of the connector.</summary>
    public Func<Task> Reading(Uri server, HttpClient http)
    {
        var connector = Case.Create(server, http);
        var image = new DocumentImage(Picture, Case.TypeId);
        return async () =>
        {
            var reading = await connector.ReadAsync(image, CancellationToken.None);
            if (reading.Evidence.Claims.Count == 0)
            {
                throw new InvalidOperationException($"{Case.Name} read nothing in the canned answer.");
            }
        };
    }

    /// <summary>The same requests, bytes ready, by a bare client.</summary>
    /// <param name="hashes">Whether it also takes the SHA-256 of the body.</param>
    public Func<Task> Posting(Uri server, HttpClient http, bool hashes)
    {
        var requests = Call.Requests.Select(request => (Request: request, Address: new Uri(server, request.Target))).ToList();
        return async () =>
        {
            foreach (var (request, address) in requests)
            {
                if (hashes)
                {
                    _ = SHA256.HashData(request.Body);
                }

                await request.SendAsync(http, address);
            }
        };
    }
}
