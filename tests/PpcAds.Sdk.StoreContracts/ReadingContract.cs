using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What endpoints read beside entities: sums, freshness, jobs, accounts.</summary>
public abstract class ReadingContract : LoadContract
{
    [SkippableFact]
    public async Task A_campaigns_records_are_found_by_its_id_and_not_by_one_that_begins_alike()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 10).Campaign(Day, 12).Campaign(Day.AddDays(1), 1).Campaign(Day.AddDays(1), 10));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 5).AdGroup(Day, 1, 6).AdGroup(Day, 15, 7), Scope(Datasets.SpAdGroup));

        (await AllAsync(Datasets.SpCampaign, 1, 1)).Select(record => (record.Date, record.EntityKey)).Should().Equal((Day, "1"), (Day.AddDays(1), "1"));
        (await AllAsync(Datasets.SpAdGroup, 1, 1)).Select(record => record.AdGroupId!.Value.Value).Should().Equal(5, 6);
        (await AllAsync(Datasets.SpCampaign, 2, 1)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Records_of_several_profiles_come_one_profile_after_another()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1));
        await LoadAsync(Rows.None.Campaign(Day, 3).Campaign(Day, 4), Scope() with { ProfileId = new ProfileId(1_002) });
        await LoadAsync(Rows.None.AdGroup(Day, 1, 5), Scope(Datasets.SpAdGroup) with { ProfileId = new ProfileId(1_003) });

        (await AllAsync(Datasets.SpCampaign, null, 2)).Select(record => (record.ProfileId.Value, record.Date, record.EntityKey)).Should().Equal(
            (1_001, Day, "1"), (1_001, Day, "2"), (1_001, Day.AddDays(1), "1"), (1_002, Day, "3"), (1_002, Day, "4"));
    }

    [SkippableFact]
    public async Task Sums_never_mix_currencies()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 1.5m).Campaign(Day.AddDays(1), 2, 2.25m));
        await LoadAsync(
            Rows.None.Raw("""{"date":"2026-03-01","campaignId":3,"campaignBudgetCurrencyCode":"EUR","impressions":7,"clicks":1,"cost":0.5}"""),
            Scope() with { ProfileId = new ProfileId(1_002), CurrencyCode = "EUR" });

        IReadOnlyList<PerformanceTotals> all = await Store.Reader.SumPerformanceAsync(new PerformanceQuery(Account, "sp.campaign"));
        IReadOnlyList<PerformanceTotals> some = await Store.Reader.SumPerformanceAsync(
            new PerformanceQuery(Account, "sp.campaign") { ProfileId = Profile, CampaignId = new CampaignId(2), StartDate = Day, EndDate = Day.AddDays(3) });

        all.Should().Equal(
            new PerformanceTotals("EUR", 1, new PerformanceSums(7, 1, 0.5m, 0, 0, 0)),
            new PerformanceTotals("USD", 2, new PerformanceSums(200, 8, 3.75m, 20, 2, 4)));
        some.Should().Equal(new PerformanceTotals("USD", 1, new PerformanceSums(100, 4, 2.25m, 10, 1, 2)));
        (await Store.Reader.SumPerformanceAsync(new PerformanceQuery(Account, "sb.campaign"))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Freshness_is_the_newest_day_that_is_loaded_whole()
    {
        await Store.Sink.LoadEntitiesAsync(new EntityScope(Account), Pages<ProfileRecord>(
        [
            new ProfileRecord { ProfileId = Profile, Region = AmazonAdsRegion.Europe },
            new ProfileRecord { ProfileId = new ProfileId(1_002), Region = AmazonAdsRegion.Europe },
        ]));
        await LoadAsync(Rows.None.Campaign(Day, 1), Scope(end: Day.AddDays(2)));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 5), Scope(Datasets.SpAdGroup, end: Day));
        await LoadAsync(Rows.None.Campaign(Day, 1), Scope(end: Day) with { ProfileId = new ProfileId(1_002) });

        ReadPage<PerformanceFreshness> first = await Store.Reader.ListFreshnessAsync(Account, null, new PageRequest(2));
        ReadPage<PerformanceFreshness> second = await Store.Reader.ListFreshnessAsync(Account, null, new PageRequest(2, first.Next));

        first.Items.Concat(second.Items).Select(row => (row.ProfileId.Value, row.Dataset, row.NewestDay)).Should().Equal(
            (1_001, "sp.ad_group", Day), (1_001, "sp.campaign", Day.AddDays(2)), (1_002, "sp.campaign", Day));
        first.Items.Should().OnlyContain(row => row.ReportGeneratedAt == Generated && row.LoadedAt == Store.Time.GetUtcNow());
        second.Next.Should().BeNull();
        (await Store.Reader.ListFreshnessAsync(Account, new ProfileId(1_002))).Items.Should().ContainSingle();
        (await Store.Reader.ListFreshnessAsync(new AccountId(987_654))).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Jobs_are_listed_newest_first_final_ones_too()
    {
        PlannedReport[] planned = [.. Enumerable.Range(0, 5).Select(i => new PlannedReport
        {
            AccountId = Account,
            ProfileId = Profile,
            Dataset = i == 0 ? "sp.target" : "sp.campaign",
            StartDate = Day.AddDays(i),
            EndDate = Day.AddDays(i),
            Reason = PlanReason.Missing,
        })];
        IReadOnlyList<ReportJob> added = await Store.Jobs.AddAsync(planned, Store.Time.GetUtcNow());
        ReportJob claimed = (await Store.Jobs.ClaimAsync("worker", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow()))!;
        await Store.Jobs.SaveAsync(claimed with { State = ReportJobState.Loaded }, release: true);

        ReadPage<ReportJob> first = await Store.Jobs.ListAsync(new ReportJobFilter { AccountId = Account }, new PageRequest(3));
        ReadPage<ReportJob> second = await Store.Jobs.ListAsync(new ReportJobFilter { AccountId = Account }, new PageRequest(3, first.Next));

        first.Items.Concat(second.Items).Select(job => job.JobId).Should().Equal(added.Select(job => job.JobId).OrderDescending());
        second.Next.Should().BeNull();
        (await Store.Jobs.ListAsync(new ReportJobFilter { AccountId = Account, Dataset = "sp.target" })).Items.Should().ContainSingle();
        (await Store.Jobs.ListAsync(new ReportJobFilter { AccountId = new AccountId(987_654) })).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Accounts_are_listed_by_page_and_only_those_that_are_asked_for()
    {
        var added = new List<AccountId> { Account };
        for (int i = 0; i < 4; i++)
        {
            added.Add((await Store.Accounts.AddAsync($"Account {i}", "ada@acme.example")).AccountId);
        }

        ReadPage<Account> first = await Store.Accounts.ListAsync(null, new PageRequest(3));
        ReadPage<Account> second = await Store.Accounts.ListAsync(null, new PageRequest(3, first.Next));

        first.Items.Concat(second.Items).Select(account => account.AccountId).Should().Equal(added);
        second.Next.Should().BeNull();
        (await Store.Accounts.ListAsync([added[2], added[4]], new PageRequest())).Items.Select(account => account.AccountId).Should().Equal(added[2], added[4]);
        (await Store.Accounts.ListAsync([], new PageRequest())).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_account_is_changed_where_something_is_given()
    {
        Store.Time.Advance(TimeSpan.FromHours(1));

        Account? renamed = await Store.Accounts.UpdateAsync(Account, "Acme Ltd", null);
        Account? moved = await Store.Accounts.UpdateAsync(Account, null, "ada@acme.example");
        Func<Task> empty = () => Store.Accounts.UpdateAsync(Account, " ", null);

        renamed.Should().Match<Account>(account => account.Name == "Acme Ltd" && account.ContactEmail == null && account.ChangedAt == Store.Time.GetUtcNow());
        moved.Should().Match<Account>(account => account.Name == "Acme Ltd" && account.ContactEmail == "ada@acme.example");
        (await Store.Accounts.FindAsync(Account)).Should().Be(moved);
        await empty.Should().ThrowAsync<PpcAdsValidationException>();
        (await Store.Accounts.UpdateAsync(new AccountId(987_654), "x", null)).Should().BeNull();
    }

    private async Task<List<PerformanceRecord>> AllAsync(Dataset dataset, long? campaign, int pageSize)
    {
        var all = new List<PerformanceRecord>();
        string? after = null;
        do
        {
            ReadPage<PerformanceRecord> page = await Store.Reader.ListPerformanceAsync(
                new PerformanceQuery(Account, dataset.Id) { CampaignId = campaign is { } id ? new CampaignId(id) : null }, new PageRequest(pageSize, after));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
