using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>Syncs over HTTP, from the request to the figures.</summary>
public sealed class SyncTests
{
    [Fact]
    public async Task A_run_tells_each_profile_and_step_and_what_it_loaded_is_the_truth()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        string account = await api.ConnectAsync();

        ApiAnswer asked = await api.PostAsync($"/api/v1/ingestion/sync-account/{account}");
        ApiAnswer again = await api.PostAsync($"/api/v1/ingestion/sync-account/{account}");
        ApiAnswer over = await api.CompleteAsync(asked["run_id"]);

        asked.Status.Should().Be(HttpStatusCode.Accepted);
        asked.Location!.ToString().Should().Be($"/api/v1/ingestion/runs/{asked["run_id"]}");
        again["run_id"].Should().Be(asked["run_id"]);
        JsonElement run = over.Json.GetProperty("run");
        run.GetProperty("state").GetString().Should().Be("succeeded", over.Text);
        run.GetProperty("kind").GetString().Should().Be("sync_account");
        over.Json.GetProperty("done").GetInt32().Should().Be(over.Json.GetProperty("total").GetInt32());
        JsonElement[] profiles = [.. over.Json.GetProperty("profiles").EnumerateArray()];
        profiles.Where(profile => profile.GetProperty("profile_id").ValueKind == JsonValueKind.String).Should().HaveCount(3).And.OnlyContain(profile =>
            profile.GetProperty("reports_total").GetInt32() == 3 && profile.GetProperty("reports_loaded").GetInt32() == 3);
        profiles[1].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString())
            .Should().Contain(["sp.campaigns", "sp.ad_groups", "sp.keywords", "plan"]);
        await CheckPerformanceAsync(api, account);
        await CheckListsAsync(api, account);
    }

    [Fact]
    public async Task Days_are_asked_for_by_hand_for_the_datasets_that_are_named()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        string account = await api.ConnectAsync();
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        string body = $$"""{"from":"{{today.AddDays(-20):O}}","to":"{{today.AddDays(-18):O}}","datasets":["sp.campaign"]}""";

        ApiAnswer asked = await api.PostAsync($"/api/v1/ingestion/sync-account/{account}", body);
        ApiAnswer over = await api.CompleteAsync(asked["run_id"]);

        asked["kind"].Should().Be("request_days");
        over.Json.GetProperty("run").GetProperty("state").GetString().Should().Be("succeeded", over.Text);
        ApiAnswer jobs = await api.GetAsync($"/api/v1/reports/jobs?account_id={account}");
        jobs.Json.GetProperty("items").EnumerateArray().Should().HaveCount(3).And.OnlyContain(job =>
            job.GetProperty("dataset").GetString() == "sp.campaign" && job.GetProperty("state").GetString() == "loaded" && job.GetProperty("reason").GetString() == "manual");
    }

    [Fact]
    public async Task A_run_tells_of_the_jobs_of_its_own_time_only()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        string account = await api.ConnectAsync();
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        foreach (int daysAgo in (int[])[20, 30])
        {
            string body = $$"""{"from":"{{today.AddDays(-daysAgo):O}}","to":"{{today.AddDays(-daysAgo):O}}","datasets":["sp.campaign"]}""";
            ApiAnswer asked = await api.PostAsync($"/api/v1/ingestion/sync-account/{account}", body);
            ApiAnswer over = await api.CompleteAsync(asked["run_id"]);
            over.Json.GetProperty("profiles").EnumerateArray().Sum(profile => profile.GetProperty("reports_total").GetInt32())
                .Should().Be(3, "one for each profile, and none of the run before");
        }
    }

    [Fact]
    public async Task Days_that_Amazon_no_longer_has_fail_the_run_with_the_reason()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        string account = await api.ConnectAsync();

        ApiAnswer asked = await api.PostAsync($"/api/v1/ingestion/sync-account/{account}", """{"from":"2020-01-01","to":"2020-01-02","datasets":["sp.campaign"]}""");
        ApiAnswer over = await api.CompleteAsync(asked["run_id"]);

        over.Json.GetProperty("run").GetProperty("state").GetString().Should().Be("failed");
        over.Json.GetProperty("run").GetProperty("error").GetString().Should().Contain("first day that Amazon still has");
    }

    [Fact]
    public async Task A_run_that_no_worker_has_begun_is_cancelled_at_once()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync();
        string run = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];

        ApiAnswer cancelled = await api.SendAsync("DELETE", $"/api/v1/ingestion/runs/{run}");
        ApiAnswer again = await api.SendAsync("DELETE", $"/api/v1/ingestion/runs/{run}");

        (cancelled.Status, cancelled["state"]).Should().Be((HttpStatusCode.Accepted, "cancelled"));
        again.Status.Should().Be(HttpStatusCode.Accepted);
        (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"].Should().NotBe(run);
    }

    [Fact]
    public async Task A_run_that_goes_on_is_cancelled_within_seconds_and_one_that_is_over_is_not()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        string account = await api.ConnectAsync();
        api.Amazon.Faults.Add(SimulatorFault.Late("sp.campaigns.list", TimeSpan.FromSeconds(30), times: 3));
        string run = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        while ((await api.GetAsync($"/api/v1/ingestion/runs/{run}")).Json.GetProperty("run").GetProperty("state").GetString() == "queued")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        (await api.SendAsync("DELETE", $"/api/v1/ingestion/runs/{run}"))["cancel_requested"].Should().Be("True");
        ApiAnswer over = await api.CompleteAsync(run);

        over.Json.GetProperty("run").GetProperty("state").GetString().Should().Be("cancelled");
        string other = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        (await api.CompleteAsync(other)).Json.GetProperty("run").GetProperty("state").GetString().Should().Be("succeeded");
        (await api.SendAsync("DELETE", $"/api/v1/ingestion/runs/{other}"))["code"].Should().Be("run_over");
    }

    [Fact]
    public async Task Root_syncs_all_accounts_and_sees_the_run()
    {
        await using TestApi api = await TestApi.StartAsync(AddWorker);
        await api.ConnectAsync("ada");
        await api.ConnectAsync("eve");

        ApiAnswer asked = await api.PostAsync("/api/v1/ingestion/sync-all", null, "root");
        ApiAnswer over = await api.CompleteAsync(asked["run_id"], "root");

        over.Json.GetProperty("run").GetProperty("state").GetString().Should().Be("succeeded", over.Text);
        over.Json.GetProperty("profiles").EnumerateArray().Select(profile => profile.GetProperty("account_id").GetString()).Distinct().Should().HaveCount(2);
        (await api.GetAsync($"/api/v1/ingestion/runs/{asked["run_id"]}", "ada")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static void AddWorker(IPpcAdsBuilder ppcAds)
    {
        // The worker's own hourly sync would do the same beside the run.
        ppcAds.Services.Configure<PpcAdsOptions>(options =>
        {
            options.Ingestion.DailySyncHour = 23;
            options.Ingestion.ExtraColumns = new Dictionary<string, string[]> { ["sp.campaign"] = ["addToList"] };
        });
        ppcAds.UseInMemory().AddIngestionWorker();
    }

    private static async Task CheckPerformanceAsync(TestApi api, string account)
    {
        string path = $"/api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=campaign";
        ApiAnswer whole = await api.GetAsync($"{path}&limit=1000&totals=true");
        var items = new List<string>();
        string? after = null;
        do
        {
            ApiAnswer page = await api.GetAsync($"{path}&limit=7{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            items.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            after = page.Json.GetProperty("next").GetString();
        }
        while (after is not null);

        items.Should().Equal(whole.Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())).And.HaveCountGreaterThan(20);
        JsonElement[] rows = [.. whole.Json.GetProperty("items").EnumerateArray()];
        rows.Should().OnlyContain(row => row.GetProperty("extra").GetProperty("addToList").ValueKind == JsonValueKind.Number);
        rows.Where(row => row.TryGetProperty("top_of_search_impression_share", out _)).Should().NotBeEmpty()
            .And.OnlyContain(row => row.GetProperty("top_of_search_impression_share").GetDecimal() <= 1);
        JsonElement[] totals = [.. whole.Json.GetProperty("totals").EnumerateArray()];
        totals.Select(total => total.GetProperty("currency").GetString()).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(1);
        foreach (IGrouping<string, JsonElement> profile in whole.Json.GetProperty("items").EnumerateArray().GroupBy(item => item.GetProperty("profile_id").GetString()!))
        {
            DateOnly[] days = [.. profile.Select(item => DateOnly.Parse(item.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture))];
            SimulatorTotals truth = api.Amazon.Truth.GetTotals(
                long.Parse(profile.Key, System.Globalization.CultureInfo.InvariantCulture), "spCampaigns", ["campaign"], days.Min(), days.Max());
            profile.Sum(item => item.GetProperty("metrics").GetProperty("cost").GetMoney()).Should().Be(truth.Cost)
                .And.BePositive();
            profile.Sum(item => item.GetProperty("metrics").GetProperty("clicks").GetInt64()).Should().Be(truth.Clicks);
        }

        foreach (JsonElement total in totals)
        {
            whole.Json.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("currency").GetString() == total.GetProperty("currency").GetString())
                .Sum(item => item.GetProperty("metrics").GetProperty("cost").GetMoney())
                .Should().Be(total.GetProperty("sums").GetProperty("cost").GetMoney());
        }

        string campaign = whole.Json.GetProperty("items")[0].GetProperty("campaign_id").GetString()!;
        (await api.GetAsync($"{path}&campaign_id={campaign}")).Json.GetProperty("items").EnumerateArray()
            .Should().NotBeEmpty().And.OnlyContain(item => item.GetProperty("campaign_id").GetString() == campaign);
    }

    private static async Task CheckListsAsync(TestApi api, string account)
    {
        (await api.GetAsync($"/api/v1/profiles?account_id={account}")).Json.GetProperty("items").GetArrayLength().Should().Be(3);
        ApiAnswer campaigns = await api.GetAsync($"/api/v1/campaigns?account_id={account}");
        campaigns.Json.GetProperty("items").EnumerateArray().Should().HaveCount(9).And.OnlyContain(campaign =>
            campaign.GetProperty("campaign_id").ValueKind == JsonValueKind.String
            && campaign.GetProperty("performance").GetProperty("total").GetProperty("cost").GetMoney() >= 0);
        (await api.GetAsync($"/api/v1/keywords?account_id={account}&limit=1000")).Json.GetProperty("items").GetArrayLength().Should().BePositive();
        (await api.GetAsync($"/api/v1/reports/jobs?account_id={account}")).Json.GetProperty("items").GetArrayLength().Should().Be(9);
        ApiAnswer freshness = await api.GetAsync($"/api/v1/freshness?account_id={account}");
        freshness.Json.GetProperty("items").GetArrayLength().Should().Be(9, freshness.Text);
        (await api.GetAsync($"/api/v1/ingestion/runs?account_id={account}")).Json.GetProperty("items").GetArrayLength().Should().BePositive();
    }
}
