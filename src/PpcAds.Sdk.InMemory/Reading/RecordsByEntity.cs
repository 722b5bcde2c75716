using PpcAds.Sdk.Etl;
using PpcAds.Sdk.InMemory.Loading;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Reading;

/// <summary>
/// The records of entities, for a page of them: those of a profile and dataset are gone through once, and not for each entity.
/// </summary>
/// <param name="state">The tables, whose gate is held.</param>
internal sealed class RecordsByEntity(InMemoryState state)
{
    private readonly Dictionary<(ProfileId, string Dataset, bool IsKeyword), Dictionary<long, List<PerformanceRecord>>> _known =
        [];

    /// <summary>The records that an entity's sums are of.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="dataset">The dataset of its kind.</param>
    public IReadOnlyList<PerformanceRecord> Of(StoredEntity<IEntityRecord> entity, Dataset dataset)
    {
        bool isKeyword = entity.Entity is KeywordRecord;
        var key = (entity.ProfileId, dataset.Id, isKeyword);
        if (!_known.TryGetValue(key, out Dictionary<long, List<PerformanceRecord>>? rows))
        {
            _known[key] = rows = Group(entity.AccountId, entity.ProfileId, dataset, isKeyword);
        }

        return rows.TryGetValue(entity.Entity.EntityId, out List<PerformanceRecord>? found) ? found : [];
    }

    private Dictionary<long, List<PerformanceRecord>> Group(AccountId account, ProfileId profile, Dataset dataset, bool isKeyword)
    {
        var rows = new Dictionary<long, List<PerformanceRecord>>();
        foreach ((RecordKey key, PerformanceRecord row) in state.Records)
        {
            if ((key.AccountId, key.ProfileId, key.Dataset) == (account, profile, dataset.Id)
                && IdOf(row, dataset.Grain, isKeyword) is { } id)
            {
                (rows.TryGetValue(id, out List<PerformanceRecord>? known) ? known : rows[id] = []).Add(row);
            }
        }

        return rows;
    }

    private static long? IdOf(PerformanceRecord row, DatasetGrain grain, bool isKeyword) => grain switch
    {
        DatasetGrain.Campaign => row.CampaignId?.Value,
        DatasetGrain.AdGroup => row.AdGroupId?.Value,
        _ => row.Texts.GetValueOrDefault(PerformanceText.TargetKind) == "keyword" == isKeyword ? row.TargetId : null,
    };
}
