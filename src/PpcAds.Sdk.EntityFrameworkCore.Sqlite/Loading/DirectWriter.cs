using System.Globalization;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite.Loading;

/// <summary>Inserts straight into the table; its key sums rows that come twice.</summary>
internal sealed class DirectWriter : IDirectRowWriter
{
    private readonly RowInsert _insert;

    public DirectWriter(SqliteConnection connection, DirectTarget target)
    {
        LoadScope scope = target.Scope;
        (string, string)[] constants =
        [
            ("scope_id", target.ScopeId.ToString(CultureInfo.InvariantCulture)),
            ("attribution_days", scope.AttributionDays.ToString(CultureInfo.InvariantCulture)),
            ("changed_at", SqliteInstant.ToMicroseconds(target.Now).ToString(CultureInfo.InvariantCulture)),
        ];
        _insert = new RowInsert(
            connection, target.Table, target.Staging, constants, "scope_id, date, campaign_id, detail", "");
    }

    public bool HasMovedToStaging => false;

    public bool HasSummed => true;

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        _insert.Add(row);
        return ValueTask.CompletedTask;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _insert.Dispose();
        return ValueTask.CompletedTask;
    }
}
