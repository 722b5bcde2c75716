using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>What was there and is not any more: noticed, never deleted.</summary>
public sealed class MissingTests
{
    [Fact]
    public async Task A_region_that_lists_no_profile_any_more_is_an_issue()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 200, "[]") with { Times = 2 });

        IngestionResult result = await ingestion.SyncAsync();

        SyncIssue issue = (await IssuesAsync(ingestion, "profiles missing")).Should().ContainSingle().Which;
        issue.Step.Should().Be("profiles NorthAmerica");
        issue.Details.Should().Contain("1 profiles");
        result.Steps.Should().Contain(step => step.Step == "profiles NorthAmerica" && step.Outcome == StepOutcome.Done);
        (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_list_that_is_suddenly_empty_is_an_issue_and_one_that_always_was_is_none()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        (await IssuesAsync(ingestion, "list empty")).Should().BeEmpty();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("sp.keywords.list", 200, """{"keywords":[],"totalResults":0}"""));

        await ingestion.SyncAsync();

        (await IssuesAsync(ingestion, "list empty")).Should().ContainSingle().Which.Step.Should().Be("keywords");
        (await ingestion.Storage.Reader.ListKeywordsAsync(new EntityQuery(ingestion.Account))).Items.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Entities_that_no_list_had_for_a_week_are_an_issue_until_they_are_history()
    {
        await using Ingestion ingestion = await StartAsync();
        var scope = new EntityScope(ingestion.Account, new ProfileId(ingestion.Simulator.Truth.Profiles[0].ProfileId));
        await ingestion.SyncAsync();
        await ingestion.Storage.Sink.LoadEntitiesAsync(scope, Page(
            new CampaignRecord { CampaignId = new CampaignId(7), AdProduct = "SPONSORED_PRODUCTS", State = "ENABLED" },
            new CampaignRecord { CampaignId = new CampaignId(8), AdProduct = "SPONSORED_PRODUCTS", State = "ARCHIVED" }));
        var seen = new List<int>();

        for (int day = 1; day <= 32; day++)
        {
            ingestion.Time.Advance(TimeSpan.FromDays(1));
            await ingestion.SyncAsync();
            seen.Add((await IssuesAsync(ingestion, "entities unseen")).Count);
        }

        seen.Take(7).Should().OnlyContain(count => count == 0);
        seen[7].Should().Be(1);
        seen[^1].Should().Be(seen[^2], "after 30 days they are history");
        (await IssuesAsync(ingestion, "entities unseen")).Should().OnlyContain(issue => issue.Details.StartsWith("1 of ") && issue.Details.Contains("campaigns"));
    }

    [Fact]
    public async Task A_profile_whose_currency_changes_keeps_its_rows_and_is_told()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        long profile = ingestion.Simulator.Truth.Profiles[0].ProfileId;
        string other = $$$"""[{"profileId":{{{profile}}},"countryCode":"US","currencyCode":"mxn","timezone":"America/Los_Angeles","accountInfo":{"type":"seller","id":"A"}}]""";
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 200, other) with { Times = 2 });

        await ingestion.SyncAsync();

        (await IssuesAsync(ingestion, "currency changed")).Should().ContainSingle().Which.Details.Should().Contain("was USD and is MXN");
    }

    private static Task<Ingestion> StartAsync() => Ingestion.StartAsync(null, options => options.Datasets = []);

    private static async Task<List<SyncIssue>> IssuesAsync(Ingestion ingestion, string reason) =>
        [.. (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account, null, 1000)).Where(issue => issue.Reason == reason)];

    private static async IAsyncEnumerable<IReadOnlyList<CampaignRecord>> Page(params CampaignRecord[] campaigns)
    {
        await Task.CompletedTask;
        yield return campaigns;
    }
}
