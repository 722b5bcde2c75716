using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Readme;

/// <summary>The code of the README. A test compares each part with the page, another runs it.</summary>
internal static class ReadmeSnippets
{
    public static async Task<List<SpCampaign>> ThreeLinesAsync(AmazonAdsClient client)
    {
        // <three-lines>
        // using var client = new AmazonAdsClient(new LwaCredentials(clientId, clientSecret, refreshToken));
        Profile profile = (await client.GetProfilesAsync())[0];
        List<SpCampaign> campaigns = await client.ForProfile(profile).SponsoredProducts.ListCampaignsAsync().ToListAsync();
        // </three-lines>
        return campaigns;
    }

    public static async Task<decimal> ReportAsync(AmazonAdsClient client, Profile profile, TimeProvider time)
    {
        decimal cost = 0;
        // <report>
        DateOnly yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var request = new ReportRequest
        {
            ReportTypeId = ReportTypes.SpCampaigns.Id,
            GroupBy = ["campaign"],
            Columns = ["date", "campaignId", "impressions", "clicks", "cost", "sales7d"],
            StartDate = yesterday.AddDays(-13), // both days are included, in the profile's time zone
            EndDate = yesterday,
        };
        await using ReportDownload download = await client.ForProfile(profile).Reports.RunReportAsync(request);
        await foreach (ReportBatch batch in download.ReadBatchesAsync())
        {
            foreach (ReportRecord row in batch.ToRecords())
            {
                cost += row.GetDecimal("cost") ?? 0;
            }
        }

        // </report>
        return cost;
    }

    public static IHost DependencyInjection(Uri tokenEndpoint)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddScannedLogs();
        // <dependency-injection>
        builder.Services.AddPpcAds(options =>
        {
            options.Client.Regions = [AmazonAdsRegion.NorthAmerica, AmazonAdsRegion.Europe];
            options.Client.MaxConcurrentCallsPerAccount = 4;
        });
        // </dependency-injection>
        builder.Services.Configure<PpcAdsOptions>(options => options.Client.Endpoints.Token = tokenEndpoint);
        return builder.Build();
    }

    public static async Task<AmazonAdsClient> ClientOfAccountAsync(IServiceProvider services, LwaCredentials credentials)
    {
        // <account>
        await services.GetRequiredService<ITokenStore>().SaveAsync(new AccountId(1), credentials);
        AmazonAdsClient client = await services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(new AccountId(1));
        // </account>
        return client;
    }

    public static async Task<string> ErrorsAsync(AmazonAdsClient client)
    {
        // <errors>
        try
        {
            await client.GetProfilesAsync();
        }
        catch (AmazonAdsAuthenticationException exception) when (exception.NeedsConsent)
        {
            return "The advertiser revoked the grant: request consent again.";
        }
        catch (AmazonAdsException exception)
        {
            return $"{exception.Operation} answered {exception.StatusCode}, request id {exception.RequestId}: {exception.Details}";
        }

        // </errors>
        return "";
    }

    public static async Task<int> SimulatorAsync()
    {
        // <simulator>
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions { Seed = 7, Campaigns = 5 });
        using var client = new AmazonAdsClient(
            new LwaCredentials(amazon.ClientId, amazon.ClientSecret, amazon.RefreshToken),
            new AmazonAdsClientOptions
            {
                Regions = [AmazonAdsRegion.NorthAmerica],
                Endpoints = new AmazonAdsEndpoints { NorthAmerica = amazon.BaseAddress, Token = amazon.TokenEndpoint },
            });
        amazon.Faults.Add(SimulatorFault.Throttled("profiles.list", retryAfterSeconds: 1)); // the client retries
        int campaigns = await client.ForProfile((await client.GetProfilesAsync())[0]).SponsoredProducts.ListCampaignsAsync().CountAsync();
        // </simulator>
        return campaigns;
    }
}
