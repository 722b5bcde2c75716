using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Keys and dimensions of rows.</summary>
public abstract class KeyContract : LoadContract
{
    [SkippableFact]
    public async Task An_id_beyond_64_bits_is_told()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Raw("""{"date":"2026-03-01","campaignId":9223372036854775808}"""), Scope() with { MaxRejectedShare = 1 });

        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "id out of range");
    }

    [SkippableFact]
    public async Task Rows_without_a_part_of_their_key_are_kept_and_told()
    {
        LoadResult campaigns = await LoadAsync(Rows.None.Campaign(Day, 1).Raw("""{"date":"2026-03-01","campaignId":null,"cost":4,"campaignBudgetCurrencyCode":"USD"}"""));
        LoadResult adGroups = await LoadAsync(
            Rows.None.AdGroup(Day, 1, 2)
                .Raw("""{"date":"2026-03-01","campaignId":1,"adGroupId":null,"cost":3}""")
                .Raw("""{"date":"2026-03-01","campaignId":null,"adGroupId":9,"cost":2}"""),
            Scope(Datasets.SpAdGroup));
        LoadResult targets = await LoadAsync(
            Rows.None.Target(Day, 1, 2, 3)
                .Raw("""{"date":"2026-03-01","campaignId":1,"adGroupId":null,"keywordId":7,"keywordType":"BROAD","matchType":"BROAD","cost":5}"""),
            Scope(Datasets.SpTarget));

        new[] { campaigns.Rejected, adGroups.Rejected, targets.Rejected }.Should().OnlyContain(rejected => rejected == 0);
        (await RecordsAsync()).Select(record => (Ids(record), record.CampaignId)).Should()
            .BeEquivalentTo([("-#", (CampaignId?)null), ("1", new CampaignId(1))]);
        (await RecordsAsync(Datasets.SpAdGroup)).Select(Ids).Should().BeEquivalentTo(["1.2", "1#", "-#"]);
        (await RecordsAsync(Datasets.SpTarget)).Select(Ids).Should().BeEquivalentTo(["1.2.k3", "1#"]);
        (await IssuesAsync()).Where(issue => issue.Reason == "id missing").Select(issue => issue.Details).Should()
            .Contain("campaignId is null.").And.Contain("adGroupId is null.");
        StoredEntity<KeywordRecord> keyword = (await Store.Reader.ListKeywordsAsync(new EntityQuery(Account))).Items.Single(stored => stored.Entity.KeywordId == new KeywordId(7));
        keyword.Entity.AdGroupId.Should().BeNull();
        keyword.Performance!.Total.Cost.Should().Be(5m);
        (await Store.Reader.ListAdGroupsAsync(new EntityQuery(Account))).Items.Single(stored => stored.Entity.AdGroupId == new AdGroupId(9)).Entity.CampaignId.Should().BeNull();
    }

    /// <summary>The key without its hash, of which only <c>#</c> is left.</summary>
    private static string Ids(PerformanceRecord record) =>
        record.EntityKey.Split('#') is [var ids, _] ? ids + "#" : record.EntityKey;

    [SkippableTheory]
    [InlineData("jpy", "JPY")]
    [InlineData("Usd", "USD")]
    [InlineData(" EUR ", "EUR")]
    [InlineData("USDT", "USD")]
    [InlineData("u$d", "USD")]
    [InlineData("", "USD")]
    public async Task Currencies_stand_in_capitals_and_what_is_none_is_the_profiles(string code, string expected)
    {
        await LoadAsync(Rows.None.Raw($$"""{"date":"2026-03-01","campaignId":1,"cost":5,"campaignBudgetCurrencyCode":"{{code}}"}"""));

        (await RecordsAsync()).Single().CurrencyCode.Should().Be(expected);
        (await IssuesAsync()).Count(issue => issue.Reason == "currency malformed").Should().Be(code is "USDT" or "u$d" ? 1 : 0);
    }

    [SkippableFact]
    public async Task Two_accounts_with_one_profile_neither_see_nor_change_each_other()
    {
        AccountId other = (await Store.Accounts.AddAsync("Agency")).AccountId;
        await LoadAsync(Rows.None.Campaign(Day, 1, 1m));
        await LoadAsync(Rows.None.Campaign(Day, 1, 5m), Scope(account: other));
        await Store.Sink.LoadEntitiesAsync(new EntityScope(other, Profile), Pages([Campaign(1, "Theirs")]));
        await Store.Accounts.SetStatusAsync(other, Sdk.Accounts.AccountStatus.Closed);

        (await Store.Accounts.PurgeAsync(other)).Should().BeTrue();

        (await RecordsAsync(account: other)).Should().BeEmpty();
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(other))).Items.Should().BeEmpty();
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(1m);
        (await CampaignAsync(1))!.Total.Cost.Should().Be(1m);
        (await DaysAsync()).Should().NotBeEmpty();
    }
}
