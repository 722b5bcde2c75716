using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Readme;

public sealed class ReadmeHostTests
{
    [Fact]
    public void The_page_shows_the_host_that_is_compiled_and_run_here()
    {
        string[] lines = RepositoryFiles.Read("tests", "PpcAds.Sdk.AspNetCore.Tests", "Readme", "ReadmeSnippets.cs").ReplaceLineEndings("\n").Split('\n');
        string[] shown = [.. lines.SkipWhile(line => !line.Contains("// <host>", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.Contains("// </host>", StringComparison.Ordinal)).Select(line => line[8..])];

        shown.Length.Should().BeLessThanOrEqualTo(15);
        RepositoryFiles.Read("docs", "endpoints.md").ReplaceLineEndings("\n").Should().Contain(
            $"<!-- snippet: host -->\n```csharp\n{string.Join('\n', shown)}\n```\n<!-- end-snippet -->");
    }

    [Fact]
    public async Task The_host_of_the_page_takes_an_account_and_syncs_it()
    {
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            Profiles = 1,
            Campaigns = 2,
            ReportGenerationTime = TimeSpan.FromMilliseconds(100),
        });
        DeleteDatabase();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<PpcAdsOptions>(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(amazon);
            options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(100);
            options.Ingestion.UseSmallSync();
            options.Ingestion.BackfillDays = 3;
            options.Ingestion.WorkerDelay = TimeSpan.FromMilliseconds(200);
        });
        var started = new Started();
        builder.Services.AddSingleton<IHostedService>(services => started.In(services));

        Task run = ReadmeSnippets.HostAsync(builder);
        Uri address = await started.Address.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        using (var client = new HttpClient { BaseAddress = address })
        {
            string account = (await PostAsync(client, "api/v1/accounts", new { company_name = "Acme", primary_contact_email = "ada@acme.example" }))
                .GetProperty("account_id").GetString()!;
            await PostAsync(
                client, $"api/v1/accounts/{account}/credentials", new { client_id = amazon.ClientId, client_secret = amazon.ClientSecret, refresh_token = amazon.RefreshToken });
            JsonElement asked = await PostAsync(client, $"api/v1/ingestion/sync-account/{account}", new { });
            string state;
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
                state = (await client.GetFromJsonAsync<JsonElement>($"api/v1/ingestion/runs/{asked.GetProperty("run_id").GetString()}"))
                    .GetProperty("run").GetProperty("state").GetString()!;
            }
            while (state is "queued" or "running");

            state.Should().Be("succeeded");
            JsonElement performance = await client.GetFromJsonAsync<JsonElement>(
                $"api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=campaign");
            performance.GetProperty("items").GetArrayLength().Should().BePositive();
            (await client.GetAsync(new Uri("api/v1/accounts/99", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        started.Stop();
        await run;
        SqliteConnection.ClearAllPools();
        DeleteDatabase();
    }

    private static async Task<JsonElement> PostAsync<T>(HttpClient client, string path, T body)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(path, body);
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    // The page's file name is relative to wherever the tests run.
    private static void DeleteDatabase()
    {
        foreach (string file in Directory.GetFiles(Environment.CurrentDirectory, "ppcads.db*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Tells when the host listens, and can end it.</summary>
    private sealed class Started : IHostedLifecycleService
    {
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IServiceProvider _services = null!;

        public Task<Uri> Address => _address.Task;

        public Started In(IServiceProvider services)
        {
            _services = services;
            return this;
        }

        public void Stop() => _services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            string address = _services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            _address.TrySetResult(new Uri(address));
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
