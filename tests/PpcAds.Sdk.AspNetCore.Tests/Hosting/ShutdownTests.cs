using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Hosting;

/// <summary>The sample host, told to end in the middle of a sync, and started again.</summary>
public sealed class ShutdownTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-host-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Ended_during_a_sync_it_exits_cleanly_and_after_a_restart_the_run_is_finished_and_nothing_was_asked_for_twice()
    {
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            Campaigns = 3,
            BrandCampaigns = 1,
            DisplayCampaigns = 1,
            ReportGenerationTime = TimeSpan.FromSeconds(3),
        });
        string run;
        (HostProcess first, HttpClient client) = await StartAsync(amazon);
        await using (first)
        {
            using HttpClient user = client;
            string account = (await PostAsync(user, "/api/v1/accounts", """{"company_name":"Acme","primary_contact_email":"ada@acme.example"}""")).GetProperty("account_id").GetString()!;
            await PostAsync(user, $"/api/v1/accounts/{account}/credentials", $$"""{"client_id":"{{amazon.ClientId}}","client_secret":"{{amazon.ClientSecret}}","refresh_token":"{{amazon.RefreshToken}}"}""");
            run = (await PostAsync(user, $"/api/v1/ingestion/sync-account/{account}", null)).GetProperty("run_id").GetString()!;
            await UntilAsync(() => Task.FromResult(Created(amazon) > 0));

            (await first.TerminateAsync(TimeSpan.FromSeconds(30))).Should().Be(0, first.Output);
        }

        int askedBefore = Created(amazon);
        (HostProcess second, HttpClient again) = await StartAsync(amazon);
        await using (second)
        {
            using HttpClient user = again;
            JsonElement progress = default;
            await UntilAsync(async () =>
            {
                progress = await user.GetFromJsonAsync<JsonElement>($"/api/v1/ingestion/runs/{run}");
                return progress.GetProperty("run").GetProperty("state").GetString() is not ("queued" or "running");
            });

            progress.GetProperty("run").GetProperty("state").GetString().Should().Be("succeeded", progress.GetRawText());
            JsonElement jobs = await user.GetFromJsonAsync<JsonElement>($"/api/v1/reports/jobs?account_id={progress.GetProperty("run").GetProperty("account_id").GetString()}&limit=1000");
            jobs.GetProperty("items").EnumerateArray().Should().OnlyContain(job => job.GetProperty("state").GetString() == "loaded" && job.GetProperty("attempts").GetInt32() == 0);
            Created(amazon).Should().BeGreaterThan(askedBefore, "the restart had something left to ask for").And.Be(jobs.GetProperty("items").GetArrayLength());
            (await second.TerminateAsync(TimeSpan.FromSeconds(30))).Should().Be(0, second.Output);
        }
    }

    private static int Created(AmazonAdsSimulator amazon) =>
        amazon.Requests.Entries.Count(entry => entry.Operation == "reports.create" && entry.Status == 200);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromMinutes(3));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, string? json)
    {
        using StringContent? content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(path, content);
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue($"{path} answered {response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<(HostProcess Host, HttpClient Client)> StartAsync(AmazonAdsSimulator amazon)
    {
        AmazonAdsClientOptions client = SimulatedAmazon.OptionsFor(amazon);
        (HostProcess host, HttpClient user) = await HostProcess.StartAsync(new Dictionary<string, string>
        {
            ["Source"] = "Amazon",
            ["ConnectionStrings__Sqlite"] = $"Data Source={Path.Combine(_folder.FullName, "shop.db")}",
            ["KeyFolder"] = Path.Combine(_folder.FullName, "keys"),
            ["PpcAds__Client__Endpoints__NorthAmerica"] = client.Endpoints.NorthAmerica.ToString(),
            ["PpcAds__Client__Endpoints__Europe"] = client.Endpoints.Europe.ToString(),
            ["PpcAds__Client__Endpoints__FarEast"] = client.Endpoints.FarEast.ToString(),
            ["PpcAds__Client__Endpoints__Token"] = client.Endpoints.Token.ToString(),
            ["PpcAds__Client__ReportPollMinDelay"] = "00:00:00.300",
            ["PpcAds__Ingestion__WorkerDelay"] = "00:00:01",
            ["PpcAds__Ingestion__BackfillDays"] = "5",
            ["PpcAds__Ingestion__DailySyncHour"] = "23",
        });
        user.DefaultRequestHeaders.Add("X-Api-Key", "acme-key-for-trying-only");
        return (host, user);
    }
}
