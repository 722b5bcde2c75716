using System.Runtime.CompilerServices;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>The rows of one profile and dataset: entities with their figures, and figures without an entity.</summary>
internal sealed class TableRows(IPpcAdsReader reader, TableScope scope, PerformanceTableQuery query)
{
    private readonly PerformanceSelection _selection = query.Selection;
    private readonly string? _text = query.Text is { } text ? PerformancePlace.Fold(text) : null;
    private Dictionary<long, CampaignRecord> _campaigns = [];
    private Dictionary<long, AdGroupRecord> _adGroups = [];

    /// <summary>Whether what had figures in the previous period alone is a row too.</summary>
    public bool KeepsPrevious { get; init; }

    public int DaysLoaded { get; init; }

    /// <summary>From the first to the last day of both periods.</summary>
    public static PerformancePeriod Span(PerformancePeriod period, PerformancePeriod? previous) => previous is not { } other
        ? period
        : new PerformancePeriod(
            other.From < period.From ? other.From : period.From, other.To > period.To ? other.To : period.To);

    public async IAsyncEnumerable<PerformanceTableRow> ReadAsync(
        IAsyncEnumerable<PerformanceFigures> figures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _campaigns = await ReadAllAsync<CampaignRecord>(cancellationToken).ConfigureAwait(false);
        _adGroups = _selection.Grain is DatasetGrain.Campaign or DatasetGrain.Placement
            ? []
            : await ReadAllAsync<AdGroupRecord>(cancellationToken).ConfigureAwait(false);
        ILookup<(long Id, bool IsKeyword), PerformanceFigures>? known = null;
        if (_selection.Grain is DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target)
        {
            known = (await figures.ToListAsync(cancellationToken).ConfigureAwait(false))
                .ToLookup(one => (IdOf(one) ?? 0, IsKeyword(one.Texts)));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (IEntityRecord entity in EntitiesAsync(cancellationToken).ConfigureAwait(false))
        {
            bool hasFigures = false;
            foreach (PerformanceFigures one in known![(entity.EntityId, entity is KeywordRecord)])
            {
                (hasFigures, _) = (true, seen.Add(one.EntityKey));
                yield return ToRow(one, entity);
            }

            if (!hasFigures && scope.Profile?.CurrencyCode == _selection.CurrencyCode)
            {
                yield return ToRow(null, entity);
            }
        }

        IAsyncEnumerable<PerformanceFigures> rest = known is null
            ? figures
            : known.SelectMany(group => group).Where(one => !seen.Contains(one.EntityKey)).ToAsyncEnumerable();
        await foreach (PerformanceFigures one in rest.ConfigureAwait(false))
        {
            if (one.Sums is not null || KeepsPrevious)
            {
                yield return ToRow(one, null);
            }
        }
    }

    public bool Matches(PerformanceTableRow row) =>
        (query.Row is not { } only || row.Id == only)
        && (_text is null || Texts(row).Any(one => PerformancePlace.Fold(one ?? "").Contains(_text, StringComparison.Ordinal)))
        && (query.State is not { } state || string.Equals(row.State, state, StringComparison.OrdinalIgnoreCase))
        && query.Minimums.All(minimum => minimum.Column.ValueOf(row.Sums) >= minimum.Value);

    private IEnumerable<string?> Texts(PerformanceTableRow row) => _selection.Grain switch
    {
        DatasetGrain.Placement => [row.Name, row.CampaignName],
        DatasetGrain.AdvertisedProduct => [row.Name, row.AdvertisedSku],
        _ => [row.Name],
    };

    private IAsyncEnumerable<IEntityRecord> EntitiesAsync(CancellationToken cancellationToken) => _selection.Grain switch
    {
        DatasetGrain.Campaign => _campaigns.Values.Where(one => IsOf(one.CampaignId, null)).ToAsyncEnumerable(),
        DatasetGrain.AdGroup => _adGroups.Values.Where(one => IsOf(one.CampaignId, one.AdGroupId)).ToAsyncEnumerable(),
        DatasetGrain.Target => TargetsAsync(cancellationToken),
        _ => AsyncEnumerable.Empty<IEntityRecord>(),
    };

    private async IAsyncEnumerable<IEntityRecord> TargetsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (StoredEntity<KeywordRecord> one in ListAsync<KeywordRecord>(cancellationToken).ConfigureAwait(false))
        {
            if (_selection.TargetId is null && IsOf(one.Entity.CampaignId, one.Entity.AdGroupId)
                && (_selection.KeywordId is not { } only || one.Entity.KeywordId == only))
            {
                yield return one.Entity;
            }
        }

        await foreach (StoredEntity<TargetRecord> one in ListAsync<TargetRecord>(cancellationToken).ConfigureAwait(false))
        {
            if (_selection.KeywordId is null && IsOf(one.Entity.CampaignId, one.Entity.AdGroupId)
                && (_selection.TargetId is not { } only || one.Entity.TargetId == only))
            {
                yield return one.Entity;
            }
        }
    }

    private bool IsOf(CampaignId? campaign, AdGroupId? adGroup) =>
        (_selection.CampaignId is not { } onlyCampaign || campaign == onlyCampaign)
        && (_selection.AdGroupId is not { } onlyAdGroup || adGroup == onlyAdGroup);

    private async Task<Dictionary<long, T>> ReadAllAsync<T>(CancellationToken cancellationToken)
        where T : class, IEntityRecord<T> =>
        await ListAsync<T>(cancellationToken)
            .ToDictionaryAsync(one => one.Entity.EntityId, one => one.Entity, cancellationToken: cancellationToken)
            .ConfigureAwait(false);

    private IAsyncEnumerable<StoredEntity<T>> ListAsync<T>(CancellationToken cancellationToken)
        where T : class, IEntityRecord<T> =>
        reader.ListAllEntitiesAsync<T>(new EntityQuery(scope.AccountId, scope.ProfileId), cancellationToken)
            .Where(one => one.Entity.AdProduct == scope.Dataset.AdProduct);

    private PerformanceTableRow ToRow(PerformanceFigures? figures, IEntityRecord? entity)
    {
        CampaignId? campaignId = figures?.CampaignId ?? TableEntity.CampaignOf(entity);
        AdGroupId? adGroupId = figures?.AdGroupId ?? TableEntity.AdGroupOf(entity);
        CampaignRecord? campaign = campaignId is { } one ? _campaigns.GetValueOrDefault(one.Value) : null;
        IReadOnlyDictionary<PerformanceText, string> texts =
            figures is { Sums: not null } || KeepsPrevious ? figures?.Texts ?? TableEntity.NoTexts : TableEntity.NoTexts;
        bool hasState = _selection.Grain is DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target;
        return new PerformanceTableRow
        {
            Id = new PerformanceRowId(
                scope.AccountId,
                scope.ProfileId,
                scope.Dataset.AdProduct,
                figures?.EntityKey ?? TableEntity.KeyOf(entity!, _selection.Grain)),
            Name = TableEntity.NameOf(_selection.Grain, texts, entity),
            ProfileName = scope.Profile?.Name,
            CountryCode = scope.Profile?.CountryCode,
            CampaignId = campaignId,
            CampaignName = campaign?.Name,
            AdGroupId = adGroupId,
            AdGroupName = adGroupId is { } group ? _adGroups.GetValueOrDefault(group.Value)?.Name : null,
            TargetId = figures?.TargetId ?? TableEntity.TargetOf(entity),
            TargetKind = texts.GetValueOrDefault(PerformanceText.TargetKind) ?? TableEntity.KindOf(entity),
            TargetText = texts.GetValueOrDefault(PerformanceText.TargetText) ?? TableEntity.TextOf(entity),
            MatchType = texts.GetValueOrDefault(PerformanceText.MatchType) ?? (entity as KeywordRecord)?.MatchType,
            AdId = figures?.AdId,
            AdvertisedSku = texts.GetValueOrDefault(PerformanceText.AdvertisedSku),
            State = hasState ? TableEntity.StateOf(entity) : campaign?.State,
            Budget = (entity as CampaignRecord)?.Budget,
            BudgetType = (entity as CampaignRecord)?.BudgetType,
            Bid = TableEntity.BidOf(entity),
            Sums = figures?.Sums ?? PerformanceSums.Zero,
            Previous = query.Previous is null ? null : figures?.Previous ?? PerformanceSums.Zero,
            DaysLoaded = DaysLoaded,
        };
    }

    private long? IdOf(PerformanceFigures figures) => _selection.Grain switch
    {
        DatasetGrain.Campaign => figures.CampaignId?.Value,
        DatasetGrain.AdGroup => figures.AdGroupId?.Value,
        _ => figures.TargetId,
    };

    private static bool IsKeyword(IReadOnlyDictionary<PerformanceText, string> texts) =>
        texts.GetValueOrDefault(PerformanceText.TargetKind) == TargetKinds.Keyword;
}
