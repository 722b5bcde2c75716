using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PpcAds.Sdk.Simulator.Authentication;
using PpcAds.Sdk.Simulator.Control;
using PpcAds.Sdk.Simulator.Exports;
using PpcAds.Sdk.Simulator.Faults;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Takes each request to its endpoint, lets scripted faults happen, and keeps the log.</summary>
internal sealed class Dispatcher(
    SimulatorOptions options,
    SimulatorClock clock,
    SimulatorFaults faults,
    SimulatorRequestLog log,
    TokenEndpoint tokenEndpoint,
    ConsentEndpoint consentEndpoint,
    AdsApi api,
    DownloadEndpoint downloads,
    ControlEndpoint control,
    ReportService reports,
    ExportService exports)
{
    private const int LargestBody = 4 * 1024 * 1024;
    private int _requests;

    public async Task HandleAsync(HttpContext context)
    {
        IncomingCall call = await ReadAsync(context.Request).ConfigureAwait(false);
        string requestId = string.Create(
            CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests):x12}");
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        context.Response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        if (call.Path.StartsWith(ControlEndpoint.Prefix, StringComparison.Ordinal) && options.ControlSurface)
        {
            await AnswerWriter.WriteAsync(context, control.Handle(call), null).ConfigureAwait(false);
            return;
        }

        Operation? operation = api.Find(call, out string last);
        string name = operation?.Name ?? NameOf(call);
        SimulatorFault? fault = faults.Take(name, call.ScopeProfileId);
        if (fault is { Kind: SimulatorFaultKind.Delay })
        {
            await Task.Delay(fault.Delay, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
        }
        else if (fault is { Kind: SimulatorFaultKind.ExportFails })
        {
            exports.SpoilNext(call.ScopeProfileId, fault);
        }
        else if (fault is not null && ReportService.Spoils(fault.Kind))
        {
            reports.SpoilNext(call.ScopeProfileId, fault);
        }

        Answer answer = fault is { Kind: SimulatorFaultKind.Status }
            ? Faulty(operation, fault, context.Request)
            : Answer(operation, last, call with { Fault = fault }, new Uri($"{context.Request.Scheme}://{context.Request.Host}"));
        answer = await AnswerChanges.ApplyAsync(fault, answer, context.RequestAborted).ConfigureAwait(false);
        bool cut = fault is { Kind: SimulatorFaultKind.CloseConnection };
        log.Add(clock.GetUtcNow(), name, call, cut ? 0 : answer.Status, requestId);
        if (cut)
        {
            context.Abort();
            return;
        }

        await AnswerWriter.WriteAsync(
            context, answer, fault is { Kind: SimulatorFaultKind.TruncateBody } ? fault.AfterBytes : null).ConfigureAwait(false);
    }

    private Answer Answer(Operation? operation, string last, IncomingCall call, Uri root) => NameOf(call) switch
    {
        TokenEndpoint.Operation => tokenEndpoint.Handle(call),
        ConsentEndpoint.Operation => consentEndpoint.Handle(call),
        DownloadEndpoint.Operation or DownloadEndpoint.ExportOperation => downloads.Handle(call),
        _ => operation is null ? Errors.NotFound() : api.Handle(operation, last, call, root),
    };

    private Answer Faulty(Operation? operation, SimulatorFault fault, HttpRequest request)
    {
        Answer answer = fault.Body is { } body
            ? Http.Answer.Text(fault.Status, body, fault.ContentType)
            : operation is null
                ? Http.Answer.Text(fault.Status, "", Http.Answer.Json)
                : api.Error(operation, fault.Status, null);
        if (fault.IsGzipped)
        {
            answer = answer with { Body = AnswerChanges.Pack(answer.Body.ToArray()), ContentEncoding = "gzip" };
        }

        return answer with
        {
            RetryAfter = fault.RetryAfterSeconds,
            RetryAfterDate = fault.RetryAfterIsDate ? clock.GetUtcNow().AddSeconds(fault.RetryAfterSeconds ?? 0) : null,
            Location = fault.Status is 301 or 302 or 303 or 307 or 308 ? fault.Location ?? request.GetEncodedUrl() : null,
        };
    }

    private static string NameOf(IncomingCall call) => call.Path switch
    {
        "/auth/o2/token" => TokenEndpoint.Operation,
        "/ap/oa" => ConsentEndpoint.Operation,
        _ => (call.Method == "GET" ? DownloadEndpoint.OperationOf(call.Path) : null) ?? "unknown",
    };

    private static async Task<IncomingCall> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted).ConfigureAwait(false);
        if (body.Length > LargestBody)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        string path = request.Path.Value ?? "/";
        SimulatorRegion region = SimulatorRegion.NA;
        if (path.StartsWith("/eu/", StringComparison.Ordinal))
        {
            (region, path) = (SimulatorRegion.EU, path[3..]);
        }
        else if (path.StartsWith("/fe/", StringComparison.Ordinal))
        {
            (region, path) = (SimulatorRegion.FE, path[3..]);
        }

        return new IncomingCall(request.Method, region, path, request.Query, request.Headers, body.ToArray());
    }
}
