using System.Runtime.CompilerServices;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Etl;

/// <summary>A kind of entities that a list of Amazon's has.</summary>
/// <param name="id">The name.</param>
/// <param name="adProduct">The ad product.</param>
/// <param name="list">The list of all of them.</param>
/// <param name="map">What is stored of one; <see langword="null"/> for one that cannot be stored, having no id.</param>
internal sealed class ListedEntityType<TSource, TRecord>(
    string id, string? adProduct, Func<ProfileClient, AmazonAdsPageable<TSource>> list, Func<TSource, TRecord?> map)
    : EntityType(id, adProduct)
    where TRecord : class, IEntityRecord<TRecord>
{
    public override EntityTable Table => TRecord.Table;

    public override Task<LoadResult> LoadAsync(EntityLoad load, CancellationToken cancellationToken) =>
        load.Sink.LoadEntitiesAsync(
            load.Scope, PagesAsync(load, cancellationToken).OneAheadAsync(cancellationToken), cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<TRecord>> PagesAsync(
        EntityLoad load, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<TSource> page in list(load.Client).AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            load.OnAnswered();
            var records = new List<TRecord>(page.Items.Count);
            for (int i = 0; i < page.Items.Count; i++)
            {
                if (map(page.Items[i]) is { EntityId: not 0 } record)
                {
                    records.Add(EntityTable<TRecord>.WithRawJson((TRecord)load.Parents.Complete(record), page.Raw?[i]));
                }
                else
                {
                    load.Drift.Add(new DriftNote(Id, DriftKind.WithoutId, "$"));
                }
            }

            yield return records;
        }
    }
}
