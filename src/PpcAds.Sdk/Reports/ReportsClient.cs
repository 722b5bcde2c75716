using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Reports.Wire;

namespace PpcAds.Sdk.Reports;

/// <summary>The reports of one profile: requested, waited for, downloaded. Amazon Ads reporting v3.</summary>
public sealed class ReportsClient
{
    private const int MaxDuplicateAnswers = 5;
    private const int MaxUnknownStatuses = 5;
    private static readonly TimeSpan DuplicateDelay = TimeSpan.FromMinutes(1);

    private readonly ProfileCalls _calls;
    private readonly TimeZoneInfo? _timeZone;
    private readonly ILogger _logger;

    internal ReportsClient(ProfileCalls calls, TimeZoneInfo? timeZone, ILogger logger)
    {
        _calls = calls;
        _timeZone = timeZone;
        _logger = logger;
    }

    /// <summary>
    /// Requests a report. When Amazon says that an identical one is under way (425), that one is adopted, once its dates and
    /// configuration were compared.
    /// </summary>
    /// <param name="request">
    /// What to request. Days are the profile's; today is refused when the profile's time zone is known.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">
    /// The request is not valid: rejected before anything is sent, or by Amazon.
    /// </exception>
    /// <exception cref="AmazonAdsDuplicateReportException">
    /// Amazon keeps calling it a duplicate of a report that is another.
    /// </exception>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<Report> CreateReportAsync(ReportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ReportRequestValidator.Validate(request, Today());
        string adProduct = request.AdProduct ?? ReportCatalogue.Default.Find(request.ReportTypeId)?.AdProduct
            ?? throw new PpcAdsValidationException("The report request", [
                new InputProblem(nameof(request.AdProduct), null, "is missing, and the catalogue does not know the report type."),
            ]);
        request = request with { AdProduct = adProduct };
        AdsRequest call = _calls.To(ReportOperations.Create, "reporting/reports") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(
                ReportRequestBody.From(request, adProduct), ReportsJsonContext.Default.ReportRequestBody),
            AlsoAccepted = DuplicateReport.Status,
        };
        for (int answer = 1; ; answer++)
        {
            AdsResponse response = await _calls.Pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccess)
            {
                Report created = _calls.Read(response, ReportsJsonContext.Default.ReportBody).ToReport();
                return string.IsNullOrWhiteSpace(created.ReportId) ? throw response.Unexpected("reportId is missing.") : created;
            }

            string? duplicateOf = DuplicateReport.FindId(response);
            if (await TryAdoptAsync(request, duplicateOf, cancellationToken).ConfigureAwait(false) is { } adopted)
            {
                return adopted;
            }

            // Who has little patience comes back by itself: minutes of waiting would hold all that stands behind it.
            if (answer >= MaxDuplicateAnswers || _calls.Patience < DuplicateDelay * MaxDuplicateAnswers)
            {
                throw Duplicate(response, duplicateOf, answer);
            }

            ReportsLog.NotAdopted(_logger, request.ReportTypeId, _calls.ProfileId, duplicateOf, DuplicateDelay);
            await Task.Delay(DuplicateDelay, _calls.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the state of a report.</summary>
    /// <exception cref="AmazonAdsNotFoundException">There is no such report in this profile.</exception>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<Report> GetReportAsync(string reportId, CancellationToken cancellationToken = default)
    {
        AdsResponse response = await _calls.Pipeline.SendAsync(
            ById(ReportOperations.Get, reportId), cancellationToken).ConfigureAwait(false);
        return _calls.Read(response, ReportsJsonContext.Default.ReportBody).ToReport(reportId);
    }

    /// <summary>Cancels a report that is still pending.</summary>
    /// <exception cref="AmazonAdsNotFoundException">There is no such report in this profile.</exception>
    /// <exception cref="AmazonAdsException">
    /// The call failed for good, perhaps because the report is no longer pending.
    /// </exception>
    public async Task DeleteReportAsync(string reportId, CancellationToken cancellationToken = default) =>
        await _calls.Pipeline.SendAsync(ById(ReportOperations.Delete, reportId), cancellationToken).ConfigureAwait(false);

    /// <summary>Opens the file of a completed report, through a link that is signed for this call.</summary>
    /// <returns>The open download; dispose it.</returns>
    /// <exception cref="AmazonAdsReportFailedException">The report failed.</exception>
    /// <exception cref="InvalidOperationException">The report is not finished.</exception>
    /// <exception cref="AmazonAdsException">The call failed for good.</exception>
    public async Task<ReportDownload> DownloadReportAsync(string reportId, CancellationToken cancellationToken = default)
    {
        Report report = await GetReportAsync(reportId, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(report, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Requests a report, waits until it is ready (minutes as a rule, up to three hours) and opens its file. The wait holds no
    /// thread, but is lost with the process: keep <see cref="Report.ReportId"/> of <see cref="CreateReportAsync"/> to go on
    /// later.
    /// </summary>
    /// <param name="request">What to request.</param>
    /// <param name="cancellationToken">Ends the wait; Amazon still makes the report.</param>
    /// <returns>The open download; dispose it.</returns>
    /// <exception cref="AmazonAdsReportFailedException">
    /// The report failed, or was not made within <see cref="AmazonAdsClientOptions.ReportTimeout"/>.
    /// </exception>
    /// <exception cref="AmazonAdsException">A call failed for good.</exception>
    public async Task<ReportDownload> RunReportAsync(ReportRequest request, CancellationToken cancellationToken = default)
    {
        long start = _calls.TimeProvider.GetTimestamp();
        Report report = await CreateReportAsync(request, cancellationToken).ConfigureAwait(false);
        for (int unknown = 0; !report.IsFinished;)
        {
            unknown = report.Status.IsKnown ? 0 : unknown + 1;
            if (unknown >= MaxUnknownStatuses)
            {
                throw UnknownStatus(report);
            }

            TimeSpan age = _calls.TimeProvider.GetElapsedTime(start);
            if (age >= _calls.Options.ReportTimeout)
            {
                throw new AmazonAdsReportFailedException(
                    $"Report {report.ReportId} is still {report.Status} after {age}. It may finish later: poll it by its id.",
                    FailureOf())
                {
                    ReportId = report.ReportId,
                };
            }

            TimeSpan delay = _calls.Options.GetReportPollDelay(age);
            ReportsLog.Waiting(_logger, report.ReportId, report.Status, age, delay);
            await Task.Delay(delay, _calls.TimeProvider, cancellationToken).ConfigureAwait(false);
            report = (await GetReportAsync(report.ReportId, cancellationToken).ConfigureAwait(false)) with
            {
                IsAdopted = report.IsAdopted,
            };
        }

        // The answer to a creation has no link, even if the report is there already.
        return report.Url is null && report.Status == ReportStatus.Completed
            ? await DownloadReportAsync(report.ReportId, cancellationToken).ConfigureAwait(false)
            : await OpenAsync(report, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReportDownload> OpenAsync(Report report, CancellationToken cancellationToken)
    {
        if (report.Status == ReportStatus.Failed)
        {
            throw new AmazonAdsReportFailedException(
                $"Amazon gave up on report {report.ReportId}: {report.FailureReason ?? "no reason given"}. "
                + "Request it again later.",
                FailureOf())
            {
                ReportId = report.ReportId,
                FailureReason = report.FailureReason,
            };
        }

        if (report.Status != ReportStatus.Completed)
        {
            throw new InvalidOperationException(
                $"Report {report.ReportId} is {report.Status}; it can be downloaded once it is COMPLETED.");
        }

        DownloadedFile file = await _calls.Downloader.OpenAsync(
            _calls.LinkTo(DownloadOperations.Reports, "report", report.ReportId, report.Url),
            (number, failure, delay) => ReportsLog.DownloadRetried(
                _logger,
                report.ReportId,
                number,
                failure.StatusCode is { } status ? $"status {(int)status}" : failure.Message,
                delay),
            cancellationToken).ConfigureAwait(false);
        return new ReportDownload(report, file.Content, file.ContentLength);
    }

    private async Task<Report?> TryAdoptAsync(ReportRequest request, string? reportId, CancellationToken cancellationToken)
    {
        if (reportId is null)
        {
            return null;
        }

        try
        {
            Report other = await GetReportAsync(reportId, cancellationToken).ConfigureAwait(false);
            if (!other.IsRequestKnown || !other.IsOf(request))
            {
                return null;
            }

            ReportsLog.Adopted(_logger, reportId, request.ReportTypeId, _calls.ProfileId);
            return other with { IsAdopted = true };
        }
        catch (AmazonAdsNotFoundException)
        {
            return null;
        }
    }

    private AdsRequest ById(AdsOperation operation, string reportId)
    {
        if (string.IsNullOrWhiteSpace(reportId))
        {
            throw new PpcAdsValidationException("The report id", [
                new InputProblem(nameof(reportId), reportId, "is empty; expected is the id that the creation answered."),
            ]);
        }

        return _calls.To(operation, $"reporting/reports/{Uri.EscapeDataString(reportId)}");
    }

    private AmazonAdsDuplicateReportException Duplicate(AdsResponse response, string? duplicateOf, int answers)
    {
        ErrorBody? body = ErrorBody.TryRead(response.Body);
        return new AmazonAdsDuplicateReportException(
            $"Amazon answered {(answers == 1 ? "once" : $"{answers} times")} that the report is a duplicate of "
            + $"{duplicateOf ?? "another"}, which is not the same. "
            + "Try again when that one is finished, or cancel it.",
            new AmazonAdsFailure
            {
                StatusCode = (HttpStatusCode)DuplicateReport.Status,
                ErrorCode = body?.Code,
                Details = body?.Details,
                RequestId = response.RequestId,
                Operation = ReportOperations.Create.Name,
                ProfileId = _calls.ProfileId,
                IsTransient = true,
            })
        {
            DuplicateOf = duplicateOf,
        };
    }

    private AmazonAdsUnexpectedResponseException UnknownStatus(Report report) => new(
        $"Report {report.ReportId} is '{report.Status}' at {MaxUnknownStatuses} polls in a row, "
        + "which is no status that this release knows "
        + "(PENDING, PROCESSING, COMPLETED, FAILED). Poll it later by its id, or request it again.",
        FailureOf());

    private AmazonAdsFailure FailureOf() =>
        new() { Operation = ReportOperations.Get.Name, ProfileId = _calls.ProfileId, IsTransient = true };

    private DateOnly? Today() =>
        _timeZone is null
            ? null
            : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_calls.TimeProvider.GetUtcNow(), _timeZone).DateTime);
}
