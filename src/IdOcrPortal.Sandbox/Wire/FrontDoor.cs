using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Vendors;
using Microsoft.AspNetCore.Http.Features;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>Takes every request: finds the vendor, has the caller proved, and sends the vendor's answer or what a scenario makes of it.</summary>
internal sealed class FrontDoor(IReadOnlyDictionary<Vendor, VendorFront> fronts, Scenarios scenarios, TruthBook truths, RateGate rates, CallCounters counters)
{
    /// <summary>Bytes of a body that are kept; more than any vendor takes.</summary>
    internal const int MaxBody = 20 * 1024 * 1024;

    internal async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        // The target as it stands on the wire: what is signed must not have been decoded or tidied.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var authorization = context.Request.Headers.Authorization.ToString();
        var host = context.Request.Headers.Host.ToString();
        if (!target[0].StartsWith('/') || VendorAddress.Of(host, target[0], authorization) is not var (vendor, prefix))
        {
            await next(context);
            return;
        }

        var (body, isTooLarge) = await ReadAsync(context);
        var request = new WireRequest(
            vendor, context.Request.Method, target[0], prefix, target.Length == 2 ? target[1] : "", host, context.Request.Headers, body,
            context.Request.ContentLength is not null, isTooLarge);
        await PlayAsync(context, request, fronts[vendor]);
    }

    private async Task PlayAsync(HttpContext context, WireRequest request, VendorFront front)
    {
        var refusal = front.Refusal(request) ?? (rates.Refusal(request.Vendor) is { } throttled ? front.Error(request, throttled) : null);
        if (refusal is not null || await ScenarioAsync(request, front, context.RequestAborted) is not { } scenario)
        {
            await SendAsync(context, request, refusal ?? await front.AnswerAsync(request, context.RequestAborted));
            return;
        }

        if (scenario.Kind == ScenarioKind.Error)
        {
            var error = VendorErrors.Find(request.Vendor, scenario.Code!, scenario.Http)!;
            await SendAsync(context, request, front.Error(request, error));
            return;
        }

        if (scenario.Kind == ScenarioKind.Status)
        {
            await SendAsync(context, request, new(scenario.Http!.Value, "text/html", "<html><body>The server in front of the service failed.</body></html>"u8.ToArray(), $"status {scenario.Http}"));
            return;
        }

        var answer = await front.AnswerAsync(request, context.RequestAborted);
        if (scenario.Kind is ScenarioKind.Delay or ScenarioKind.Drop)
        {
            if (scenario.Kind == ScenarioKind.Drop)
            {
                counters.Count(request, "dropped");
            }

            await Task.Delay(scenario.Milliseconds, context.RequestAborted);
        }

        switch (scenario.Kind)
        {
            case ScenarioKind.Drop:
                context.Abort();
                return;
            case ScenarioKind.Malformed:
                answer = answer with { Body = answer.Body[..(answer.Body.Length / 2)], Outcome = "malformed" };
                break;
            case ScenarioKind.Oversized:
                var blanks = Enumerable.Repeat((byte)' ', Math.Max(0, scenario.Bytes - answer.Body.Length));
                answer = answer with { Body = [.. answer.Body, .. blanks], Outcome = "oversized" };
                break;
        }

        await SendAsync(context, request, answer);
    }

    private async Task<Scenario?> ScenarioAsync(WireRequest request, VendorFront front, CancellationToken cancellationToken)
    {
        var specimen = scenarios.AskForSpecimen(request.Vendor) && await front.PictureAsync(request, cancellationToken) is { } picture
            ? await truths.SpecimenAsync(picture, cancellationToken) : null;
        return scenarios.Take(request.Vendor, specimen);
    }

    private async Task SendAsync(HttpContext context, WireRequest request, WireAnswer answer)
    {
        counters.Count(request, answer.Outcome);
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentType = answer.ContentType.Length > 0 ? answer.ContentType : null;
        response.ContentLength = answer.Body.Length;
        if (request.Method != "HEAD")
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    /// <summary>Reads to the end, so that the caller gets its answer and no broken pipe, and keeps what fits.</summary>
    private static async Task<(byte[] Body, bool IsTooLarge)> ReadAsync(HttpContext context)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isTooLarge = false;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            isTooLarge |= kept.Length + read > MaxBody;
            if (!isTooLarge)
            {
                kept.Write(buffer, 0, read);
            }
        }

        return (kept.ToArray(), isTooLarge);
    }
}
