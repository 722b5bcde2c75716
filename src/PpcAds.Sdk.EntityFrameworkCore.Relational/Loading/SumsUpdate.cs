using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>
/// Keeps the sums on the entities of a dataset equal to their rows: those whose rows changed are summed again, and all of the
/// profile when the days moved that sums are of.
/// </summary>
internal sealed class SumsUpdate(DbContext context, LoadScope scope, int scopeId, DateTimeOffset now)
{
    public async Task RunAsync(MergedReport merged, SumsWindow? before, CancellationToken cancellationToken)
    {
        if (scope.Dataset.Grain is not (DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target)
            || await SumsWindow.ReadAsync(context, scope, cancellationToken).ConfigureAwait(false) is not { } window)
        {
            return;
        }

        var load = new SummedLoad(context, scope, window, before != window, now);
        ILookup<Type, IEntityRecord> touched = merged.Written.Concat(merged.Removed)
            .Select(row => ReportedEntity.Of(row, scope.Dataset)).OfType<IEntityRecord>()
            .DistinctBy(entity => (entity.GetType(), entity.EntityId)).ToLookup(entity => entity.GetType());
        switch (scope.Dataset.Grain)
        {
            case DatasetGrain.Campaign:
                await RunAsync<PpcCampaign, CampaignRecord>(FactRows.CampaignId, isKeyword: false).ConfigureAwait(false);
                break;
            case DatasetGrain.AdGroup:
                await RunAsync<PpcAdGroup, AdGroupRecord>(FactRows.AdGroupId, isKeyword: false).ConfigureAwait(false);
                break;
            default:
                await RunAsync<PpcKeyword, KeywordRecord>(FactRows.TargetId, isKeyword: true).ConfigureAwait(false);
                await RunAsync<PpcTarget, TargetRecord>(FactRows.TargetId, isKeyword: false).ConfigureAwait(false);
                break;
        }

        Task RunAsync<TRow, T>(string column, bool isKeyword)
            where TRow : PpcPerformanceEntity
            where T : class, IEntityRecord<T> =>
            new SummedEntities<TRow, T>(load, new RowSums(context, scopeId, scope.CurrencyCode, column, isKeyword))
                .RunAsync([.. touched[typeof(T)].Cast<T>()], cancellationToken);
    }
}
