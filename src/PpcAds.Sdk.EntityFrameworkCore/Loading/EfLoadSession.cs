using System.Runtime.InteropServices;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// Rows go straight into the table when their days hold nothing yet, else into a temporary one that nobody else sees, and the commit
/// compares and changes all in one transaction.
/// </summary>
internal sealed class EfLoadSession : ILoadSession
{
    private readonly ContextLease _lease;
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly StagingTable _table;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly LoadHistory _register;
    private readonly PerformanceRowMapper _mapper;
    private readonly RowProblemLog _problems = new();
    private readonly Dictionary<DateOnly, DayTotals> _days = [];
    private IDirectRowWriter? _direct;
    private DirectCommit? _directCommit;
    private IRowWriter? _writer;
    private DateOnly _first;
    private long _rows;
    private long _rounded;
    private long _ignored;
    private long _skippedSoFar;

    public EfLoadSession(ContextLease lease, SqlSession session, TableNames names, LoadScope scope, LoadId id, DateTimeOffset now)
    {
        _lease = lease;
        _session = session;
        _session.Timeout = session.Dialect.LoadTimeout;
        _names = names;
        _table = StagingTable.ForRows(session.Dialect, scope);
        _scope = scope;
        _now = now;
        _register = new LoadHistory(session, names, scope, id, now);
        _mapper = new PerformanceRowMapper(scope);
    }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _direct = await LoadLock.RunAsync(
            _session.Dialect,
            _scope,
            () => DirectLoad.TryBeginAsync(_session, _names, _table, _scope, _register, _now, cancellationToken)).ConfigureAwait(false);
        if (_direct is not null)
        {
            _directCommit = await DirectCommit.BeginAsync(_session, _names, _scope, _now, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await SqlSession.ExecuteAsync(_session.Command(_table.CreateSql(_session.Dialect)), cancellationToken).ConfigureAwait(false);
        }

        _first = _direct is null ? _scope.StartDate : _scope.FirstDate;
        _writer = _direct ?? _session.Dialect.OpenStaging(_session.Connection, null, _table);
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
            else if (_mapper.Row.Date < _first || _mapper.Row.Date > _scope.EndDate)
            {
                _ignored++;
            }
            else
            {
                _rounded += _mapper.Row.RoundedAmounts;
                if (_mapper.Row.Note is { } note)
                {
                    _problems.AddNote(note);
                }

                ref DayTotals day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, _mapper.Row.Date, out _);
                day = day.Plus(_mapper.Row);
                _directCommit?.Add(_mapper.Row);
                await _writer!.AddAsync(_mapper.Row, cancellationToken).ConfigureAwait(false);
            }
        }

        for (; _skippedSoFar < rows.SkippedRowCount; _skippedSoFar++)
        {
            _rows++;
            _problems.AddRejected(new RowProblem("no row object", "An element of the file's array is no object."), default);
        }
    }

    public Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default) =>
        LoadLock.RunAsync(_session.Dialect, _scope, () => CommitOnceAsync(cancellationToken));

    private async Task<LoadResult> CommitOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _writer!.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (_session.Transaction is null)
            {
                await BeginAsync(cancellationToken).ConfigureAwait(false);
            }

            await _register.CheckLeaseAsync(cancellationToken).ConfigureAwait(false);
            if (await _register.FindAsync(cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                return earlier;
            }

            if (LoadRules.IsBeyondRejectedShare(_scope, _rows, _problems.Rejected))
            {
                await RejectAsync(cancellationToken).ConfigureAwait(false);
            }

            LoadResult result = await ChangeAsync(cancellationToken).ConfigureAwait(false);
            result = result with { Rejected = _problems.Rejected, RoundedAmounts = _rounded, Ignored = result.Ignored + _ignored };
            _problems.AddCounts(result);
            await _register.AddIssuesAsync(_problems, cancellationToken).ConfigureAwait(false);
            await _register.AddAsync(result, cancellationToken).ConfigureAwait(false);
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
            if (_writer is { } writer)
            {
                await writer.DisposeAsync().ConfigureAwait(false);
            }

            await _session.RollbackAsync().ConfigureAwait(false);

            // The connection goes back to a pool, where the next load would find the tables.
            await SqlSession.ExecuteAsync(
                _session.Command(TemporaryTables.DropSql), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // The connection is broken; the tables went with it. What broke it is told already.
        }
        finally
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await _session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await _register.MarkAsync(cancellationToken).ConfigureAwait(false);
        await _session.Dialect.LockAsync(_session.Connection, _session.Transaction!, _scope, wait: true, cancellationToken).ConfigureAwait(false);
    }

    private Task<LoadResult> ChangeAsync(CancellationToken cancellationToken) =>
        _direct is { HasMovedToStaging: false } direct
            ? _directCommit!.RunAsync(_days, direct.HasSummed, cancellationToken)
            : new ScopeMerge(_session, _names, _table, _scope, _now).RunAsync(_days, _problems, cancellationToken);

    /// <summary>Nothing is loaded but the reasons.</summary>
    private async Task RejectAsync(CancellationToken cancellationToken)
    {
        await _session.RollbackAsync().ConfigureAwait(false);
        await _session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await _register.CheckLeaseAsync(cancellationToken).ConfigureAwait(false);
        await _register.AddIssuesAsync(_problems, cancellationToken).ConfigureAwait(false);
        await _session.CommitAsync(cancellationToken).ConfigureAwait(false);
        throw Rejected();
    }

    private ReportRejectedException Rejected() =>
        new($"{_problems.Rejected} of {_rows} rows of report {_scope.ReportId} ({_scope.Dataset}) could not be read, more than the share of "
            + $"{_scope.MaxRejectedShare:P0} that is let pass; nothing was loaded. The rows' problems are in ppc_sync_issues.")
        {
            Rows = _rows,
            Rejected = _problems.Rejected,
        };
}
