using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Makes the stored rows of a scope equal to the staged ones. Runs inside the load's transaction.</summary>
internal sealed class ScopeMerge(SqlSession session, TableNames names, StagingTable table, LoadScope scope, DateTimeOffset now)
{
    private const string Days = "ppc_staging_days";

    private const string Key = "r.account_id = @account AND r.profile_id = @profile AND r.dataset = @dataset";

    private string Cost => session.Dialect.MoneyColumn("cost");

    public async Task<LoadResult> RunAsync(RowProblemLog problems, CancellationToken cancellationToken)
    {
        IReadOnlySet<DateOnly> dates = LoadRules.GetDates(scope, await ReadLedgerAsync(cancellationToken).ConfigureAwait(false));
        await CreateDaysAsync(dates, problems, cancellationToken).ConfigureAwait(false);
        long ignored = await CountAsync(
            $"SELECT COALESCE(SUM(s.copies), 0) FROM {table.Name} s WHERE s.date NOT IN (SELECT date FROM {Days})", cancellationToken).ConfigureAwait(false);
        await RunAsync($"DELETE FROM {table.Name} WHERE date NOT IN (SELECT date FROM {Days})", cancellationToken).ConfigureAwait(false);
        (long staged, long copies) = await PairAsync(
            $"SELECT COUNT(*), COALESCE(SUM(copies), 0) FROM {table.Name}", cancellationToken).ConfigureAwait(false);

        List<AggregateUpdate> aggregates = [.. AggregateGrain.For(scope.Dataset).Select(grain => new AggregateUpdate(session, names, scope, grain, now))];
        foreach (AggregateUpdate aggregate in aggregates)
        {
            await aggregate.CollectAsync(Days, cancellationToken).ConfigureAwait(false);
        }

        Removal removal = await JudgeRemovalAsync(cancellationToken).ConfigureAwait(false);
        long inserted = await CountAsync(
            $"SELECT COUNT(*) FROM {table.Name} s WHERE NOT EXISTS (SELECT 1 FROM {names.Records} r "
            + $"WHERE {Key} AND r.date = s.date AND r.entity_key = s.entity_key)",
            cancellationToken).ConfigureAwait(false);
        long written = await UpsertAsync(cancellationToken).ConfigureAwait(false);
        if (removal.Applies)
        {
            await RunAsync($"DELETE FROM {names.Records} AS r WHERE {Key} AND {Vanished}", cancellationToken).ConfigureAwait(false);
        }

        await UpdateLedgerAsync(removal, cancellationToken).ConfigureAwait(false);
        foreach (AggregateUpdate aggregate in aggregates)
        {
            await aggregate.AddStubsAsync(table.Name, cancellationToken).ConfigureAwait(false);
            await aggregate.CollectAsync(Days, cancellationToken).ConfigureAwait(false);
            await aggregate.RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return new LoadResult
        {
            Inserted = inserted,
            Changed = written - inserted,
            Unchanged = staged - written,
            Removed = removal.Applies ? removal.Rows : 0,
            Ignored = ignored,
            Duplicates = copies - staged,
            IsSuspect = removal.IsSuspect,
            RemovalDigest = removal.Digest,
        };
    }

    /// <summary>What is stored on a day that may lose rows, and is not staged. Range and key first, so that it is found by index.</summary>
    private string Vanished =>
        $"r.date BETWEEN @start AND @end AND r.date IN (SELECT date FROM {Days} WHERE may_lose = 1) AND NOT EXISTS "
        + $"(SELECT 1 FROM {table.Name} s WHERE s.date = r.date AND s.entity_key = r.entity_key)";

    private async Task<Dictionary<DateOnly, DateTimeOffset>> ReadLedgerAsync(CancellationToken cancellationToken)
    {
        List<(DateOnly Date, DateTimeOffset At)> days = await SqlSession.QueryAsync(
            Command($"SELECT r.date, r.report_generated_at FROM {names.Days} r WHERE {Key} AND r.date BETWEEN @start AND @end"),
            reader => (session.Dialect.ReadDate(reader, 0), session.Dialect.ReadInstant(reader, 1)),
            cancellationToken).ConfigureAwait(false);
        return days.ToDictionary(day => day.Date, day => day.At);
    }

    /// <summary>The days that are replaced; one with a rejected row must not lose any, since it may be that one.</summary>
    private async Task CreateDaysAsync(IReadOnlySet<DateOnly> dates, RowProblemLog problems, CancellationToken cancellationToken)
    {
        await RunAsync(
            $"DROP TABLE IF EXISTS {Days}; CREATE TEMPORARY TABLE {Days} (date {session.Dialect.TemporaryType("date")} PRIMARY KEY, may_lose integer NOT NULL)",
            cancellationToken).ConfigureAwait(false);
        foreach (DateOnly date in dates)
        {
            bool mayLose = !problems.HasUndatedRejections && !problems.RejectedDates.Contains(date);
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"INSERT INTO {Days} (date, may_lose) VALUES (@date, @may)",
                    ("@date", session.Dialect.DateValue(date)),
                    ("@may", mayLose ? 1 : 0)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Removal> JudgeRemovalAsync(CancellationToken cancellationToken)
    {
        (long storedRows, long storedCost) = await RowsAndCostAsync($"r.date BETWEEN @start AND @end AND r.date IN (SELECT date FROM {Days})", cancellationToken)
            .ConfigureAwait(false);
        (long rows, long cost) = await RowsAndCostAsync(Vanished, cancellationToken).ConfigureAwait(false);
        if (rows == 0)
        {
            return Removal.None;
        }

        List<(DateOnly Date, string Key)> keys = await SqlSession.QueryAsync(
            Command($"SELECT r.date, r.entity_key FROM {names.Records} r WHERE {Key} AND {Vanished}"),
            reader => (session.Dialect.ReadDate(reader, 0), reader.GetString(1)),
            cancellationToken).ConfigureAwait(false);
        Dictionary<DateOnly, int> byDate = keys.CountBy(key => key.Date).ToDictionary();
        if (!LoadRules.IsSuspect(storedRows, rows, storedCost, cost))
        {
            return new Removal(rows, false, null, byDate);
        }

        string digest = LoadRules.DigestRemoval(keys);
        return digest == scope.ConfirmedRemoval ? new Removal(rows, false, null, byDate) : new Removal(rows, true, digest, byDate);
    }

    private async Task<(long Rows, long CostMicros)> RowsAndCostAsync(string where, CancellationToken cancellationToken) =>
        await SqlSession.FirstAsync(
            Command($"SELECT COUNT(*), COALESCE(SUM(r.{Cost}), 0) FROM {names.Records} r WHERE {Key} AND {where}"),
            reader => (reader.GetInt64(0), session.Dialect.ReadMicros(reader, 1)),
            cancellationToken).ConfigureAwait(false);

    private async Task<long> UpsertAsync(CancellationToken cancellationToken)
    {
        string[] values = [.. table.ValueColumns, "attribution_days"];
        string columns = string.Join(", ", values);
        string selected = string.Join(", ", table.ValueColumns.Select(column => $"s.{column}"));
        string updates = string.Join(", ", values.Append("changed_at").Select(column => $"{column} = excluded.{column}"));
        string differs = string.Join(" OR ", values.Select(column => $"r.{column} IS DISTINCT FROM excluded.{column}"));
        return await SqlSession.ExecuteAsync(
            Command(
                $"INSERT INTO {names.Records} AS r (account_id, profile_id, dataset, date, entity_key, {columns}, changed_at) "
                + $"SELECT @account, @profile, @dataset, s.date, s.entity_key, {selected}, @attribution, @now FROM {table.Name} s WHERE true "
                + $"ON CONFLICT (account_id, profile_id, dataset, date, entity_key) DO UPDATE SET {updates} WHERE {differs}",
                ("@attribution", scope.AttributionDays),
                ("@now", session.Dialect.InstantValue(now))),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task UpdateLedgerAsync(Removal removal, CancellationToken cancellationToken)
    {
        await SqlSession.ExecuteAsync(
            Command(
                $"INSERT INTO {names.Days} (account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, rows, rows_removed, "
                + $"impressions, clicks, {Cost}) "
                + "SELECT @account, @profile, @dataset, d.date, CASE WHEN COUNT(r.date) = 0 THEN 'empty' ELSE 'loaded' END, @report, @generated, @now, "
                + $"COUNT(r.date), 0, COALESCE(SUM(r.impressions), 0), COALESCE(SUM(r.clicks), 0), COALESCE(SUM(r.{Cost}), 0) "
                + $"FROM {Days} d LEFT JOIN {names.Records} r ON {Key} AND r.date = d.date WHERE true GROUP BY d.date "
                + "ON CONFLICT (account_id, profile_id, dataset, date) DO UPDATE SET state = excluded.state, report_id = excluded.report_id, "
                + "report_generated_at = excluded.report_generated_at, loaded_at = excluded.loaded_at, rows = excluded.rows, rows_removed = 0, "
                + $"impressions = excluded.impressions, clicks = excluded.clicks, {Cost} = excluded.{Cost}",
                ("@report", scope.ReportId),
                ("@generated", session.Dialect.InstantValue(scope.GeneratedAt)),
                ("@now", session.Dialect.InstantValue(now))),
            cancellationToken).ConfigureAwait(false);
        foreach ((DateOnly date, int rows) in removal.ByDate)
        {
            string change = removal.IsSuspect ? "state = 'suspect'" : "rows_removed = @rows";
            await SqlSession.ExecuteAsync(
                Command(
                    $"UPDATE {names.Days} AS r SET {change} WHERE {Key} AND r.date = @date",
                    ("@date", session.Dialect.DateValue(date)),
                    ("@rows", rows)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private System.Data.Common.DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        (string, object?)[] parameters =
        [
            ("@account", scope.AccountId.Value),
            ("@profile", scope.ProfileId.Value),
            ("@dataset", scope.Dataset.Id),
            ("@start", session.Dialect.DateValue(scope.StartDate)),
            ("@end", session.Dialect.DateValue(scope.EndDate)),
            .. more,
        ];
        return session.Command(sql, parameters);
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken) => SqlSession.ExecuteAsync(Command(sql), cancellationToken);

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync(Command(sql), reader => Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), cancellationToken)
            .ConfigureAwait(false))[0];

    private async Task<(long First, long Second)> PairAsync(string sql, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync(
            Command(sql),
            reader => (
                Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                Convert.ToInt64(reader.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)),
            cancellationToken).ConfigureAwait(false))[0];
}
