using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>
/// Tables over any store, by what its reader gives: profile by profile, with the entities of one profile in memory. A store that
/// can sum rows itself overrides <see cref="ReadFiguresAsync"/> and <see cref="SumDaysAsync"/>.
/// </summary>
/// <param name="reader">The reader of the store.</param>
[Experimental(Experimentals.StoreMakers)]
public class PerformanceTableReader(IPpcAdsReader reader) : IPerformanceTableReader
{
    /// <inheritdoc/>
    public async Task<ReadPage<PerformanceTableRow>> ReadPageAsync(
        PerformanceTableQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        page ??= new PageRequest();
        page.Validate();
        var first = new FirstRows(query.Sort, page.Size + 1, PerformancePlace.Read(page.After, query.Sort.Column));
        await foreach (PerformanceTableRow row in MatchingAsync(query, keepPrevious: false, cancellationToken)
            .ConfigureAwait(false))
        {
            first.Add(row);
        }

        return page.Cut(first.ToList(), row => row, row => PerformancePlace.Of(row, query.Sort.Column).Write());
    }

    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<PerformanceTableRow> ReadAllAsync(
        PerformanceTableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? after = null;
        var known = new HashSet<PerformanceRowId>();
        do
        {
            ReadPage<PerformanceTableRow> page = await ReadPageAsync(
                query, new PageRequest(PageRequest.MaxSize, after), cancellationToken).ConfigureAwait(false);
            foreach (PerformanceTableRow row in page.Items.Where(row => known.Add(row.Id)))
            {
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <inheritdoc/>
    public async Task<PerformanceTableTotals> SumAsync(
        PerformanceTableQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        long rows = 0;
        PerformanceSums sums = PerformanceSums.Zero;
        PerformanceSums previous = PerformanceSums.Zero;
        await foreach (PerformanceTableRow row in MatchingAsync(query, keepPrevious: false, cancellationToken)
            .ConfigureAwait(false))
        {
            rows++;
            sums = sums.Add(row.Sums);
            previous = previous.Add(row.Previous ?? PerformanceSums.Zero);
        }

        return new PerformanceTableTotals(rows, sums, query.Previous is null ? null : previous);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PerformanceTableRow>> ListMoversAsync(
        PerformanceTableQuery query, PerformanceColumn column, int count, CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidateMovers(query, column, count);
        var movers = new List<PerformanceTableRow>();
        await foreach (PerformanceTableRow row in MatchingAsync(query, keepPrevious: true, cancellationToken)
            .ConfigureAwait(false))
        {
            if (Change(row) != 0)
            {
                movers.Add(row);
            }

            if (movers.Count > count + PageRequest.MaxSize)
            {
                movers = Greatest(movers);
            }
        }

        return Greatest(movers);

        decimal Change(PerformanceTableRow row) => Math.Abs((column.ValueOf(row.Sums) - column.ValueOf(row.Previous!)) ?? 0);

        List<PerformanceTableRow> Greatest(List<PerformanceTableRow> rows) =>
        [
            .. rows.OrderByDescending(Change)
                .ThenBy(row => new PerformancePlace(null, null, row.Id), PerformancePlace.Order(isDescending: false)).Take(count),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PerformanceDaySums>> ReadDaysAsync(
        PerformanceSelection selection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        selection.Validate();
        var sums = new Dictionary<DateOnly, PerformanceSums>();
        var loaded = new Dictionary<DateOnly, int>();
        int expected = 0;
        await foreach (TableScope scope in ScopesAsync(selection, cancellationToken).ConfigureAwait(false))
        {
            await foreach ((_, DateOnly date, PerformanceSums one) in SumDaysAsync(scope, selection, null, cancellationToken)
                .ConfigureAwait(false))
            {
                sums[date] = sums.GetValueOrDefault(date, PerformanceSums.Zero).Add(one);
            }

            if (scope.Profile?.CurrencyCode is { } currency && currency != selection.CurrencyCode)
            {
                continue;
            }

            IReadOnlyList<DateOnly> days = await LoadedDaysAsync(scope, cancellationToken).ConfigureAwait(false);
            expected += days.Count > 0 ? 1 : 0;
            foreach (DateOnly date in days.Where(selection.Period.Contains))
            {
                loaded[date] = loaded.GetValueOrDefault(date) + 1;
            }
        }

        return
        [
            .. loaded.OrderBy(day => day.Key).Select(day => new PerformanceDaySums(
                day.Key, sums.GetValueOrDefault(day.Key, PerformanceSums.Zero), day.Value, expected)),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>> ReadDaysOfRowsAsync(
        PerformanceSelection selection,
        IReadOnlyCollection<PerformanceRowId> rows,
        CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidateRows(selection, rows);
        var found = new Dictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>();
        foreach (IGrouping<(AccountId, ProfileId, string), PerformanceRowId> group in rows
            .Where(row => selection.AccountIds.Contains(row.AccountId))
            .GroupBy(row => (row.AccountId, row.ProfileId, row.AdProduct)))
        {
            (AccountId account, ProfileId profile, string product) = group.Key;
            if ((selection with { AdProduct = product }).Datasets is not [{ } dataset])
            {
                continue;
            }

            var scope = new TableScope(account, profile, dataset, null);
            List<DateOnly> days =
                [.. (await LoadedDaysAsync(scope, cancellationToken).ConfigureAwait(false)).Where(selection.Period.Contains)];
            HashSet<string> keys = [.. group.Select(row => row.EntityKey)];
            var sums = new Dictionary<(string, DateOnly), PerformanceSums>();
            await foreach ((string key, DateOnly date, PerformanceSums one) in SumDaysAsync(
                scope, selection, keys, cancellationToken).ConfigureAwait(false))
            {
                sums[(key, date)] = sums.GetValueOrDefault((key, date), PerformanceSums.Zero).Add(one);
            }

            foreach (PerformanceRowId row in group)
            {
                found[row] =
                [
                    .. days.Select(date => new PerformanceDaySums(
                        date, sums.GetValueOrDefault((row.EntityKey, date), PerformanceSums.Zero), 1, 1)),
                ];
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PerformanceTotals>> ListCurrenciesAsync(
        IReadOnlyCollection<AccountId> accountIds, PerformancePeriod period, CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidatePeriod(accountIds, period);
        var found = new SortedDictionary<string, PerformanceTotals>(StringComparer.Ordinal);
        foreach (AccountId account in accountIds.Distinct())
        {
            foreach (StoredEntity<ProfileRecord> profile in await reader.ReadProfilesAsync(account, cancellationToken)
                .ConfigureAwait(false))
            {
                Add(profile.Entity.CurrencyCode, new PerformanceTotals("", 0, PerformanceSums.Zero));
            }

            foreach (Dataset dataset in Datasets.All.Where(dataset => dataset.Grain == DatasetGrain.Campaign))
            {
                var query = new PerformanceQuery(account, dataset.Id) { StartDate = period.From, EndDate = period.To };
                foreach (PerformanceTotals totals in await reader.SumPerformanceAsync(query, cancellationToken)
                    .ConfigureAwait(false))
                {
                    Add(totals.CurrencyCode, totals);
                }
            }
        }

        return [.. found.Values];

        void Add(string? currency, PerformanceTotals totals)
        {
            if (currency is not null)
            {
                PerformanceTotals known = found.GetValueOrDefault(
                    currency, new PerformanceTotals(currency, 0, PerformanceSums.Zero));
                found[currency] = known with { Rows = known.Rows + totals.Rows, Sums = known.Sums.Add(totals.Sums) };
            }
        }
    }

    /// <summary>Sums the rows of one profile and dataset by key. Overridden where the store can sum.</summary>
    /// <param name="scope">Profile and dataset.</param>
    /// <param name="selection">Which rows of them.</param>
    /// <param name="previous">The period that is summed besides that of the selection.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected virtual async IAsyncEnumerable<PerformanceFigures> ReadFiguresAsync(
        TableScope scope,
        PerformanceSelection selection,
        PerformancePeriod? previous,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(selection);
        var rows = new Dictionary<string, List<PerformanceRecord>>(StringComparer.Ordinal);
        PerformancePeriod all = TableRows.Span(selection.Period, previous);
        await foreach (PerformanceRecord row in RecordsAsync(scope, selection with { Period = all }, cancellationToken)
            .ConfigureAwait(false))
        {
            (rows.TryGetValue(row.EntityKey, out List<PerformanceRecord>? known) ? known : rows[row.EntityKey] = []).Add(row);
        }

        foreach (List<PerformanceRecord> group in rows.Values)
        {
            yield return PerformanceFigures.Of(group, selection.Period, previous);
        }
    }

    /// <summary>Reads the rows of one profile and dataset by day, summed or not. Overridden where the store can sum.</summary>
    /// <param name="scope">Profile and dataset.</param>
    /// <param name="selection">Which rows of them.</param>
    /// <param name="keys">The only keys, which are then given; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected virtual async IAsyncEnumerable<(string EntityKey, DateOnly Date, PerformanceSums Sums)> SumDaysAsync(
        TableScope scope,
        PerformanceSelection selection,
        IReadOnlySet<string>? keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(selection);
        await foreach (PerformanceRecord row in RecordsAsync(scope, selection, cancellationToken).ConfigureAwait(false))
        {
            if (keys?.Contains(row.EntityKey) != false)
            {
                yield return (row.EntityKey, row.Date, PerformanceSums.Of(row));
            }
        }
    }

    private async IAsyncEnumerable<PerformanceRecord> RecordsAsync(
        TableScope scope, PerformanceSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new PerformanceQuery(scope.AccountId, scope.Dataset.Id)
        {
            ProfileId = scope.ProfileId,
            CampaignId = selection.CampaignId,
            StartDate = selection.Period.From,
            EndDate = selection.Period.To,
        };
        string? after = null;
        do
        {
            ReadPage<PerformanceRecord> page = await reader.ListPerformanceAsync(
                query, new PageRequest(PageRequest.MaxSize, after), cancellationToken).ConfigureAwait(false);
            foreach (PerformanceRecord row in page.Items.Where(selection.Includes))
            {
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private async IAsyncEnumerable<PerformanceTableRow> MatchingAsync(
        PerformanceTableQuery query, bool keepPrevious, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableScope scope in ScopesAsync(query.Selection, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<DateOnly> days = await LoadedDaysAsync(scope, cancellationToken).ConfigureAwait(false);
            var rows = new TableRows(reader, scope, query)
            {
                KeepsPrevious = keepPrevious,
                DaysLoaded = days.Count(query.Selection.Period.Contains),
            };
            await foreach (PerformanceTableRow row in rows.ReadAsync(
                ReadFiguresAsync(scope, query.Selection, query.Previous, cancellationToken), cancellationToken)
                .ConfigureAwait(false))
            {
                if (rows.Matches(row))
                {
                    yield return row;
                }
            }
        }
    }

    private async IAsyncEnumerable<TableScope> ScopesAsync(
        PerformanceSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (AccountId account in selection.AccountIds.Distinct())
        {
            IReadOnlyList<StoredEntity<ProfileRecord>> profiles = await reader
                .ReadProfilesAsync(account, cancellationToken).ConfigureAwait(false);
            ReadPage<PerformanceFreshness> fresh;
            HashSet<ProfileId> ids = [.. profiles.Select(profile => profile.ProfileId)];
            string? after = null;
            do
            {
                fresh = await reader.ListFreshnessAsync(
                    account, selection.ProfileId, new PageRequest(PageRequest.MaxSize, after), cancellationToken)
                    .ConfigureAwait(false);
                ids.UnionWith(fresh.Items.Select(item => item.ProfileId));
                after = fresh.Next;
            }
            while (after is not null);
            foreach (ProfileId id in ids.Where(id => selection.ProfileId is not { } only || id == only))
            {
                ProfileRecord? profile = profiles.FirstOrDefault(one => one.ProfileId == id)?.Entity;
                foreach (Dataset dataset in selection.Datasets)
                {
                    yield return new TableScope(account, id, dataset, profile);
                }
            }
        }
    }

    /// <summary>A day at the edge of what Amazon keeps whose report had no rows says nothing.</summary>
    private async Task<IReadOnlyList<DateOnly>> LoadedDaysAsync(TableScope scope, CancellationToken cancellationToken) =>
    [
        .. (await reader.ListDaysAsync(scope.AccountId, scope.ProfileId, scope.Dataset.Id, cancellationToken)
            .ConfigureAwait(false))
            .Where(day => day is not { State: PerformanceDayState.Unproven, Rows: 0 }).Select(day => day.Date),
    ];
}
