using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// A load: <see cref="DirectPath"/> for its rows when their days hold nothing yet, else <see cref="StagedPath"/>; and the same
/// end for both, in one transaction.
/// </summary>
internal sealed class EfLoadSession : ILoadSession
{
    private readonly ContextLease _lease;
    private readonly SqlSession _session;
    private readonly LoadScope _scope;
    private readonly LoadHistory _history;
    private readonly ILoadPath _path;
    private readonly LoadRows _rows;

    private EfLoadSession(ContextLease lease, SqlSession session, LoadScope scope, LoadHistory history, ILoadPath path)
    {
        _lease = lease;
        _session = session;
        _scope = scope;
        _history = history;
        _path = path;
        _rows = new LoadRows(scope);
    }

    /// <summary>Begins a load on the way that its days allow.</summary>
    /// <param name="lease">The context of the session, which the load disposes.</param>
    /// <param name="session">The session.</param>
    /// <param name="scope">What is loaded.</param>
    /// <param name="id">The id of the load.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public static async Task<EfLoadSession> OpenAsync(
        ContextLease lease,
        SqlSession session,
        LoadScope scope,
        LoadId id,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        PpcAdsSqlDialect dialect = session.Dialect;
        session.Timeout = dialect.LoadTimeout;
        var names = new TableNames(lease.Context);
        StagingTable table = StagingTable.ForRows(dialect, scope);
        var history = new LoadHistory(session, names, scope, id, now);
        ScopeKey key = await LoadLock.RunAsync(
            dialect, scope, () => PerformanceScopes.FindOrAddAsync(session, names, scope, cancellationToken))
            .ConfigureAwait(false);
        var merge = new ScopeMerge(session, names, table, scope, key, now);
        IDirectRowWriter? direct = await LoadLock.RunAsync(
            dialect,
            scope,
            () => DirectLoad.TryBeginAsync(session, names, table, scope, key, history, now, cancellationToken))
            .ConfigureAwait(false);
        if (direct is not null)
        {
            DirectCommit commit = await DirectCommit.BeginAsync(session, names, scope, key, now, cancellationToken)
                .ConfigureAwait(false);
            return new EfLoadSession(lease, session, scope, history, new DirectPath(direct, commit, merge, scope));
        }

        await SqlSession.ExecuteAsync(session.Command(table.CreateSql(dialect)), cancellationToken).ConfigureAwait(false);
        IRowWriter writer = dialect.OpenStaging(session.Connection, null, table);
        return new EfLoadSession(lease, session, scope, history, new StagedPath(session, history, writer, merge, scope));
    }

    public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return _rows.WriteAsync(rows, _path, cancellationToken);
    }

    public Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default) =>
        LoadLock.RunAsync(_session.Dialect, _scope, () => CommitOnceAsync(cancellationToken));

    private async Task<LoadResult> CommitOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _path.FlushAsync(cancellationToken).ConfigureAwait(false);
            await _history.CheckLeaseAsync(cancellationToken).ConfigureAwait(false);
            if (await _history.FindAsync(cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                return earlier;
            }

            RowProblemLog problems = _rows.Problems;
            if (LoadRules.IsBeyondRejectedShare(_scope, _rows.Count, problems.Rejected))
            {
                await RejectAsync(cancellationToken).ConfigureAwait(false);
            }

            LoadResult result = await _path.ApplyAsync(_rows.Days, problems, cancellationToken).ConfigureAwait(false);
            result = result with
            {
                Rejected = problems.Rejected,
                RoundedAmounts = _rows.Rounded,
                Ignored = result.Ignored + _rows.Ignored,
            };
            problems.AddCounts(_scope, result);
            await _history.AddIssuesAsync(problems, cancellationToken).ConfigureAwait(false);
            await _history.AddAsync(result, cancellationToken).ConfigureAwait(false);
            await _session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            await _session.RollbackAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _path.DisposeAsync().ConfigureAwait(false);
            await _session.RollbackAsync().ConfigureAwait(false);

            // The connection goes back to a pool, where the next load would find the tables.
            await SqlSession.ExecuteAsync(
                _session.Command(TemporaryTables.DropSql), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // The connection is broken; the tables went with it. The cause has been reported already.
        }
        finally
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Nothing is loaded but the reasons.</summary>
    private async Task RejectAsync(CancellationToken cancellationToken)
    {
        await _session.RollbackAsync().ConfigureAwait(false);
        await _session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await _history.CheckLeaseAsync(cancellationToken).ConfigureAwait(false);
        await _history.AddIssuesAsync(_rows.Problems, cancellationToken).ConfigureAwait(false);
        await _session.CommitAsync(cancellationToken).ConfigureAwait(false);
        throw Rejected();
    }

    private ReportRejectedException Rejected() =>
        new($"{_rows.Problems.Rejected} of {_rows.Count} rows of report {_scope.ReportId} ({_scope.Dataset}) could not be read, "
            + $"more than the share of {_scope.MaxRejectedShare:P0} that is let pass; nothing was loaded. "
            + "The rows' problems are in ppc_sync_issues.")
        {
            Rows = _rows.Count,
            Rejected = _rows.Problems.Rejected,
        };
}
