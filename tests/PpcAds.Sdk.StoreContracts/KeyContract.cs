using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Keys and dimensions of rows.</summary>
public abstract class KeyContract : LoadContract
{
    [SkippableFact]
    public async Task Ad_groups_and_targets_are_keyed_under_their_parents()
    {
        await LoadAsync(Rows.None.AdGroup(Day, 1, 2), Scope(Datasets.SpAdGroup));
        await LoadAsync(
            Rows.None.Target(Day, 1, 2, 3).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION_PREDEFINED").Target(Day, 1, 2, 5, "TARGETING_EXPRESSION"),
            Scope(Datasets.SpTarget));

        (await RecordsAsync(Datasets.SpAdGroup)).Single().EntityKey.Should().Be("1.2");
        IReadOnlyList<PerformanceRecord> targets = await RecordsAsync(Datasets.SpTarget);
        targets.Select(record => record.EntityKey).Should().Equal("1.2.k3", "1.2.t4", "1.2.t5");
        targets.Select(record => record.Texts[PerformanceText.TargetKind]).Should().Equal("keyword", "auto", "product");
        targets[0].Should().Match<PerformanceRecord>(
            record => record.TargetId == 3 && record.AdGroupId == new AdGroupId(2) && record.Texts[PerformanceText.TargetText] == "blue mug");
    }

    [SkippableFact]
    public async Task What_Amazon_could_not_place_is_kept()
    {
        await LoadAsync(Rows.None.Target(Day, 1, 2, "Unallocated").Target(Day, 1, 2, -20).Target(Day, 1, 2, 3), Scope(Datasets.SpTarget));

        IReadOnlyList<PerformanceRecord> targets = await RecordsAsync(Datasets.SpTarget);
        targets.Should().HaveCount(3);
        targets.Where(record => record.Texts[PerformanceText.TargetKind] == "unallocated").Should()
            .HaveCount(2).And.OnlyContain(record => record.TargetId == null);
        targets.Sum(record => record.Metrics[PerformanceMetric.Cost]).Should().Be(4.5m);
    }

    [SkippableFact]
    public async Task Ids_of_64_bits_are_kept_and_larger_ones_rejected()
    {
        LoadResult result = await LoadAsync(
            Rows.None
                .Campaign(Day, long.MaxValue)
                .Raw("""{"date":"2026-03-01","campaignId":"9007199254740993"}""")
                .Raw("""{"date":"2026-03-01","campaignId":9223372036854775808}"""),
            Scope() with { MaxRejectedShare = 1 });

        result.Should().Match<LoadResult>(load => load.Inserted == 2 && load.Rejected == 1);
        (await RecordsAsync()).Select(record => record.CampaignId!.Value.Value).Should().BeEquivalentTo([9_007_199_254_740_993, long.MaxValue]);
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "id out of range");
    }

    [SkippableFact]
    public async Task Keys_compare_byte_by_byte()
    {
        JsonNode upper = JsonValue.Create("ABC")!;
        JsonNode lower = JsonValue.Create("abc")!;

        LoadResult result = await LoadAsync(Rows.None.Target(Day, 1, 2, upper).Target(Day, 1, 2, lower), Scope(Datasets.SpTarget));

        result.Inserted.Should().Be(2);
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
