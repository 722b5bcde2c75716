using System.Runtime.InteropServices;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// A load into days that hold nothing yet: rows go straight into the table, in the transaction that ends the load, and are written
/// once. Whether that may be is proved by ledger and table, while no other load of the profile and dataset goes on.
/// </summary>
internal sealed class DirectLoad
{
    private readonly LoadScope _scope;
    private readonly Dictionary<DateOnly, DayTotals> _days = [];

    private DirectLoad(LoadScope scope, DateOnly first, IDirectRowWriter writer)
    {
        _scope = scope;
        First = first;
        Writer = writer;
    }

    public DateOnly First { get; }

    public IDirectRowWriter Writer { get; }

    /// <summary>The rows that were written, by day.</summary>
    public IReadOnlyDictionary<DateOnly, DayTotals> Days => _days;

    /// <summary>Begins the load's transaction if its days hold nothing; <see langword="null"/>, and no transaction, if they may.</summary>
    public static async Task<DirectLoad?> TryBeginAsync(
        SqlSession session, TableNames names, StagingTable staging, LoadScope scope, LoadRegister register, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        bool isDirect = false;
        try
        {
            isDirect = await session.Dialect.LockAsync(session.Connection, session.Transaction!, scope, wait: false, cancellationToken).ConfigureAwait(false)
                && await register.FindAsync(cancellationToken).ConfigureAwait(false) is null
                && await HoldNothingAsync(session, names, scope, cancellationToken).ConfigureAwait(false);
            if (!isDirect)
            {
                return null;
            }

            DateOnly first = scope.StartDate > scope.RetentionStart ? scope.StartDate : scope.RetentionStart;
            var target = new DirectTarget(names.Records, staging, scope, first, now);
            return new DirectLoad(scope, first, session.Dialect.OpenDirect(session.Connection, session.Transaction!, target));
        }
        finally
        {
            if (!isDirect)
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether a row's day is one that is loaded.</summary>
    public bool Takes(DateOnly date) => date >= First && date <= _scope.EndDate;

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        ref DayTotals day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, row.Date, out _);
        day = new DayTotals(
            day.Rows + 1,
            day.Impressions + (row[PerformanceMetric.Impressions] ?? 0),
            day.Clicks + (row[PerformanceMetric.Clicks] ?? 0),
            day.CostMicros + (row[PerformanceMetric.Cost] ?? 0));
        return Writer.AddAsync(row, cancellationToken);
    }

    private static async Task<bool> HoldNothingAsync(SqlSession session, TableNames names, LoadScope scope, CancellationToken cancellationToken)
    {
        var key = new ScopeKey(session.Dialect, scope);
        foreach (string table in new[] { names.Days, names.Records })
        {
            if ((await SqlSession.QueryAsync(
                session.Command($"SELECT 1 FROM {table} r WHERE {key.Rows} AND {key.Range} LIMIT 1"), reader => 1, cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }
}
