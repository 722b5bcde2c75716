using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Benchmarks.Techniques;

/// <summary>
/// The SDK's load as the orchestrator does it: a claimed job, the report's file from the disk, the sink's session, one commit with ledger and
/// sums. Everything through public API.
/// </summary>
internal sealed class SdkLoad : IAsyncDisposable
{
    private static readonly DateTimeOffset FirstReportAt = new(2026, 2, 12, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private LoadScope? _scope;
    private LoadId _loadId;

    public SdkLoad(Action<IPpcAdsBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddPpcAds());
        _services = services.BuildServiceProvider();
    }

    /// <summary>Brings the tables up to date, as a host does when it starts, and makes the account if there is none.</summary>
    public async Task<AccountId> EnsureReadyAsync(CancellationToken cancellationToken)
    {
        await _services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
        var accounts = _services.GetRequiredService<IAccountStore>();
        IReadOnlyList<Account> known = await accounts.ListAsync(cancellationToken);
        return known.Count > 0 ? known[0].AccountId : (await accounts.AddAsync("Benchmark", cancellationToken)).AccountId;
    }

    /// <summary>Makes and claims the job of one report.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="report">The how-manieth report of the days it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task PrepareAsync(Dataset dataset, long profileId, int report, CancellationToken cancellationToken)
    {
        AccountId account = await EnsureReadyAsync(cancellationToken);
        var jobs = _services.GetRequiredService<IReportJobStore>();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var planned = new PlannedReport
        {
            AccountId = account,
            ProfileId = new ProfileId(profileId),
            Dataset = dataset.Id,
            StartDate = ReportSource.FirstDay,
            EndDate = ReportSource.LastDay,
            Reason = report == 1 ? PlanReason.Missing : PlanReason.Restatement,
        };
        await jobs.AddAsync([planned], now, cancellationToken);
        var filter = new ReportJobFilter { AccountId = account, ProfileId = planned.ProfileId };
        ReportJob job = await jobs.ClaimAsync("benchmark", TimeSpan.FromHours(1), now, filter, cancellationToken)
            ?? throw new InvalidOperationException("The job that was added is not due.");
        job = job with
        {
            State = ReportJobState.Loading,
            ReportId = $"report-{report}",
            RequestedAt = now,
            GeneratedAt = FirstReportAt.AddHours(report),
        };
        await jobs.SaveAsync(job, release: false, cancellationToken);
        _loadId = job.LoadId;
        _scope = new LoadScope
        {
            AccountId = account,
            ProfileId = planned.ProfileId,
            Dataset = dataset,
            StartDate = job.StartDate,
            EndDate = job.EndDate,
            ReportId = job.ReportId,
            GeneratedAt = job.GeneratedAt.Value,
            RetentionStart = ReportSource.FirstDay.AddDays(-30),
            CurrencyCode = ReportSource.Currency,
            AttributionDays = ReportSource.AttributionDays,
            Fence = job.Fence,
        };
    }

    /// <summary>Loads a file.</summary>
    public async Task<LoadResult> RunAsync(string path, CancellationToken cancellationToken)
    {
        var sink = _services.GetRequiredService<IEtlSink>();
        await using FileStream file = InputFiles.OpenReport(path);
        // Reports shrink to an eighth and less; the SDK reads it at the file's end.
        LoadScope scope = _scope! with { FileBytes = file.Length * 8 };
        await using ILoadSession session = await sink.BeginReplaceAsync(scope, _loadId, cancellationToken);
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(file, scope.Dataset.Columns, null, cancellationToken))
        {
            await session.WriteAsync(batch, cancellationToken);
        }

        return await session.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
