using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Throttling;

/// <summary>
/// Learned rates in <c>ppc_learned_rates</c>. Of several processes that call for an account, the last one to write is remembered.
/// </summary>
internal sealed class EfRateStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : IRateStore
{
    // What this process wrote last: most accounts rest most of the time.
    private readonly Dictionary<(string Account, AmazonAdsRegion Region, OperationClass OperationClass), LearnedRate> _written =
        [];

    public async ValueTask<IReadOnlyList<LearnedRate>> LoadAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcLearnedRate> rows = await lease.Context.Set<PpcLearnedRate>().AsNoTracking()
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new LearnedRate
                {
                    Account = row.Account,
                    Region = row.Region,
                    OperationClass = row.OperationClass,
                    CallsPerSecond = row.CallsPerSecond,
                    LearnedAt = row.LearnedAt,
                    QuietUntil = row.QuietUntil,
                }),
            ];
        }
    }

    public async ValueTask SaveAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rates);

        // In one order, so that two processes do not wait for each other.
        LearnedRate[] changed =
        [
            .. rates.Where(rate => !_written.TryGetValue(Key(rate), out LearnedRate? written) || written != rate)
                .OrderBy(rate => rate.Account, StringComparer.Ordinal).ThenBy(rate => rate.Region)
                .ThenBy(rate => rate.OperationClass),
        ];
        if (changed.Length == 0)
        {
            return;
        }

        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            string table = new TableNames(lease.Context).LearnedRates;
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                foreach (LearnedRate rate in changed)
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

        foreach (LearnedRate rate in changed)
        {
            _written[Key(rate)] = rate;
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

    private static (string Account, AmazonAdsRegion Region, OperationClass OperationClass) Key(LearnedRate rate) =>
        (rate.Account, rate.Region, rate.OperationClass);
}
