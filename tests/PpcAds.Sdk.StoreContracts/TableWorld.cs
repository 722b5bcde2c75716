using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Random entities and reports of two profiles, and the tables that they make.</summary>
internal sealed class TableWorld
{
    public static readonly ProfileId Second = new(1_002);

    private static readonly string[] Words = ["Mug", "mug", "Cup", "", "zebra", "Émile", "a~b", "1.2", "pot"];

    private readonly List<PerformanceRecord> _records = [];
    private readonly Dictionary<(ProfileId, string), HashSet<DateOnly>> _days = [];
    private readonly Dictionary<(ProfileId, string, long), IEntityRecord> _entities = [];
    private readonly AccountId _account;

    private TableWorld(AccountId account) => _account = account;

    public static async Task LoadProfilesAsync(StoreUnderTest store, AccountId account) =>
        await store.Sink.LoadEntitiesAsync(new EntityScope(account), One<ProfileRecord>(
        [
            new ProfileRecord { ProfileId = new ProfileId(1_001), Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD", Name = "Acme US", CountryCode = "US" },
            new ProfileRecord { ProfileId = Second, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD" },
            new ProfileRecord { ProfileId = new ProfileId(1_003), Region = AmazonAdsRegion.Europe, CurrencyCode = "EUR" },
        ]));

    public static async Task<TableWorld> LoadAsync(PerformanceTableContract contract, Random random)
    {
        StoreUnderTest store = contract.Stores;
        var world = new TableWorld(contract.OwnAccount);
        await LoadProfilesAsync(store, contract.OwnAccount);
        foreach (ProfileId profile in new[] { PerformanceTableContract.FirstProfile, Second, new ProfileId(1_003) })
        {
            await LoadEntitiesAsync(store, new EntityScope(contract.OwnAccount, profile), random);
            string currency = profile.Value == 1_003 ? "EUR" : "USD";
            foreach (Dataset dataset in Datasets.All.Where(one => one.AdProduct == AdProducts.SponsoredProducts && PerformanceSelection.Grains.Contains(one.Grain)))
            {
                DateOnly start = PerformanceTableContract.FirstDay.AddDays(-7 + random.Next(3));
                DateOnly end = PerformanceTableContract.FirstDay.AddDays(random.Next(7));
                await contract.LoadRowsAsync(
                    RandomRows(dataset, start, end, random, currency),
                    contract.ScopeOf(dataset, start, end) with { ProfileId = profile, CurrencyCode = currency });
            }
        }

        await world.ReadAsync(store);
        return world;
    }

    /// <summary>Selections, filters and orders.</summary>
    public IEnumerable<PerformanceTableQuery> Variants(PerformanceTableQuery all)
    {
        PerformanceSelection selection = all.Selection;
        yield return all;
        yield return all with { Sort = new PerformanceSort(PerformanceColumn.Name, false) };
        yield return all with { Sort = new PerformanceSort(PerformanceColumn.Acos, true), Text = "mug" };
        yield return all with { State = "enabled", Minimums = [new PerformanceMinimum(PerformanceColumn.Cost, 0.5m)] };
        yield return all with { Minimums = [new PerformanceMinimum(PerformanceColumn.Clicks, 2), new PerformanceMinimum(PerformanceColumn.Acos, 0.3m)] };
        yield return all with { Minimums = [new PerformanceMinimum(PerformanceColumn.Cpc, 0.25m)] };
        yield return all with { Selection = selection with { ProfileId = Second } };
        yield return all with { Selection = selection with { CurrencyCode = "EUR" } };
        yield return all with { Selection = selection with { AdProduct = AdProducts.SponsoredProducts, CampaignId = new CampaignId(2) } };
        yield return all with { Selection = selection with { AdProduct = AdProducts.SponsoredDisplay } };
        if (selection.Grain is not (DatasetGrain.Campaign or DatasetGrain.Placement))
        {
            yield return all with { Selection = selection with { CampaignId = new CampaignId(1), AdGroupId = new AdGroupId(11) } };
        }

        if (selection.Grain is DatasetGrain.Target or DatasetGrain.SearchTerm)
        {
            yield return all with { Selection = selection with { KeywordId = new KeywordId(111) } };
            yield return all with { Selection = selection with { TargetId = new TargetId(111) } };
        }
    }

    public List<PerformanceTableRow> Expect(PerformanceTableQuery query)
    {
        IEnumerable<PerformanceTableRow> rows = AllRows(query)
            .Where(row => query.Text is not { } text || new[] { row.Name, query.Selection.Grain == DatasetGrain.Placement ? row.CampaignName : null, row.AdvertisedSku }
                .Any(one => one?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))
            .Where(row => query.State is not { } state || string.Equals(row.State, state, StringComparison.OrdinalIgnoreCase))
            .Where(row => query.Minimums.All(minimum => minimum.Column.ValueOf(row.Sums) >= minimum.Value));
        IOrderedEnumerable<PerformanceTableRow> ordered = query.Sort.Column == PerformanceColumn.Name
            ? By(rows, row => Convert.ToHexString(Encoding.UTF8.GetBytes(Fold(row.Name ?? ""))), query.Sort.IsDescending)
            : By(
                rows.OrderBy(row => query.Sort.Column.ValueOf(row.Sums) is null),
                row => Math.Round(query.Sort.Column.ValueOf(row.Sums) ?? 0, 15),
                query.Sort.IsDescending);
        return [.. ordered.ThenBy(row => row.Id.ProfileId.Value).ThenBy(row => row.CampaignId?.Value ?? 0).ThenBy(DetailOf, StringComparer.Ordinal)];
    }

    public static PerformanceSums Sum(IEnumerable<PerformanceSums> sums) => sums.Aggregate(PerformanceSums.Zero, (sum, one) => sum.Add(one));

    public static string SearchTermRow(DateOnly date, string term, decimal cost) => new JsonObject
    {
        ["date"] = date.ToString("O", CultureInfo.InvariantCulture),
        ["campaignId"] = 1,
        ["adGroupId"] = 11,
        ["keywordId"] = 111,
        ["keywordType"] = "EXACT",
        ["matchType"] = "EXACT",
        ["targeting"] = "mug",
        ["searchTerm"] = term,
        ["cost"] = cost,
    }.ToJsonString();

    private static string Fold(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private static IOrderedEnumerable<PerformanceTableRow> By<T>(IEnumerable<PerformanceTableRow> rows, Func<PerformanceTableRow, T> key, bool descending) =>
        (rows as IOrderedEnumerable<PerformanceTableRow>, descending) switch
        {
            ({ } ordered, true) => ordered.ThenByDescending(key),
            ({ } ordered, false) => ordered.ThenBy(key),
            (_, true) => rows.OrderByDescending(key),
            _ => rows.OrderBy(key),
        };

    /// <summary>Ids as digits of one width, so that texts compare as numbers do; a target that is no keyword comes behind.</summary>
    private static string DetailOf(PerformanceTableRow row)
    {
        string key = row.Id.EntityKey;
        if (key.Contains('#', StringComparison.Ordinal))
        {
            return key.Split('#')[1];
        }

        bool isOther = key.Contains(".t", StringComparison.Ordinal);
        long last = row.TargetId ?? row.AdId ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{row.AdGroupId?.Value ?? 0:x16}{(isOther ? "8" : "0")}{last:x15}");
    }

    private IEnumerable<PerformanceTableRow> AllRows(PerformanceTableQuery query)
    {
        PerformanceSelection selection = query.Selection;
        List<IGrouping<(ProfileId, string), PerformanceRecord>> groups =
        [
            .. _records.Where(row => Datasets.Get(row.Dataset).Grain == selection.Grain && row.CurrencyCode == selection.CurrencyCode)
                .Where(row => selection.ProfileId is not { } profile || row.ProfileId == profile)
                .Where(row => selection.AdProduct is not { } product || Datasets.Get(row.Dataset).AdProduct == product)
                .Where(row => selection.CampaignId is not { } campaign || row.CampaignId == campaign)
                .Where(row => selection.AdGroupId is not { } adGroup || row.AdGroupId == adGroup)
                .Where(row => selection.KeywordId is not { } keyword || (row.TargetId == keyword.Value && row.Texts.GetValueOrDefault(PerformanceText.TargetKind) == "keyword"))
                .Where(row => selection.TargetId is not { } target || (row.TargetId == target.Value && row.Texts.GetValueOrDefault(PerformanceText.TargetKind) != "keyword"))
                .GroupBy(row => (row.ProfileId, row.EntityKey)),
        ];
        foreach (IGrouping<(ProfileId, string), PerformanceRecord> group in groups)
        {
            IEntityRecord? entity = EntityOf(group.First(), selection.Grain);
            PerformanceRecord[] current = [.. group.Where(row => selection.Period.Contains(row.Date))];
            bool isInPrevious = query.Previous is { } previous && group.Any(row => previous.Contains(row.Date));
            if (current.Length > 0 || (isInPrevious && entity is not null))
            {
                yield return RowOf(query, [.. group], entity);
            }
        }

        string currency = selection.CurrencyCode;
        foreach (((ProfileId profile, string type, long id), IEntityRecord entity) in _entities)
        {
            bool isShown = type == TypeOf(selection.Grain, entity) && (profile.Value == 1_003 ? "EUR" : "USD") == currency
                && (selection.ProfileId is not { } only || profile == only) && selection.AdProduct is null or AdProducts.SponsoredProducts
                && !groups.Any(group => group.Key.Item1 == profile && ReferenceEquals(EntityOf(group.First(), selection.Grain), entity)
                    && group.Any(row => selection.Period.Contains(row.Date) || query.Previous?.Contains(row.Date) == true));
            if (isShown && IsOf(selection, entity))
            {
                yield return EmptyRow(query, profile, entity);
            }
        }
    }

    private static bool IsOf(PerformanceSelection selection, IEntityRecord entity)
    {
        (long? campaign, long? adGroup) = ParentsOf(entity);
        return (selection.CampaignId is not { } onlyCampaign || campaign == onlyCampaign.Value)
            && (selection.AdGroupId is not { } onlyAdGroup || adGroup == onlyAdGroup.Value)
            && (selection.KeywordId is not { } keyword || (entity is KeywordRecord && entity.EntityId == keyword.Value))
            && (selection.TargetId is not { } target || (entity is TargetRecord && entity.EntityId == target.Value));
    }

    private static (long? Campaign, long? AdGroup) ParentsOf(IEntityRecord? entity) => entity switch
    {
        CampaignRecord campaign => (campaign.CampaignId.Value, null),
        AdGroupRecord adGroup => (adGroup.CampaignId?.Value, adGroup.AdGroupId.Value),
        KeywordRecord keyword => (keyword.CampaignId?.Value, keyword.AdGroupId?.Value),
        TargetRecord target => (target.CampaignId?.Value, target.AdGroupId?.Value),
        _ => (null, null),
    };

    private static string? TypeOf(DatasetGrain grain, IEntityRecord entity) => grain switch
    {
        DatasetGrain.Campaign => "campaign",
        DatasetGrain.AdGroup => "ad group",
        DatasetGrain.Target => entity is KeywordRecord ? "keyword" : "target",
        _ => null,
    };

    private IEntityRecord? EntityOf(PerformanceRecord row, DatasetGrain grain) => grain switch
    {
        DatasetGrain.Campaign => _entities.GetValueOrDefault((row.ProfileId, "campaign", row.CampaignId?.Value ?? 0)),
        DatasetGrain.AdGroup => _entities.GetValueOrDefault((row.ProfileId, "ad group", row.AdGroupId?.Value ?? 0)),
        DatasetGrain.Target => _entities.GetValueOrDefault(
            (row.ProfileId, row.Texts.GetValueOrDefault(PerformanceText.TargetKind) == "keyword" ? "keyword" : "target", row.TargetId ?? 0)),
        _ => null,
    };

    private PerformanceTableRow EmptyRow(PerformanceTableQuery query, ProfileId profile, IEntityRecord entity)
    {
        (long? campaign, long? adGroup) = ParentsOf(entity);
        string key = string.Join(
            '.',
            new[]
            {
                campaign?.ToString(CultureInfo.InvariantCulture) ?? "-", adGroup?.ToString(CultureInfo.InvariantCulture),
                entity is KeywordRecord ? $"k{entity.EntityId}" : entity is TargetRecord ? $"t{entity.EntityId}" : null,
            }.OfType<string>());
        return RowOf(query, [], entity, profile, key);
    }

    private PerformanceTableRow RowOf(
        PerformanceTableQuery query, PerformanceRecord[] rows, IEntityRecord? entity, ProfileId? profile = null, string? key = null)
    {
        DatasetGrain grain = query.Selection.Grain;
        ProfileId profileId = profile ?? rows[0].ProfileId;
        (long? campaign, long? adGroup) = rows.Length > 0 ? (rows[0].CampaignId?.Value, rows[0].AdGroupId?.Value) : ParentsOf(entity);
        var parent = campaign is { } id ? _entities.GetValueOrDefault((profileId, "campaign", id)) as CampaignRecord : null;
        var group = adGroup is { } groupId ? _entities.GetValueOrDefault((profileId, "ad group", groupId)) as AdGroupRecord : null;
        string? Text(PerformanceText text) => rows.Where(row => query.Selection.Period.Contains(row.Date)).MaxBy(row => row.Date)?.Texts.GetValueOrDefault(text);
        var keyword = entity as KeywordRecord;
        var target = entity as TargetRecord;
        string? targetText = Text(PerformanceText.TargetText) ?? keyword?.KeywordText ?? target?.ExpressionType;
        string dataset = Datasets.All.First(one => one.Grain == grain && one.AdProduct == AdProducts.SponsoredProducts).Id;
        return new PerformanceTableRow
        {
            Id = new PerformanceRowId(_account, profileId, AdProducts.SponsoredProducts, key ?? rows[0].EntityKey),
            Name = grain switch
            {
                DatasetGrain.Campaign => parent?.Name,
                DatasetGrain.AdGroup => group?.Name,
                DatasetGrain.Target => targetText,
                DatasetGrain.SearchTerm => Text(PerformanceText.SearchTerm),
                DatasetGrain.Placement => Text(PerformanceText.Placement),
                _ => Text(PerformanceText.AdvertisedAsin),
            },
            ProfileName = profileId.Value == 1_001 ? "Acme US" : null,
            CountryCode = profileId.Value == 1_001 ? "US" : null,
            CampaignId = campaign is { } campaignId ? new CampaignId(campaignId) : null,
            CampaignName = parent?.Name,
            AdGroupId = adGroup is { } one ? new AdGroupId(one) : null,
            AdGroupName = group?.Name,
            TargetId = grain is DatasetGrain.Target or DatasetGrain.SearchTerm ? (rows.Length > 0 ? rows[0].TargetId : entity!.EntityId) : null,
            TargetKind = Text(PerformanceText.TargetKind) ?? (keyword is not null ? "keyword" : target?.TargetKind),
            TargetText = targetText,
            MatchType = Text(PerformanceText.MatchType) ?? keyword?.MatchType,
            AdId = rows.Length > 0 ? rows[0].AdId : null,
            AdvertisedSku = Text(PerformanceText.AdvertisedSku),
            State = grain switch
            {
                DatasetGrain.AdGroup => group?.State,
                DatasetGrain.Target => keyword?.State ?? target?.State,
                _ => parent?.State,
            },
            Budget = grain == DatasetGrain.Campaign ? parent?.Budget : null,
            BudgetType = grain == DatasetGrain.Campaign ? parent?.BudgetType : null,
            Bid = grain == DatasetGrain.AdGroup ? group?.DefaultBid : keyword?.Bid ?? target?.Bid,
            Sums = Sum(rows.Where(row => query.Selection.Period.Contains(row.Date)).Select(PerformanceSums.Of)),
            Previous = query.Previous is { } previous ? Sum(rows.Where(row => previous.Contains(row.Date)).Select(PerformanceSums.Of)) : null,
            DaysLoaded = _days[(profileId, dataset)].Count(query.Selection.Period.Contains),
        };
    }

    private async Task ReadAsync(StoreUnderTest store)
    {
        foreach (Dataset dataset in Datasets.All)
        {
            string? after = null;
            do
            {
                ReadPage<PerformanceRecord> page = await store.Reader.ListPerformanceAsync(
                    new PerformanceQuery(_account, dataset.Id), new PageRequest(1000, after));
                _records.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
            foreach (ProfileId profile in new ProfileId[] { new(1_001), Second, new(1_003) })
            {
                _days[(profile, dataset.Id)] = [.. (await store.Reader.ListDaysAsync(_account, profile, dataset.Id)).Select(day => day.Date)];
            }
        }

        await AddAsync<CampaignRecord>(store, "campaign");
        await AddAsync<AdGroupRecord>(store, "ad group");
        await AddAsync<KeywordRecord>(store, "keyword");
        await AddAsync<TargetRecord>(store, "target");
    }

    private async Task AddAsync<T>(StoreUnderTest store, string type)
        where T : class, IEntityRecord<T>
    {
        await foreach (StoredEntity<T> entity in store.Reader.ListAllEntitiesAsync<T>(new EntityQuery(_account)))
        {
            _entities[(entity.ProfileId, type, entity.Entity.EntityId)] = entity.Entity;
        }
    }

    private static async Task LoadEntitiesAsync(StoreUnderTest store, EntityScope scope, Random random)
    {
        string product = AdProducts.SponsoredProducts;
        string Name() => Words[random.Next(Words.Length)];
        string State() => random.Next(3) == 0 ? "PAUSED" : "ENABLED";
        await store.Sink.LoadEntitiesAsync(scope, One<CampaignRecord>([.. Some(1, 5).Select(id => new CampaignRecord
        {
            CampaignId = new CampaignId(id), AdProduct = product, Name = Name(), State = State(), Budget = random.Next(2) == 0 ? 12.5m : null, BudgetType = "DAILY",
        })]));
        await store.Sink.LoadEntitiesAsync(scope, One<AdGroupRecord>([.. Some(11, 14).Select(id => new AdGroupRecord
        {
            AdGroupId = new AdGroupId(id), AdProduct = product, CampaignId = new CampaignId(id - 10), Name = Name(), State = State(), DefaultBid = 0.75m,
        })]));
        await store.Sink.LoadEntitiesAsync(scope, One<KeywordRecord>([.. Some(111, 114).Select(id => new KeywordRecord
        {
            KeywordId = new KeywordId(id), AdProduct = product, CampaignId = new CampaignId(1), AdGroupId = new AdGroupId(11),
            KeywordText = Name(), MatchType = "EXACT", State = State(), Bid = 1.25m,
        })]));
        await store.Sink.LoadEntitiesAsync(scope, One<TargetRecord>([.. Some(111, 113).Select(id => new TargetRecord
        {
            TargetId = new TargetId(id), AdProduct = product, CampaignId = new CampaignId(1), AdGroupId = new AdGroupId(11),
            TargetKind = "product", State = State(), Bid = 0.5m,
        })]));

        IEnumerable<int> Some(int first, int last) => Enumerable.Range(first, last - first + 1).Where(_ => random.Next(4) > 0);
    }

    private static Rows RandomRows(Dataset dataset, DateOnly start, DateOnly end, Random random, string currency)
    {
        var rows = Rows.None;
        var seen = new HashSet<string>();
        for (DateOnly day = start; day <= end; day = day.AddDays(1))
        {
            for (int i = random.Next(9); i > 0; i--)
            {
                JsonObject row = RandomRow(dataset, random);
                if (!seen.Add(day + row.ToJsonString()))
                {
                    continue;
                }

                row["date"] = day.ToString("O", CultureInfo.InvariantCulture);
                row["campaignBudgetCurrencyCode"] = currency;
                row["impressions"] = random.Next(50);
                row["clicks"] = random.Next(4);
                row["cost"] = random.Next(300) / 100m;
                row["sales7d"] = random.Next(3) == 0 ? random.Next(900) / 100m : 0;
                row["sales14d"] = 99m;
                row["purchases7d"] = random.Next(3);
                row["unitsSoldClicks7d"] = random.Next(3);
                rows = rows.Raw(row.ToJsonString());
            }
        }

        return rows;
    }

    /// <summary>Ids of entities that are stored, and of some that only reports name.</summary>
    private static JsonObject RandomRow(Dataset dataset, Random random)
    {
        int campaign = 1 + random.Next(6);
        bool isKeyword = random.Next(2) == 0;
        int target = 111 + random.Next(6);
        string type = isKeyword ? "EXACT" : "TARGETING_EXPRESSION";
        return dataset.Grain switch
        {
            DatasetGrain.Campaign => new JsonObject { ["campaignId"] = campaign },
            DatasetGrain.AdGroup => new JsonObject { ["campaignId"] = campaign, ["adGroupId"] = 10 + campaign },
            DatasetGrain.Placement => new JsonObject
            {
                ["campaignId"] = campaign, ["placementClassification"] = random.Next(2) == 0 ? "Top of Search on-Amazon" : "Other mug",
            },
            DatasetGrain.AdvertisedProduct => new JsonObject
            {
                ["campaignId"] = campaign, ["adGroupId"] = 10 + campaign, ["adId"] = 500 + campaign, ["advertisedAsin"] = $"B00{campaign}",
                ["advertisedSku"] = $"MUG-{campaign}",
            },
            DatasetGrain.Target => new JsonObject
            {
                ["campaignId"] = 1, ["adGroupId"] = 11, ["keywordId"] = target, ["keywordType"] = type, ["matchType"] = type,
                ["targeting"] = $"mug {target} {random.Next(3)}",
            },
            _ => new JsonObject
            {
                ["campaignId"] = 1, ["adGroupId"] = 11, ["keywordId"] = target, ["keywordType"] = type, ["matchType"] = type,
                ["targeting"] = $"mug {target}", ["searchTerm"] = Words[1 + random.Next(2)] + random.Next(3),
            },
        };
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> One<T>(IReadOnlyList<T> page)
    {
        await Task.CompletedTask;
        yield return page;
    }
}
