using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Runs and issues, which are counted up by SQL.</summary>
internal sealed class EfSyncLog(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : SyncLogBase(contexts)
{
    public override async Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        if (issues.Count == 0)
        {
            return;
        }

        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var names = new TableNames(lease.Context);
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                foreach (SyncIssue issue in issues)
                {
                    await IssueWriter.CountAsync(session, names, issue, cancellationToken).ConfigureAwait(false);
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }
}
