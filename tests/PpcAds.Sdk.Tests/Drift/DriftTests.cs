using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Drift;

/// <summary>Amazon changes its answers without a new version; a sync goes on and tells.</summary>
public sealed class DriftTests
{
    [Fact]
    public async Task New_members_and_unknown_names_are_kept_or_left_out_and_told_once()
    {
        await using var ingestion = await Tests.Ingestion.Ingestion.StartAsync();
        ingestion.Simulator.Quirks.ExtraMembers = true;
        ingestion.Simulator.Quirks.UnknownEnumValues = true;

        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();

        IReadOnlyList<string> told = await DriftAsync(ingestion);
        told.Should().OnlyHaveUniqueItems();
        told.Should().Contain("sp.campaigns.list: $.experimental is new; it is left out.");
        told.Should().Contain("sp.campaigns.list: $.state 'HIBERNATING' is not a name that this release knows; it is kept.");
        told.Should().Contain("sp.keywords.list: $.matchType 'TELEPATHIC' is not a name that this release knows; it is kept.");
        (await ingestion.Storage.Reader.ListKeywordsAsync(new(ingestion.Account))).Items.Should().OnlyContain(keyword => keyword.Entity.MatchType == "TELEPATHIC");
        ingestion.Logs.Lines.Should().Contain(line => line.Contains("$.experimental is new"));
    }

    [Fact]
    public async Task Missing_members_and_other_types_are_null_and_told_and_the_rest_is_loaded()
    {
        await using var ingestion = await Tests.Ingestion.Ingestion.StartAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("sp.campaigns.list", 200, """
            {"campaigns":[
              {"campaignId":"7","state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budget":"a lot","budgetType":"DAILY"}},
              {"campaignId":{"id":8},"name":"no readable id","state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budget":1,"budgetType":"DAILY"}},
              {"campaignId":"9","name":"no budget","state":"PAUSED","targetingType":"AUTO","startDate":20250101}]}
            """, "application/vnd.spCampaign.v3+json"));

        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();

        IReadOnlyList<StoredEntity<CampaignRecord>> campaigns = (await ingestion.Storage.Reader.ListCampaignsAsync(new(ingestion.Account))).Items;
        CampaignRecord first = campaigns.Single(campaign => campaign.Entity.CampaignId == new CampaignId(7)).Entity;
        (first.Name, first.State, first.Budget, first.BudgetType).Should().Be((null, "ENABLED", null, "DAILY"));
        CampaignRecord last = campaigns.Single(campaign => campaign.Entity.CampaignId == new CampaignId(9)).Entity;
        (last.Name, last.Budget, last.BudgetType, last.StartDate).Should().Be(("no budget", null, null, null));
        campaigns.Should().NotContain(campaign => campaign.Entity.Name == "no readable id");
        (await DriftAsync(ingestion)).Should().Contain([
            "sp.campaigns.list: $.name is missing; null is kept in its place.",
            "sp.campaigns.list: $.budget is missing; null is kept in its place.",
            "sp.campaigns.list: $.budget.budget has another JSON type than documented; null is kept in its place.",
            "sp.campaigns.list: $.startDate has another JSON type than documented; null is kept in its place.",
            "sp.campaigns: an item has no readable id; it is not stored.",
        ]);
    }

    [Fact]
    public async Task A_list_without_its_array_is_a_failure_not_an_empty_account()
    {
        await using var ingestion = await Tests.Ingestion.Ingestion.StartAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("sp.campaigns.list", 200, """{"kampaigns":[],"totalResults":3}"""));

        IngestionResult result = await ingestion.SyncAsync();

        result.Steps.Should().ContainSingle(step => step.Outcome == StepOutcome.Failed).Which.Step.Should().Be("sp.campaigns");
    }

    [Fact]
    public async Task Columns_of_a_report_that_came_unasked_are_told()
    {
        await using var ingestion = await Tests.Ingestion.Ingestion.StartAsync(null, options => options.Datasets = ["sp.campaign"]);
        await ingestion.SyncAsync();
        ingestion.Simulator.Quirks.ExtraMembers = true;

        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();

        (await DriftAsync(ingestion)).Should().Contain("sp.campaign: experimentalMetric is new; it is left out.");
        (await ingestion.RecordsAsync()).Should().NotBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> DriftAsync(Tests.Ingestion.Ingestion ingestion) =>
        [.. (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Where(issue => issue.Reason == "schema drift").Select(issue => $"{issue.Step}: {issue.Details}")];
}
