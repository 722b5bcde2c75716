using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>What is stored of entities and issues is listed.</summary>
public sealed class EntityListTests
{
    private static readonly ProfileId Profile = new(1_001);

    [Theory]
    [InlineData("portfolios", "portfolio_id")]
    [InlineData("ad-groups", "ad_group_id")]
    [InlineData("targets", "target_id")]
    [InlineData("ads", "ad_id")]
    [InlineData("negative-keywords", "keyword_id")]
    [InlineData("negative-targets", "target_id")]
    public async Task A_list_has_what_is_stored_page_by_page(string path, string idColumn)
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync();
        var scope = new EntityScope(AccountId.Parse(account), Profile);
        string product = AdProducts.SponsoredProducts;
        var campaign = new CampaignId(1);
        var adGroup = new AdGroupId(11);
        await AddAsync(api, scope, [.. Ids.Select(id => new PortfolioRecord { PortfolioId = new PortfolioId(id), Name = "p" })]);
        await AddAsync(api, scope, [.. Ids.Select(id => new AdGroupRecord { AdGroupId = new AdGroupId(id), AdProduct = product, CampaignId = campaign })]);
        await AddAsync(api, scope, [.. Ids.Select(id => new TargetRecord { TargetId = new TargetId(id), AdProduct = product, CampaignId = campaign, Expression = "[]" })]);
        await AddAsync(api, scope, [.. Ids.Select(id => new AdRecord { AdId = new AdId(id), AdProduct = product, CampaignId = campaign, AdGroupId = adGroup })]);
        await AddAsync(api, scope, [.. Ids.Select(id => new NegativeKeywordRecord { KeywordId = new KeywordId(id), AdProduct = product, CampaignId = campaign })]);
        await AddAsync(api, scope, [.. Ids.Select(id => new NegativeTargetRecord { TargetId = new TargetId(id), AdProduct = product, CampaignId = campaign })]);

        ApiAnswer first = await api.GetAsync($"/api/v1/{path}?account_id={account}&limit=2");
        ApiAnswer second = await api.GetAsync(
            $"/api/v1/{path}?account_id={account}&profile_id={Profile}&limit=2&after={Uri.EscapeDataString(first.Json.GetProperty("next").GetString()!)}");

        IdsOf(first, idColumn).Concat(IdsOf(second, idColumn)).Should().Equal("21", "22", "23");
        second.Json.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
        ApiAnswer ofCampaign = await api.GetAsync($"/api/v1/{path}?account_id={account}&campaign_id=2");
        if (path == "portfolios")
        {
            ofCampaign.Status.Should().Be(System.Net.HttpStatusCode.BadRequest, "portfolios belong to no campaign");
        }
        else
        {
            IdsOf(ofCampaign, idColumn).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Issues_are_listed_newest_first()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await api.Services.GetRequiredService<ISyncLog>().AddIssuesAsync(
        [
            new SyncIssue { AccountId = AccountId.Parse(account), ProfileId = Profile, Step = "keywords", Reason = "older", Details = "a", At = now.AddMinutes(-5) },
            new SyncIssue { AccountId = AccountId.Parse(account), Step = "profiles", Reason = "newer", Details = "b", Count = 3, At = now },
        ]);

        ApiAnswer all = await api.GetAsync($"/api/v1/issues?account_id={account}");

        all.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reason").GetString()).Should().Equal("newer", "older");
        all.Json.GetProperty("items")[0].GetProperty("count").GetInt64().Should().Be(3);
        (await api.GetAsync($"/api/v1/issues?account_id={account}&limit=1")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
        (await api.GetAsync($"/api/v1/issues?account_id={account}&profile_id={Profile}")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    private static IEnumerable<int> Ids => Enumerable.Range(21, 3);

    private static IEnumerable<string?> IdsOf(ApiAnswer answer, string column) =>
        answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(column).GetString());

    private static async Task AddAsync<T>(TestApi api, EntityScope scope, IReadOnlyList<T> entities)
        where T : class, IEntityRecord<T>
    {
        await api.Services.GetRequiredService<IEtlSink>().LoadEntitiesAsync(scope, One());

        async IAsyncEnumerable<IReadOnlyList<T>> One()
        {
            await Task.CompletedTask;
            yield return entities;
        }
    }
}
