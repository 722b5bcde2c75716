using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Throttling;

/// <summary>Learned rates, each written by one statement.</summary>
internal sealed class EfRateStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : RateStoreBase(contexts)
{
    protected override async Task WriteAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            string table = new TableNames(lease.Context).LearnedRates;
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                foreach (LearnedRate rate in rates)
                {
                    await UpsertAsync(session, table, rate, cancellationToken).ConfigureAwait(false);
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }

    private Task<int> UpsertAsync(
        SqlSession session, string table, LearnedRate rate, CancellationToken cancellationToken) => SqlSession.ExecuteAsync(
        session.Command(
            $"""
            INSERT INTO {table} (account, region, operation_class, calls_per_second, learned_at, quiet_until)
            VALUES (@account, @region, @class, @rate, @learned, @quiet)
            ON CONFLICT (account, region, operation_class) DO UPDATE
            SET calls_per_second = excluded.calls_per_second,
              learned_at = excluded.learned_at,
              quiet_until = excluded.quiet_until
            """,
            ("@account", rate.Account),
            ("@region", EnumText.Of(rate.Region)),
            ("@class", EnumText.Of(rate.OperationClass)),
            ("@rate", rate.CallsPerSecond),
            ("@learned", dialect.InstantValue(rate.LearnedAt)),
            ("@quiet", rate.QuietUntil is { } quiet ? dialect.InstantValue(quiet) : null)),
        cancellationToken);
}
