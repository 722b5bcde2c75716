using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Exports.Wire;

namespace PpcAds.Sdk.Exports;

/// <content>Rows.</content>
public sealed partial class ExportsClient
{
    /// <summary>Requests an export of campaigns, waits until it is ready, and reads it.</summary>
    /// <param name="request">Which; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends everything; Amazon still makes the export.</param>
    /// <returns>
    /// The rows as they arrive, in no order, in memory that does not grow with the file. Each enumeration requests its own
    /// export. Rows of an enumeration that ends in an exception are not the whole export.
    /// </returns>
    /// <exception cref="PpcAdsValidationException">The request is not valid.</exception>
    /// <exception cref="AmazonAdsExportFailedException">The export failed, or was not made in time.</exception>
    /// <exception cref="AmazonAdsUnexpectedResponseException">The file is truncated, damaged or no export.</exception>
    /// <exception cref="AmazonAdsException">A call failed for good, or the connection broke.</exception>
    public IAsyncEnumerable<ExportedCampaign> ExportCampaignsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        ExportCampaignRowsAsync(request, cancellationToken).Select(row => row.Row);

    /// <summary>
    /// Requests an export of campaigns, waits until it is ready, and reads it, with the JSON of each row where it is kept.
    /// </summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportRow<ExportedCampaign>> ExportCampaignRowsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        RunAsync(ExportKind.Campaigns, request, ExportsJsonContext.Default.ExportedCampaign, cancellationToken);

    /// <summary>Requests an export of ad groups, waits until it is ready, and reads it.</summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportedAdGroup> ExportAdGroupsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        ExportAdGroupRowsAsync(request, cancellationToken).Select(row => row.Row);

    /// <summary>
    /// Requests an export of ad groups, waits until it is ready, and reads it, with the JSON of each row where it is kept.
    /// </summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportRow<ExportedAdGroup>> ExportAdGroupRowsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        RunAsync(ExportKind.AdGroups, request, ExportsJsonContext.Default.ExportedAdGroup, cancellationToken);

    /// <summary>Requests an export of targets, waits until it is ready, and reads it.</summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportedTarget> ExportTargetsAsync(
        TargetExportRequest? request = null, CancellationToken cancellationToken = default) =>
        ExportTargetRowsAsync(request, cancellationToken).Select(row => row.Row);

    /// <summary>
    /// Requests an export of targets, waits until it is ready, and reads it, with the JSON of each row where it is kept.
    /// </summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportRow<ExportedTarget>> ExportTargetRowsAsync(
        TargetExportRequest? request = null, CancellationToken cancellationToken = default) =>
        RunAsync(ExportKind.Targets, request, ExportsJsonContext.Default.ExportedTarget, cancellationToken);

    /// <summary>Requests an export of ads, waits until it is ready, and reads it.</summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportedAd> ExportAdsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        ExportAdRowsAsync(request, cancellationToken).Select(row => row.Row);

    /// <summary>
    /// Requests an export of ads, waits until it is ready, and reads it, with the JSON of each row where it is kept.
    /// </summary>
    /// <inheritdoc cref="ExportCampaignsAsync"/>
    public IAsyncEnumerable<ExportRow<ExportedAd>> ExportAdRowsAsync(
        EntityExportRequest? request = null, CancellationToken cancellationToken = default) =>
        RunAsync(ExportKind.Ads, request, ExportsJsonContext.Default.ExportedAd, cancellationToken);

    /// <summary>
    /// Reads a completed export of campaigns, through a link that is signed for this reading. Possible for 24 hours after it was
    /// made.
    /// </summary>
    /// <param name="exportId">Its id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The rows as they arrive, in no order, in memory that does not grow with the file. Rows of an enumeration that ends in an
    /// exception are not the whole export.
    /// </returns>
    /// <exception cref="AmazonAdsExportFailedException">The export failed.</exception>
    /// <exception cref="InvalidOperationException">The export is not finished.</exception>
    /// <exception cref="AmazonAdsUnexpectedResponseException">The file is truncated, damaged or no export.</exception>
    /// <exception cref="AmazonAdsException">A call failed for good, or the connection broke.</exception>
    public IAsyncEnumerable<ExportedCampaign> ReadCampaignsAsync(
        string exportId, CancellationToken cancellationToken = default) =>
        ReadAsync(ExportKind.Campaigns, exportId, ExportsJsonContext.Default.ExportedCampaign, cancellationToken)
            .Select(row => row.Row);

    /// <summary>
    /// Reads a completed export of ad groups, through a link that is signed for this reading. Possible for 24 hours after it was
    /// made.
    /// </summary>
    /// <inheritdoc cref="ReadCampaignsAsync"/>
    public IAsyncEnumerable<ExportedAdGroup> ReadAdGroupsAsync(string exportId, CancellationToken cancellationToken = default) =>
        ReadAsync(ExportKind.AdGroups, exportId, ExportsJsonContext.Default.ExportedAdGroup, cancellationToken)
            .Select(row => row.Row);

    /// <summary>
    /// Reads a completed export of targets, through a link that is signed for this reading. Possible for 24 hours after it was
    /// made.
    /// </summary>
    /// <inheritdoc cref="ReadCampaignsAsync"/>
    public IAsyncEnumerable<ExportedTarget> ReadTargetsAsync(string exportId, CancellationToken cancellationToken = default) =>
        ReadAsync(ExportKind.Targets, exportId, ExportsJsonContext.Default.ExportedTarget, cancellationToken)
            .Select(row => row.Row);

    /// <summary>
    /// Reads a completed export of ads, through a link that is signed for this reading. Possible for 24 hours after it was made.
    /// </summary>
    /// <inheritdoc cref="ReadCampaignsAsync"/>
    public IAsyncEnumerable<ExportedAd> ReadAdsAsync(string exportId, CancellationToken cancellationToken = default) =>
        ReadAsync(ExportKind.Ads, exportId, ExportsJsonContext.Default.ExportedAd, cancellationToken).Select(row => row.Row);

    /// <summary>Requests an export, waits until it is ready, and reads it.</summary>
    private async IAsyncEnumerable<ExportRow<T>> RunAsync<T>(
        ExportKind kind,
        ExportRequest? request,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        long start = _calls.TimeProvider.GetTimestamp();
        Export export = await CreateWithPatienceAsync(kind, request, start, cancellationToken).ConfigureAwait(false);
        export = await WaitAsync(export, start, cancellationToken).ConfigureAwait(false);
        await foreach (ExportRow<T> row in ReadAsync(kind, export.ExportId, type, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    /// <summary>
    /// All places may be taken for as long as other exports are being made: that is waited for like an export itself.
    /// </summary>
    private async Task<Export> CreateWithPatienceAsync(
        ExportKind kind, ExportRequest? request, long start, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await CreateExportAsync(kind, request, cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonAdsThrottledException throttled)
            {
                TimeSpan age = _calls.TimeProvider.GetElapsedTime(start);
                TimeSpan pace = _calls.Options.GetReportPollDelay(age);
                TimeSpan delay = throttled.RetryAfter is { } asked && asked > pace ? asked : pace;
                if (age + delay >= _calls.Options.ExportTimeout)
                {
                    throw;
                }

                ExportsLog.NoPlace(_logger, kind, _calls.ProfileId, delay);
                await Task.Delay(delay, _calls.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async IAsyncEnumerable<ExportRow<T>> ReadAsync<T>(
        ExportKind kind, string exportId, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var reader = new ExportRowReader<T>($"exports.{ExportOperations.Segment(kind)}", type, _calls.Drift);
        DownloadedFile file = await OpenAsync(kind, exportId, cancellationToken).ConfigureAwait(false);
        await foreach (ExportRow<T> row in ExportRows.ReadAsync(exportId, file, reader, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }
}
