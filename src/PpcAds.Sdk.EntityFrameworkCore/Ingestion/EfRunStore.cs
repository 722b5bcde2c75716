using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Queued runs, whose unique indexes see to it that of the same requests one is open.</summary>
internal sealed class EfRunStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : RunStoreBase(contexts)
{
    protected override async Task<long?> InsertAsync(
        DbContext context, RunRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.OpenAsync(context, dialect, cancellationToken).ConfigureAwait(false);
        return await SqlSession.FirstAsync<long?>(
            session.Command(
                $"""
                INSERT INTO {new TableNames(context).QueuedRuns} (
                  request_key, slot, account_id, profile_id, start_date, end_date, datasets, state,
                  is_cancel_requested, requested_at)
                VALUES (@key, @slot, @account, @profile, @start, @end, @datasets, 'queued', @no, @now)
                ON CONFLICT DO NOTHING
                RETURNING run_id
                """,
                ("@key", request.Key),
                ("@slot", request.Slot),
                ("@account", request.AccountId?.Value),
                ("@profile", request.ProfileId?.Value),
                ("@start", request.StartDate is { } start ? dialect.DateValue(start) : null),
                ("@end", request.EndDate is { } end ? dialect.DateValue(end) : null),
                ("@datasets", request.Datasets.Count == 0 ? null : string.Join(',', request.Datasets)),
                ("@no", false),
                ("@now", dialect.InstantValue(now))),
            reader => reader.GetInt64(0),
            cancellationToken).ConfigureAwait(false);
    }
}
