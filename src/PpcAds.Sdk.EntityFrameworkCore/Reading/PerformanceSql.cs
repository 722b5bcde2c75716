using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Statements about the performance records of one profile and dataset, which are a stretch of the primary key.</summary>
internal sealed class PerformanceSql(DbContext context, PerformanceQuery query, long profile)
{
    /// <summary>The most days that are named in one statement.</summary>
    public const int MostDays = 400;

    /// <summary>The first or last day that has a record.</summary>
    public async Task<DateOnly?> EdgeAsync(bool isFirst, CancellationToken cancellationToken)
    {
        IQueryable<PpcPerformanceRecord> rows = context.Set<PpcPerformanceRecord>().AsNoTracking()
            .Where(row => row.AccountId == query.AccountId.Value && row.ProfileId == profile && row.Dataset == query.Dataset);
        IQueryable<PpcPerformanceRecord> ordered = isFirst ? rows.OrderBy(row => row.Date) : rows.OrderByDescending(row => row.Date);
        return await ordered.Select(row => (DateOnly?)row.Date).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records by day and key.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day, inclusive.</param>
    /// <param name="after">The record that they come after.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<List<PpcPerformanceRecord>> ReadAsync(
        DateOnly? start, DateOnly? end, (DateOnly Date, string Key)? after, int count, CancellationToken cancellationToken)
    {
        var values = new List<object>();
        string where = $"account_id = {Value(query.AccountId.Value)} AND profile_id = {Value(profile)} AND dataset = {Value(query.Dataset)}";
        if (query.CampaignId is { } campaign && start is { } from && end is { } to)
        {
            // A key is the campaign's id, alone or with '.' or '#' after it; both come before '/', and that before any digit.
            string id = campaign.Value.ToString(CultureInfo.InvariantCulture);
            where += $" AND date IN ({string.Join(", ", Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => Value(from.AddDays(day))))})"
                + $" AND entity_key >= {Value(id)} AND entity_key < {Value(id + "/")}";
        }
        else
        {
            where += (start is { } first ? $" AND date >= {Value(first)}" : "") + (end is { } last ? $" AND date <= {Value(last)}" : "");
        }

        if (after is { } previous)
        {
            // Of a row as a whole: a chain of ORs would read all rows before it.
            where += $" AND (date, entity_key) > ({Value(previous.Date)}, {Value(previous.Key)})";
        }

        string table = new TableNames(context).Records;
#pragma warning disable EF1002 // Our own names; values are parameters.
        return context.Set<PpcPerformanceRecord>()
            .FromSqlRaw($"SELECT * FROM {table} WHERE {where} ORDER BY date, entity_key LIMIT {Value(count)}", [.. values])
            .AsNoTracking().ToListAsync(cancellationToken);
#pragma warning restore EF1002

        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }
    }
}
