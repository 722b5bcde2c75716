using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>Pages of the wide table by EF Core, along its key: a context for each, no tracking.</summary>
internal sealed class WideReader(Func<DbConnection> connect, bool isSqlite)
{
    // Whoever else writes to the file waits as well, and finds the log.
    private const string Settings =
        """
        PRAGMA busy_timeout = 30000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA temp_store = FILE;
        """;

    /// <summary>Reads a page.</summary>
    /// <returns>The last row's day and key, and how many rows there were.</returns>
    public async Task<(DateOnly Date, string Key, int Rows)> ReadAsync(
        PerformanceQuery query, (DateOnly Date, string Key)? after, CancellationToken cancellationToken)
    {
        await using DbConnection connection = connect();
        if (isSqlite)
        {
            await PrepareAsync(connection, cancellationToken);
        }

        await using var context = new WideContext(connection, isSqlite);
        IQueryable<Dictionary<string, object>> rows = context.Records.Where(row =>
            EF.Property<long>(row, "account_id") == query.AccountId.Value
            && EF.Property<string>(row, "dataset") == query.Dataset);
        if (query.ProfileId is { } profile)
        {
            rows = rows.Where(row => EF.Property<long>(row, "profile_id") == profile.Value);
        }

        if (query.StartDate is { } start)
        {
            rows = rows.Where(row => EF.Property<DateOnly>(row, "date") >= start);
        }

        if (query.EndDate is { } end)
        {
            rows = rows.Where(row => EF.Property<DateOnly>(row, "date") <= end);
        }

        if (query.CampaignId is { } campaign)
        {
            rows = rows.Where(row => EF.Property<long?>(row, "campaign_id") == campaign.Value);
        }

        if (after is { } last)
        {
            rows = rows.Where(row => EF.Property<DateOnly>(row, "date") >= last.Date
                && (EF.Property<DateOnly>(row, "date") > last.Date
                    || EF.Property<string>(row, "entity_key").CompareTo(last.Key) > 0));
        }

        List<Dictionary<string, object>> page = await rows
            .OrderBy(row => EF.Property<long>(row, "profile_id")).ThenBy(row => EF.Property<DateOnly>(row, "date"))
            .ThenBy(row => EF.Property<string>(row, "entity_key")).Take(PageOfRows.Size + 1).ToListAsync(cancellationToken);
        int count = Math.Min(page.Count, PageOfRows.Size);
        Dictionary<string, object> final = page[count - 1];
        return ((DateOnly)final["date"], (string)final["entity_key"], count);
    }

    /// <summary>The settings that the SDK's connections to SQLite have.</summary>
    private static async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
