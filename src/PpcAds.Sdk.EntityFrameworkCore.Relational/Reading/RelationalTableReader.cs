using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>
/// Tables whose figures the database sums. Names, filters and order are this process's: what LINQ says of them differs from
/// provider to provider.
/// </summary>
internal sealed class RelationalTableReader(Transactions transactions, IPpcAdsReader reader) : PerformanceTableReader(reader)
{
    protected override async IAsyncEnumerable<PerformanceFigures> ReadFiguresAsync(
        TableScope scope,
        PerformanceSelection selection,
        PerformancePeriod? previous,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<TableFigureRow> current = await SumAsync(scope, selection, cancellationToken).ConfigureAwait(false);
        List<TableFigureRow> before = previous is { } period
            ? await SumAsync(scope, selection with { Period = period }, cancellationToken).ConfigureAwait(false)
            : [];
        var known = before.ToDictionary(row => (row.CampaignId, row.Detail));
        foreach (TableFigureRow row in current)
        {
            known.Remove((row.CampaignId, row.Detail), out TableFigureRow? other);
            yield return row.ToFigures(scope.Dataset.Grain, row.ToSums(), other?.ToSums());
        }

        foreach (TableFigureRow row in known.Values)
        {
            yield return row.ToFigures(scope.Dataset.Grain, null, row.ToSums());
        }
    }

    protected override async IAsyncEnumerable<(string EntityKey, DateOnly Date, PerformanceSums Sums)> SumDaysAsync(
        TableScope scope,
        PerformanceSelection selection,
        IReadOnlySet<string>? keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<TableFigureRow> rows = await transactions.ReadAsync(
            async (context, token) => await ScopeAsync(context, scope, token).ConfigureAwait(false) is { } scopeId
                ? await TableFigureRows.ByDay(TableFigureRows.Of(context, scopeId, selection), keys).ToListAsync(token)
                    .ConfigureAwait(false)
                : [],
            cancellationToken).ConfigureAwait(false);
        foreach (TableFigureRow row in rows)
        {
            string key = keys is null ? "" : EntityKeyText.Of(scope.Dataset.Grain, row.CampaignId, row.Detail.ToByteArray(true));
            if (keys?.Contains(key) != false)
            {
                yield return (key, row.Date, row.ToSums());
            }
        }
    }

    private Task<List<TableFigureRow>> SumAsync(
        TableScope scope, PerformanceSelection selection, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async (context, token) => await ScopeAsync(context, scope, token).ConfigureAwait(false) is { } scopeId
                ? await TableFigureRows.ByKey(TableFigureRows.Of(context, scopeId, selection)).ToListAsync(token)
                    .ConfigureAwait(false)
                : [],
            cancellationToken);

    private static Task<int?> ScopeAsync(DbContext context, TableScope scope, CancellationToken cancellationToken) =>
        context.Set<PpcPerformanceScope>().AsNoTracking()
            .Where(row => row.AccountId == scope.AccountId.Value && row.ProfileId == scope.ProfileId.Value)
            .Where(row => row.Dataset == scope.Dataset.Id)
            .Select(row => (int?)row.ScopeId).FirstOrDefaultAsync(cancellationToken);
}
