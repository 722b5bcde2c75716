using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Random entities and rows of reports, of few ids and names, so that they meet.</summary>
internal static class TableRandom
{
    private static readonly string[] Words = ["Mug", "mug", "Cup", "", "zebra", "Émile", "a~b", "1.2", "pot"];

    public static async Task LoadEntitiesAsync(StoreUnderTest store, EntityScope scope, Random random)
    {
        string product = AdProducts.SponsoredProducts;
        string Name() => Words[random.Next(Words.Length)];
        string State() => random.Next(3) == 0 ? "PAUSED" : "ENABLED";
        await store.Sink.LoadEntitiesAsync(scope, One<CampaignRecord>([.. Some(1, 5).Select(id => new CampaignRecord
        {
            CampaignId = new CampaignId(id), AdProduct = product, Name = Name(), State = State(), Budget = random.Next(2) == 0
                ? 12.5m : null, BudgetType = "DAILY",
        })]));
        await store.Sink.LoadEntitiesAsync(scope, One<AdGroupRecord>([.. Some(11, 14).Select(id => new AdGroupRecord
        {
            AdGroupId = new AdGroupId(id), AdProduct = product, CampaignId = new CampaignId(id - 10), Name = Name(),
                State = State(), DefaultBid = 0.75m,
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

    public static Xunit.ReportRows Rows(Dataset dataset, DateOnly start, DateOnly end, Random random, string currency)
    {
        var rows = Xunit.ReportRows.None;
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
                ["campaignId"] = campaign,
                ["placementClassification"] = random.Next(2) == 0 ? "Top of Search on-Amazon"
                    : "Other mug",
            },
            DatasetGrain.AdvertisedProduct => new JsonObject
            {
                ["campaignId"] = campaign,
                ["adGroupId"] = 10 + campaign,
                ["adId"] = 500 + campaign,
                ["advertisedAsin"] = $"B00{campaign}",
                ["advertisedSku"] = $"MUG-{campaign}",
            },
            DatasetGrain.Target => new JsonObject
            {
                ["campaignId"] = 1,
                ["adGroupId"] = 11,
                ["keywordId"] = target,
                ["keywordType"] = type,
                ["matchType"] = type,
                ["targeting"] = $"mug {target} {random.Next(3)}",
            },
            _ => new JsonObject
            {
                ["campaignId"] = 1,
                ["adGroupId"] = 11,
                ["keywordId"] = target,
                ["keywordType"] = type,
                ["matchType"] = type,
                ["targeting"] = $"mug {target}",
                ["searchTerm"] = Words[1 + random.Next(2)] + random.Next(3),
            },
        };
    }

    public static async IAsyncEnumerable<IReadOnlyList<T>> One<T>(IReadOnlyList<T> page)
    {
        await Task.CompletedTask;
        yield return page;
    }
}
