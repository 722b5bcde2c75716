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
    private readonly Dictionary<(ProfileId, string Dataset, bool IsKeyword), Dictionary<long, List<StoredRow>>> _known = [];

    /// <summary>The records that an entity's sums are of.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="dataset">The dataset of its kind.</param>
    public IReadOnlyList<StoredRow> Of(StoredEntity<IEntityRecord> entity, Dataset dataset)
    {
        bool isKeyword = entity.Entity is KeywordRecord;
        var key = (entity.ProfileId, dataset.Id, isKeyword);
        if (!_known.TryGetValue(key, out Dictionary<long, List<StoredRow>>? rows))
        {
            _known[key] = rows = Group(entity.AccountId, entity.ProfileId, dataset, isKeyword);
        }

        return rows.TryGetValue(entity.Entity.EntityId, out List<StoredRow>? found) ? found : [];
    }

    private Dictionary<long, List<StoredRow>> Group(AccountId account, ProfileId profile, Dataset dataset, bool isKeyword)
    {
        var rows = new Dictionary<long, List<StoredRow>>();
        foreach ((RecordKey key, StoredRow row) in state.Records)
        {
            if ((key.AccountId, key.ProfileId, key.Dataset) == (account, profile, dataset.Id)
                && IdOf(row, dataset.Grain, isKeyword) is { } id)
            {
                (rows.TryGetValue(id, out List<StoredRow>? known) ? known : rows[id] = []).Add(row);
            }
        }

        return rows;
    }

    private static long? IdOf(StoredRow row, DatasetGrain grain, bool isKeyword) => grain switch
    {
        DatasetGrain.Campaign => row.CampaignId,
        DatasetGrain.AdGroup => row.AdGroupId,
        _ => row.Texts[(int)PerformanceText.TargetKind] == "keyword" == isKeyword ? row.TargetId : null,
    };
}
