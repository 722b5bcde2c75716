using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Planning;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>Downloads the report of a job and loads it.</summary>
internal sealed class ReportLoader(
    IEtlSink sink, IngestionOptions options, StorageRetry retry, TimeProvider timeProvider, IngestionMetrics metrics)
{
    /// <summary>How far the time that a report says its figures are of may be off what is possible.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>Loads the report, unless that was done before and only the answer was lost.</summary>
    /// <returns>
    /// The job with the time of its figures; and the load, or <see langword="null"/> when Amazon has another report under the id.
    /// </returns>
    public async Task<(ReportJob Job, LoadResult? Load)> LoadAsync(
        ReportJob job, ReportsClient reports, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        if (await retry.RunAsync(() => sink.FindLoadAsync(job.LoadId, cancellationToken), cancellationToken)
            .ConfigureAwait(false) is { } known)
        {
            return (job, known);
        }

        ReportDownload download = await reports.DownloadReportAsync(job.ReportId!, cancellationToken).ConfigureAwait(false);
        run.Failures.Answered(job.AccountId, job.ProfileId);
        await using var _ = download.ConfigureAwait(false);
        if (!download.Report.IsOf(RequestOf(job)))
        {
            return (job, null);
        }

        job = job with { GeneratedAt = GeneratedAtOf(download.Report, job) };
        SpoolFile spool = await SpoolFile.DownloadAsync(
            download, options.SpoolDirectory, cancellationToken).ConfigureAwait(false);
        await using var __ = spool.ConfigureAwait(false);
        LoadResult load = await metrics.LoadAsync(
            job.Dataset,
            timeProvider,
            () => LoadAsync(job, profile, spool, run.DriftOf(job.AccountId), cancellationToken)).ConfigureAwait(false);
        return (job, load);
    }

    /// <summary>
    /// The request of a job's report with the columns that are configured now. A report that was requested with others, before a
    /// restart, is none of it, and another is requested.
    /// </summary>
    public ReportRequest RequestOf(ReportJob job)
    {
        Dataset dataset = Datasets.Get(job.Dataset);
        return dataset.ToRequest(job.StartDate, job.EndDate) with
        {
            AdProduct = dataset.AdProduct,
            Columns = ColumnsOf(dataset, options.GetExtraColumns(dataset)),
        };
    }

    /// <summary>
    /// When the figures were taken. An implausible time, which would keep this report or later ones from their days, is replaced
    /// by the present.
    /// </summary>
    public DateTimeOffset GeneratedAtOf(Report report, ReportJob job)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        DateTimeOffset stated = report.GeneratedAt ?? report.UpdatedAt;
        return stated <= now + ClockTolerance && stated >= job.CreatedAt - ClockTolerance ? stated : now;
    }

    /// <summary>Loads the spooled file; a database that fails for a moment gets it again without another download.</summary>
    private Task<LoadResult> LoadAsync(
        ReportJob job, ProfileRecord profile, SpoolFile spool, SchemaDrift drift, CancellationToken cancellationToken)
    {
        LoadScope scope = ScopeOf(job, profile) with { FileBytes = spool.UnpackedBytes };
        bool isFirst = true;
        return retry.RunAsync(
            async () =>
            {
                // A commit whose answer was lost is no failure.
                if (!isFirst && await sink.FindLoadAsync(job.LoadId, cancellationToken).ConfigureAwait(false) is { } committed)
                {
                    return committed;
                }

                isFirst = false;
                IReadOnlyList<string> columns = ColumnsOf(scope.Dataset, scope.ExtraColumns);
                var differences = new ReportDrift(scope.Dataset, columns, drift);
                ILoadSession session = await sink.BeginReplaceAsync(scope, job.LoadId, cancellationToken).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                {
                    await foreach (ReportBatch batch in spool.ReadAsync(
                        columns, cancellationToken).ConfigureAwait(false))
                    {
                        differences.Observe(batch);
                        await session.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                    }

                    differences.Complete();

                    return await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);
    }

    /// <summary>The first day that Amazon has at a time.</summary>
    public DateOnly RetentionStart(Dataset dataset, ProfileRecord profile, DateTimeOffset at) =>
        ProfileCalendar.DateAt(ProfileCalendar.GetZone(profile), at).AddDays(-options.GetRetentionDays(dataset.ReportType));

    private static IReadOnlyList<string> ColumnsOf(Dataset dataset, IReadOnlyList<string> extraColumns) =>
        extraColumns.Count == 0 ? dataset.Columns : [.. dataset.Columns, .. extraColumns];

    private LoadScope ScopeOf(ReportJob job, ProfileRecord profile)
    {
        Dataset dataset = Datasets.Get(job.Dataset);
        DateTimeOffset generatedAt = job.GeneratedAt!.Value;
        return new LoadScope
        {
            AccountId = job.AccountId,
            ProfileId = job.ProfileId,
            Dataset = dataset,
            StartDate = job.StartDate,
            EndDate = job.EndDate,
            ReportId = job.ReportId!,
            GeneratedAt = generatedAt,
            RetentionStart = RetentionStart(dataset, profile, generatedAt),
            CurrencyCode = profile.CurrencyCode ?? "",
            ExtraColumns = options.GetExtraColumns(dataset),
            AttributionDays = dataset.AttributionDaysFor(profile.Type),
            MaxRejectedShare = options.MaxRejectedRowShare,
            ConfirmedRemoval = job.RemovalDigest,
            Fence = job.Fence,
        };
    }
}
