using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Exports.Wire;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// Exports of a profile's entities, of every ad product in one file: requested, waited for, read. A picture of now, without
/// history; meant for a whole account, once or twice a day. Amazon Ads exports v1.
/// </summary>
public sealed partial class ExportsClient
{
    private const int MaxUnknownStatuses = 5;

    private readonly ProfileCalls _calls;
    private readonly ILogger _logger;

    internal ExportsClient(ProfileCalls calls, ILogger logger)
    {
        _calls = calls;
        _logger = logger;
    }

    /// <summary>Requests an export.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="request">
    /// Which of them; <see langword="null"/> for all. A <see cref="TargetExportRequest"/> goes with targets only.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">
    /// The request is not valid: rejected before anything is sent, or by Amazon.
    /// </exception>
    /// <exception cref="AmazonAdsThrottledException">
    /// Amazon makes at most 5 exports of a kind at a time for one client, all profiles together: wait for one to be finished.
    /// </exception>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<Export> CreateExportAsync(
        ExportKind kind, ExportRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new EntityExportRequest();
        if (request is TargetExportRequest && kind != ExportKind.Targets)
        {
            throw new PpcAdsValidationException("The export request", [
                new InputProblem(
                    nameof(kind),
                    kind.ToString(),
                    "takes no filters of targets.") { AllowedValues = [nameof(ExportKind.Targets)] },
            ]);
        }

        ExportRequestRules.Enforce(request);
        AdsRequest call = _calls.To(ExportOperations.Create(kind), $"{ExportOperations.Segment(kind)}/export") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(
                ExportRequestBody.From(request), ExportsJsonContext.Default.ExportRequestBody),
        };
        AdsResponse response = await _calls.Pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        Export created = _calls.Read(response, ExportsJsonContext.Default.ExportBody).ToExport(kind);
        return string.IsNullOrWhiteSpace(created.ExportId) ? throw response.Unexpected("exportId is missing.") : created;
    }

    /// <summary>Gets the state of an export.</summary>
    /// <param name="kind">The kind that it was requested with; Amazon answers 406 to another.</param>
    /// <param name="exportId">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AmazonAdsNotFoundException">There is no such export in this profile.</exception>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<Export> GetExportAsync(ExportKind kind, string exportId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(exportId))
        {
            throw new PpcAdsValidationException("The export id", [
                new InputProblem(nameof(exportId), exportId, "is empty; expected is the id that the creation answered."),
            ]);
        }

        AdsRequest call = _calls.To(ExportOperations.Get(kind), $"exports/{Uri.EscapeDataString(exportId)}");
        AdsResponse response = await _calls.Pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return _calls.Read(response, ExportsJsonContext.Default.ExportBody).ToExport(kind, exportId);
    }

    /// <summary>Waits until Amazon made an export. The wait holds no thread; its pace slows down with the export's age.</summary>
    /// <param name="export">The export, as it was created or last polled.</param>
    /// <param name="cancellationToken">Ends the wait; Amazon still makes the export.</param>
    /// <returns>The completed export.</returns>
    /// <exception cref="AmazonAdsExportFailedException">
    /// The export failed, or was not made within <see cref="AmazonAdsClientOptions.ExportTimeout"/>.
    /// </exception>
    /// <exception cref="AmazonAdsException">A call failed for good.</exception>
    public Task<Export> WaitForExportAsync(Export export, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(export);
        return WaitAsync(export, _calls.TimeProvider.GetTimestamp(), cancellationToken);
    }

    private async Task<Export> WaitAsync(Export export, long start, CancellationToken cancellationToken)
    {
        for (int unknown = 0; !export.IsFinished;)
        {
            unknown = export.Status.IsKnown ? 0 : unknown + 1;
            if (unknown >= MaxUnknownStatuses)
            {
                throw UnknownStatus(export);
            }

            TimeSpan age = _calls.TimeProvider.GetElapsedTime(start);
            if (age >= _calls.Options.ExportTimeout)
            {
                throw new AmazonAdsExportFailedException(
                    $"Export {export.ExportId} is still {export.Status} after {age}. It may finish later: poll it by its id.",
                    FailureOf(export, isTransient: true))
                {
                    ExportId = export.ExportId,
                };
            }

            TimeSpan delay = _calls.Options.GetReportPollDelay(age);
            ExportsLog.Waiting(_logger, export.ExportId, export.Status, age, delay);
            await Task.Delay(delay, _calls.TimeProvider, cancellationToken).ConfigureAwait(false);
            export = await GetExportAsync(export.Kind, export.ExportId, cancellationToken).ConfigureAwait(false);
        }

        return export.Status == ExportStatus.Completed ? export : throw Failed(export);
    }

    /// <summary>
    /// Opens the file through a link that is signed for this reading; one that expired meanwhile is requested again, once.
    /// </summary>
    private async Task<DownloadedFile> OpenAsync(ExportKind kind, string exportId, CancellationToken cancellationToken)
    {
        for (bool isSecond = false; ; isSecond = true)
        {
            Export export = await GetExportAsync(kind, exportId, cancellationToken).ConfigureAwait(false);
            try
            {
                return await _calls.Downloader.OpenAsync(
                    LinkTo(export),
                    (number, failure, delay) => ExportsLog.DownloadRetried(
                        _logger,
                        exportId,
                        number,
                        failure.StatusCode is { } status ? $"status {(int)status}" : failure.Message,
                        delay),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonAdsException refused) when (refused.StatusCode == HttpStatusCode.Forbidden && !isSecond)
            {
                ExportsLog.LinkRefused(_logger, exportId);
            }
        }
    }

    private FileLink LinkTo(Export export) =>
        export.Status == ExportStatus.Failed ? throw Failed(export)
        : export.Status != ExportStatus.Completed
            ? throw new InvalidOperationException(
                $"Export {export.ExportId} is {export.Status}; it can be read once it is COMPLETED.")
        : _calls.LinkTo(DownloadOperations.Exports, "export", export.ExportId, export.Url);

    private AmazonAdsUnexpectedResponseException UnknownStatus(Export export) => new(
        $"Export {export.ExportId} is '{export.Status}' at {MaxUnknownStatuses} polls in a row, "
        + "which is no status that this release knows "
        + "(PROCESSING, COMPLETED, FAILED). Poll it later by its id, or request it again.",
        FailureOf(export, isTransient: true));

    private AmazonAdsExportFailedException Failed(Export export)
    {
        bool isTooLarge = export.ErrorCode == "TIMED_OUT";
        string advice = isTooLarge ? "Narrow the filters: fewer ad products or states at a time." : "Request it again later.";
        string reason = string.Join(", ", new[] { export.ErrorCode, export.ErrorMessage }.OfType<string>());
        return new AmazonAdsExportFailedException(
            $"Amazon gave up on export {export.ExportId}: {(reason.Length > 0 ? reason : "no reason given")}. {advice}",
            FailureOf(export, isTransient: !isTooLarge))
        {
            ExportId = export.ExportId,
        };
    }

    private AmazonAdsFailure FailureOf(Export export, bool isTransient) => new()
    {
        Operation = "exports.get",
        ProfileId = _calls.ProfileId,
        ErrorCode = export.ErrorCode,
        Details = export.ErrorMessage,
        IsTransient = isTransient,
    };
}
