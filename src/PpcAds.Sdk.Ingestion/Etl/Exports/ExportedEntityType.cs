using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Exports;

namespace PpcAds.Sdk.Etl.Exports;

/// <summary>The entities of an export, which has those of all ad products together and of several kinds.</summary>
/// <param name="id">The name in steps and issues.</param>
/// <param name="table">The table that most of them go to.</param>
/// <param name="rows">Requests the export and reads it.</param>
/// <param name="map">What is stored of a row; <see langword="null"/> for one that has no place.</param>
internal sealed class ExportedEntityType<TRow>(
    string id,
    EntityTable table,
    Func<ProfileClient, CancellationToken, IAsyncEnumerable<ExportRow<TRow>>> rows,
    Func<TRow, EntityParents, IEntityRecord?> map)
    : EntityType(id, null)
{
    private const int PageSize = 1000;

    public override EntityTable Table => table;

    public override async Task<LoadResult> LoadAsync(EntityLoad load, CancellationToken cancellationToken)
    {
        var result = new LoadResult();
        EntityLoad exported = load with { Scope = load.Scope with { Source = EntitySource.Export } };
        await foreach (ExportRow<TRow>[] page in rows(load.Client, cancellationToken).Chunk(PageSize)
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            load.OnAnswered();
            var records = new List<IEntityRecord>(page.Length);
            foreach (ExportRow<TRow> row in page)
            {
                if (map(row.Row, load.Parents) is { EntityId: not 0 } record)
                {
                    records.Add(
                        row.Raw is not null && record is EntityRecord known
                            ? (IEntityRecord)(known with { RawJson = row.Raw })
                            : record);
                }
                else
                {
                    load.Drift.Add(new DriftNote(Id, DriftKind.WithoutId, "$"));
                }
            }

            result += await LoadPageAsync(exported, records, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private static async Task<LoadResult> LoadPageAsync(
        EntityLoad load, List<IEntityRecord> records, CancellationToken cancellationToken) =>
        await LoadAsync<CampaignRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<AdGroupRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<KeywordRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<TargetRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<AdRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<NegativeKeywordRecord>(load, records, cancellationToken).ConfigureAwait(false)
        + await LoadAsync<NegativeTargetRecord>(load, records, cancellationToken).ConfigureAwait(false);

    private static async Task<LoadResult> LoadAsync<TRecord>(
        EntityLoad load, List<IEntityRecord> records, CancellationToken cancellationToken)
        where TRecord : class, IEntityRecord<TRecord>
    {
        IReadOnlyList<TRecord> page = [.. records.OfType<TRecord>()];
        return page.Count == 0
            ? new LoadResult()
            : await load.Sink.LoadEntitiesAsync(
                load.Scope, new[] { page }.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false);
    }
}
