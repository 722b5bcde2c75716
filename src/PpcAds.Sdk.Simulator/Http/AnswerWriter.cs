using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Writes an answer, or as much of it as a fault lets through.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext context, Answer answer, long? cutAfterBytes)
    {
        CancellationToken aborted = context.RequestAborted;
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        AddHeaders(response.Headers, answer);
        response.ContentLength = answer.WriteAsync is null ? answer.Body.Length : answer.ContentLength;
        Func<Stream, CancellationToken, Task> writeAsync = answer.WriteAsync
            ?? (async (stream, token) => await stream.WriteAsync(answer.Body, token).ConfigureAwait(false));
        if (cutAfterBytes is not { } limit)
        {
            await writeAsync(response.Body, aborted).ConfigureAwait(false);
            return;
        }

        // A body shorter than it was announced makes the server close the connection after what was sent. An abort could
        // outrun those bytes, and the caller would see no answer at all.
        response.ContentLength ??= limit + 1;
        try
        {
            var cutting = new CuttingStream(response.Body, limit);
            await using (cutting.ConfigureAwait(false))
            {
                await writeAsync(cutting, aborted).ConfigureAwait(false);
            }
        }
        catch (CuttingStream.CutException)
        {
            // What was let through is on its way.
        }
    }

    private static void AddHeaders(IHeaderDictionary headers, Answer answer)
    {
        headers.RetryAfter = answer.RetryAfterDate?.ToString("r", CultureInfo.InvariantCulture)
            ?? answer.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        headers.Location = answer.Location;
        headers.ContentEncoding = answer.ContentEncoding;
        headers.ContentRange = answer.ContentRange;
    }
}
