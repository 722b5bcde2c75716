using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>An account with a profile whose campaigns, keywords and reports a test chooses.</summary>
internal sealed class TableWorld : IAsyncDisposable
{
    public static readonly ProfileId Profile = new(1_001);

    private int _loads;

    private TableWorld(DashboardHost host, Account account) => (Host, Account) = (host, account);

    public DashboardHost Host { get; }

    public Account Account { get; }

    /// <summary>Gets the newest day that can be complete.</summary>
    public static DateOnly Yesterday => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    public string ProfileText => $"{Account.AccountId}.{Profile}";

    public static async Task<TableWorld> StartAsync()
    {
        DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup
        {
            Sdk = sdk => sdk.Ingestion.Datasets = [.. Datasets.All.Select(dataset => dataset.Id)],
        });
        var world = new TableWorld(host, await host.AddAccountAsync("Acme"));
        await world.AddAsync<ProfileRecord>(new EntityScope(world.Account.AccountId), new ProfileRecord
        {
            ProfileId = Profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD", CountryCode = "US", TimeZone = "UTC", Name = "Acme US",
        });
        return world;
    }

    /// <summary>Campaigns 1 to n, each with spend of its number a day on the newest three days.</summary>
    public async Task AddCampaignsAsync(int count, Func<int, string>? name = null)
    {
        await AddAsync(Scope, [.. Enumerable.Range(1, count).Select(id => new CampaignRecord
        {
            CampaignId = new CampaignId(id), AdProduct = AdProducts.SponsoredProducts, Name = name?.Invoke(id) ?? $"Campaign no. {id:000}",
            State = id % 2 == 0 ? "PAUSED" : "ENABLED", Budget = 10,
        })]);
        ReportRows rows = ReportRows.None;
        for (int day = 0; day < 3; day++)
        {
            foreach (int id in Enumerable.Range(1, count))
            {
                rows = rows.Campaign(Yesterday.AddDays(-day), id, cost: id, sales7d: id % 3 == 0 ? 0 : 2 * id);
            }
        }

        await LoadAsync(Datasets.SpCampaign, rows, Yesterday.AddDays(-2), Yesterday);
    }

    /// <summary>A campaign with an ad group, a keyword and a search term.</summary>
    public async Task AddPathAsync(string campaign, string adGroup, string keyword, string term)
    {
        await AddAsync(Scope, new CampaignRecord { CampaignId = new CampaignId(1), AdProduct = AdProducts.SponsoredProducts, Name = campaign, State = "ENABLED" });
        await AddAsync(Scope, new AdGroupRecord
        {
            AdGroupId = new AdGroupId(11), CampaignId = new CampaignId(1), AdProduct = AdProducts.SponsoredProducts, Name = adGroup, State = "ENABLED",
        });
        await AddAsync(Scope, new KeywordRecord
        {
            KeywordId = new KeywordId(111), AdGroupId = new AdGroupId(11), CampaignId = new CampaignId(1), AdProduct = AdProducts.SponsoredProducts,
            KeywordText = keyword, MatchType = "EXACT", State = "ENABLED", Bid = 0.75m,
        });
        foreach (Dataset dataset in new[]
        {
            Datasets.SpCampaign, Datasets.SpAdGroup, Datasets.SpTarget, Datasets.SpSearchTerm, Datasets.SpPlacement, Datasets.SpAdvertisedProduct,
        })
        {
            var row = new JsonObject
            {
                ["date"] = Yesterday.ToString("O", CultureInfo.InvariantCulture), ["campaignId"] = 1, ["adGroupId"] = 11, ["keywordId"] = 111,
                ["keywordType"] = "EXACT", ["matchType"] = "EXACT", ["targeting"] = keyword, ["searchTerm"] = term, ["adId"] = 500,
                ["advertisedAsin"] = term, ["advertisedSku"] = keyword, ["placementClassification"] = term, ["impressions"] = 40, ["clicks"] = 4,
                ["cost"] = 2.5m, ["sales7d"] = 10m, ["purchases7d"] = 1,
            };
            await LoadAsync(dataset, ReportRows.None.Raw(row.ToJsonString()), Yesterday, Yesterday);
        }
    }

    public async Task LoadAsync(Dataset dataset, ReportRows rows, DateOnly start, DateOnly end)
    {
        var scope = new LoadScope
        {
            AccountId = Account.AccountId, ProfileId = Profile, Dataset = dataset, StartDate = start, EndDate = end,
            ReportId = Guid.NewGuid().ToString(), GeneratedAt = TimeProvider.System.GetUtcNow(), RetentionStart = start.AddDays(-60),
            CurrencyCode = "USD", AttributionDays = 7,
        };
        await using ILoadSession session = await Host.Storage.Sink.BeginReplaceAsync(scope, new LoadId($"load/{++_loads}"));
        await foreach (ReportBatch batch in rows.ReadAsync(dataset))
        {
            await session.WriteAsync(batch);
        }

        await session.CommitAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private EntityScope Scope => new(Account.AccountId, Profile);

    private async Task AddAsync<T>(EntityScope scope, params T[] entities)
        where T : class, IEntityRecord<T>
    {
        await Host.Storage.Sink.LoadEntitiesAsync(scope, One());

        async IAsyncEnumerable<IReadOnlyList<T>> One()
        {
            await Task.CompletedTask;
            yield return entities;
        }
    }
}
