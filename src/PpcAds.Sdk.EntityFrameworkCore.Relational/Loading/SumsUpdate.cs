using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>
/// Keeps the sums on the entities of a dataset equal to their rows: those whose rows changed are summed again, and all of the
/// profile when the days moved that sums are of.
/// </summary>
internal sealed class SumsUpdate(DbContext context, LoadScope scope, int scopeId, DateTimeOffset now)
{
    /// <summary>How many entities are tracked, and named in a statement, at the same time.</summary>
    private const int Chunk = 500;

    public async Task RunAsync(MergedReport merged, SumsWindow? before, CancellationToken cancellationToken)
    {
        if (scope.Dataset.Grain is not (DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target)
            || await SumsWindow.ReadAsync(context, scope, cancellationToken).ConfigureAwait(false) is not { } window)
        {
            return;
        }

        await new ReportedEntities(context, scope, now).AddAsync(merged.Written, cancellationToken).ConfigureAwait(false);
        ILookup<Type, long> touched = merged.Written.Concat(merged.Removed)
            .Select(row => ReportedEntity.Of(row, scope.Dataset)).OfType<IEntityRecord>().Distinct()
            .ToLookup(entity => entity.GetType(), entity => entity.EntityId);
        bool isMoved = before != window;
        switch (scope.Dataset.Grain)
        {
            case DatasetGrain.Campaign:
                await UpdateAsync<PpcCampaign>(
                    row => row.CampaignId, row => row.AdProduct == scope.Dataset.AdProduct, Touched<CampaignRecord>(), "campaign_id")
                    .ConfigureAwait(false);
                break;
            case DatasetGrain.AdGroup:
                await UpdateAsync<PpcAdGroup>(
                    row => row.AdGroupId, row => row.AdProduct == scope.Dataset.AdProduct, Touched<AdGroupRecord>(), "ad_group_id")
                    .ConfigureAwait(false);
                break;
            default:
                await UpdateAsync<PpcKeyword>(
                    row => row.KeywordId, row => row.AdProduct == scope.Dataset.AdProduct, Touched<KeywordRecord>(), "target_id", true)
                    .ConfigureAwait(false);
                await UpdateAsync<PpcTarget>(
                    row => row.TargetId, row => row.AdProduct == scope.Dataset.AdProduct, Touched<TargetRecord>(), "target_id")
                    .ConfigureAwait(false);
                break;
        }

        long[] Touched<T>() => [.. touched[typeof(T)]];

        async Task UpdateAsync<TRow>(
            Expression<Func<TRow, long>> id,
            Expression<Func<TRow, bool>> isOfProduct,
            long[] ids,
            string column,
            bool isKeyword = false)
            where TRow : PpcPerformanceEntity
        {
            IQueryable<TRow> rows = context.Set<TRow>().AsTracking()
                .Where(row => row.AccountId == scope.AccountId.Value && row.ProfileId == scope.ProfileId.Value)
                .Where(isOfProduct);
            if (!isMoved)
            {
                // Those that a list added since have no sums yet.
                long[] others = await rows.Where(row => row.AsOf != window.AsOf || row.PerformanceFrom != window.From)
                    .Select(id).ToArrayAsync(cancellationToken).ConfigureAwait(false);
                ids = [.. ids.Union(others)];
            }
            else
            {
                ids = await rows.Select(id).ToArrayAsync(cancellationToken).ConfigureAwait(false);
            }

            var sums = new RowSums(context, scopeId, scope.CurrencyCode, column, isKeyword);
            if (isMoved)
            {
                await sums.ReadAllAsync(window, cancellationToken).ConfigureAwait(false);
            }

            var entities = new SummedEntities<TRow>(context, rows, id, sums, scope, now);
            foreach (long[] chunk in ids.Chunk(Chunk))
            {
                await entities.UpdateAsync(chunk, window, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
