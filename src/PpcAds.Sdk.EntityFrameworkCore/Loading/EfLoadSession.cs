using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Rows go into a temporary table that nobody else sees; the commit compares and changes all in one transaction.</summary>
internal sealed class EfLoadSession : ILoadSession
{
    private readonly ContextLease _lease;
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly StagingTable _table;
    private readonly LoadScope _scope;
    private readonly LoadId _id;
    private readonly TimeProvider _timeProvider;
    private readonly PerformanceRowMapper _mapper;
    private readonly IStagingWriter _writer;
    private readonly RowProblemLog _problems = new();
    private long _rows;
    private long _rounded;
    private long _ignored;
    private long _skippedSoFar;

    public EfLoadSession(
        ContextLease lease, SqlSession session, TableNames names, StagingTable table, LoadScope scope, LoadId id, TimeProvider timeProvider)
    {
        _lease = lease;
        _session = session;
        _names = names;
        _table = table;
        _scope = scope;
        _id = id;
        _timeProvider = timeProvider;
        _mapper = new PerformanceRowMapper(scope);
        _writer = session.Dialect.OpenWriter(session.Connection, table);
    }

    public async Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _mapper.Bind(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            _rows++;
            if (!_mapper.TryRead(row, out RowProblem? problem))
            {
                _problems.AddRejected(problem!, _mapper.Row.Date);
            }
            else if (_mapper.Row.Date < _scope.StartDate || _mapper.Row.Date > _scope.EndDate)
            {
                _ignored++;
            }
            else
            {
                _rounded += _mapper.Row.RoundedAmounts;
                await _writer.AddAsync(_mapper.Row, cancellationToken).ConfigureAwait(false);
            }
        }

        for (; _skippedSoFar < rows.SkippedRowCount; _skippedSoFar++)
        {
            _rows++;
            _problems.AddRejected(new RowProblem("no row object", "An element of the file's array is no object."), default);
        }

        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = _timeProvider.GetUtcNow();
        var register = new LoadRegister(_session, _names, _scope, _id, now);
        try
        {
            await _session.BeginAsync(cancellationToken).ConfigureAwait(false);
            await register.CheckLeaseAsync(cancellationToken).ConfigureAwait(false);
            if (await register.FindAsync(cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                await _session.RollbackAsync().ConfigureAwait(false);
                return earlier;
            }

            if (LoadRules.IsBeyondRejectedShare(_scope, _rows, _problems.Rejected))
            {
                await register.AddIssuesAsync(_problems, cancellationToken).ConfigureAwait(false);
                await _session.CommitAsync(cancellationToken).ConfigureAwait(false);
                throw Rejected();
            }

            var merge = new ScopeMerge(_session, _names, _table, _scope, now);
            LoadResult result = await merge.RunAsync(_problems, cancellationToken).ConfigureAwait(false);
            result = result with { Rejected = _problems.Rejected, RoundedAmounts = _rounded, Ignored = result.Ignored + _ignored };
            _problems.AddCounts(result);
            await register.AddIssuesAsync(_problems, cancellationToken).ConfigureAwait(false);
            await register.AddAsync(result, cancellationToken).ConfigureAwait(false);
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
            await _session.RollbackAsync().ConfigureAwait(false);
            await _writer.DisposeAsync().ConfigureAwait(false);

            // The connection goes back to a pool, where the next load would find the table.
            await SqlSession.ExecuteAsync(_session.Command($"DROP TABLE IF EXISTS {_table.Name}"), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // The connection is broken; the table went with it. What broke it is told already.
        }
        finally
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ReportRejectedException Rejected() =>
        new($"{_problems.Rejected} of {_rows} rows of report {_scope.ReportId} ({_scope.Dataset}) could not be read, more than the share of "
            + $"{_scope.MaxRejectedShare:P0} that is let pass; nothing was loaded. The rows' problems are in ppc_sync_issues.")
        {
            Rows = _rows,
            Rejected = _problems.Rejected,
        };
}
