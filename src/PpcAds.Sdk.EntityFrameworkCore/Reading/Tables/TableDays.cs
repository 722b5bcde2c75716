using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// Sums by day: of a selection, or of single rows, which are looked up by their keys day by day as the table is sorted.
/// </summary>
internal sealed class TableDays(SqlSession session, DbContext context, PerformanceSelection selection)
{
    private readonly TableNames _names = new(context);
    private readonly SqlConditions _parameters = new();

    private PpcAdsSqlDialect Dialect => session.Dialect;

    public async Task<IReadOnlyList<PerformanceDaySums>> ReadAsync(TableScopes scopes, CancellationToken cancellationToken)
    {
        var figures = new TableFigures(_names, Dialect, _parameters, GrainSql.Of(selection.Grain));
        string sql = $"""
            SELECT
              f.date,
              {string.Join(",\n  ", TableFigures.Names(false).Select(TableFigures.Total))}
            FROM (
              SELECT r.date, {string.Join(", ", PerformanceMetrics.Aggregated.Select(metric => figures.Sum(metric, null, "")))}
              FROM {_names.Facts} r
              WHERE {string.Join("\n    AND ", figures.Where(selection, scopes.Ids, figures.In(selection.Period)))}
              GROUP BY r.date) f
            GROUP BY f.date
            """;
        List<(DateOnly Date, PerformanceSums Sums)> found = await SqlSession.QueryAsync(
            session.Command(sql, [.. _parameters.Parameters]),
            reader => (Dialect.ReadDate(reader, 0), TableRowReader.Sums(Dialect, reader, 1)),
            cancellationToken).ConfigureAwait(false);
        Dictionary<DateOnly, PerformanceSums> sums = found.ToDictionary(day => day.Date, day => day.Sums);
        IQueryable<PpcPerformanceDay> days = InCurrency(TableScopes.LoadedDays(context, selection));
        int expected = await days.Select(day => new { day.AccountId, day.ProfileId, day.Dataset }).Distinct()
            .CountAsync(cancellationToken).ConfigureAwait(false);
        var loaded = await days.Where(day => day.Date >= selection.Period.From && day.Date <= selection.Period.To)
            .GroupBy(day => day.Date).Select(group => new { Date = group.Key, Count = group.Count() })
            .OrderBy(day => day.Date).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. loaded.Select(day => new PerformanceDaySums(
                day.Date, sums.GetValueOrDefault(day.Date, PerformanceSums.Zero), day.Count, expected)),
        ];
    }

    public async Task<IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>> ReadAsync(
        IReadOnlyList<PerformanceRowId> rows, CancellationToken cancellationToken)
    {
        var sums = (await CellsAsync(rows, cancellationToken).ConfigureAwait(false))
            .ToDictionary(cell => (cell.Row, cell.Date), cell => cell.Sums);
        long[] profiles = [.. rows.Select(row => row.ProfileId.Value).Distinct()];
        var days = await TableScopes.LoadedDays(context, selection with { ProfileId = null, AdProduct = null })
            .Where(day => profiles.Contains(day.ProfileId))
            .Where(day => day.Date >= selection.Period.From && day.Date <= selection.Period.To)
            .Select(day => new { day.AccountId, day.ProfileId, day.Dataset, day.Date })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var loaded = days.ToLookup(
            day => (day.AccountId, day.ProfileId, Datasets.Get(day.Dataset).AdProduct), day => day.Date);
        return rows.Index().ToDictionary(
            row => row.Item,
            IReadOnlyList<PerformanceDaySums> (row) =>
            [
                .. loaded[(row.Item.AccountId.Value, row.Item.ProfileId.Value, row.Item.AdProduct)].Order().Select(date =>
                    new PerformanceDaySums(date, sums.GetValueOrDefault((row.Index, date), PerformanceSums.Zero), 1, 1)),
            ]);
    }

    /// <summary>The sums of rows over the period; a row without figures is left out.</summary>
    public async Task<IReadOnlyDictionary<PerformanceRowId, PerformanceSums>> SumAsync(
        IReadOnlyList<PerformanceRowId> rows, CancellationToken cancellationToken) =>
        (await CellsAsync(rows, cancellationToken).ConfigureAwait(false)).GroupBy(cell => cell.Row).ToDictionary(
            cells => rows[cells.Key], cells => cells.Aggregate(PerformanceSums.Zero, (sum, cell) => sum.Add(cell.Sums)));

    /// <summary>The currencies of figures, with their sums, and of profiles.</summary>
    public async Task<IReadOnlyList<PerformanceTotals>> SumCurrenciesAsync(
        TableScopes scopes, CancellationToken cancellationToken)
    {
        var figures = new TableFigures(_names, Dialect, _parameters, GrainSql.Of(selection.Grain));
        string sql = $"""
            SELECT
              r.currency, COUNT(*),
              {string.Join(",\n  ", PerformanceMetrics.Aggregated.Select(metric => figures.Sum(metric, null, "")))}
            FROM {_names.Facts} r
            WHERE {figures.Scopes(scopes.Ids)}
              AND {figures.In(selection.Period)}
            GROUP BY r.currency
            """;
        Dictionary<string, PerformanceTotals> found = (await SqlSession.QueryAsync(
            session.Command(sql, [.. _parameters.Parameters]),
            reader => new PerformanceTotals(reader.GetString(0), reader.GetInt64(1), TableRowReader.Sums(Dialect, reader, 2)),
            cancellationToken).ConfigureAwait(false)).ToDictionary(totals => totals.CurrencyCode);
        long[] accounts = [.. selection.AccountIds.Select(id => id.Value)];
        List<string?> profiles = await context.Set<PpcProfile>().Where(profile => accounts.Contains(profile.AccountId))
            .Select(profile => profile.Currency).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. profiles.OfType<string>().Union(found.Keys).Order(StringComparer.Ordinal)
                .Select(currency => found.GetValueOrDefault(currency, new PerformanceTotals(currency, 0, PerformanceSums.Zero))),
        ];
    }

    /// <summary>A profile of another currency has no figures in this one.</summary>
    private IQueryable<PpcPerformanceDay> InCurrency(IQueryable<PpcPerformanceDay> days) => days.Where(day =>
        !context.Set<PpcProfile>().Any(profile => profile.AccountId == day.AccountId && profile.ProfileId == day.ProfileId
            && profile.Currency != null && profile.Currency != selection.CurrencyCode));

    private async Task<List<(int Row, DateOnly Date, PerformanceSums Sums)>> CellsAsync(
        IReadOnlyList<PerformanceRowId> rows, CancellationToken cancellationToken)
    {
        TableScopes.Known[] known = await TableScopes.FindAsync(context, selection, cancellationToken).ConfigureAwait(false);
        var scopes = known.ToDictionary(scope => (scope.AccountId, scope.ProfileId, scope.AdProduct), scope => scope.ScopeId);
        var keys = new List<string>();
        foreach ((int index, PerformanceRowId row) in rows.Index())
        {
            if (scopes.TryGetValue((row.AccountId.Value, row.ProfileId.Value, row.AdProduct), out int scope)
                && EntityKeyText.TryRead(row.EntityKey, out long campaign, out byte[]? detail))
            {
                IEnumerable<object> values = [index, scope, campaign, Dialect.DetailValue(detail)];
                keys.Add($"({string.Join(", ", values.Select(_parameters.Value))})");
            }
        }

        if (keys.Count == 0)
        {
            return [];
        }

        IEnumerable<string> days = Enumerable.Range(0, selection.Period.Days)
            .Select(day => $"({_parameters.Value(Dialect.DateValue(selection.Period.From.AddDays(day)))})");
        IEnumerable<string> metrics = PerformanceMetrics.Aggregated.Select(metric =>
            PerformanceMetrics.GetColumnName(metric) is var name && PerformanceMetrics.IsMoney(metric)
                ? $"COALESCE(r.{Dialect.MoneyColumn(name)}, 0)"
                : $"CAST(COALESCE(r.{name}, 0) AS bigint)");
        string sql = $"""
            WITH k (place, scope_id, campaign_id, detail) AS (
              VALUES {string.Join(", ", keys)}),
            d (date) AS (
              VALUES {string.Join(", ", days)})
            SELECT k.place, r.date, {string.Join(", ", metrics)}
            FROM k
            CROSS JOIN d
            JOIN {_names.Facts} r
              ON r.scope_id = k.scope_id
              AND r.date = d.date
              AND r.campaign_id = k.campaign_id
              AND r.detail = k.detail
            WHERE r.currency = {_parameters.Value(selection.CurrencyCode)}
            """;
        return await SqlSession.QueryAsync(
            session.Command(sql, [.. _parameters.Parameters]),
            reader => (reader.GetInt32(0), Dialect.ReadDate(reader, 1), TableRowReader.Sums(Dialect, reader, 2)),
            cancellationToken).ConfigureAwait(false);
    }
}
