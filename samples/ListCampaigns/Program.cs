using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.SponsoredProducts;

// Lists the Sponsored Products campaigns of every profile: from Amazon, with the credentials in the environment; or from a
// SimulatorHost, whose address is the only argument. It is also built natively (PublishAot) to show that nothing needs reflection.
var options = new AmazonAdsClientOptions();
if (args is [var address])
{
    var root = new Uri(address.TrimEnd('/') + "/");
    options.Endpoints = new AmazonAdsEndpoints
    {
        NorthAmerica = root,
        Europe = new Uri(root, "eu"),
        FarEast = new Uri(root, "fe"),
        Token = new Uri(root, "auth/o2/token"),
    };
}

try
{
    using var client = new AmazonAdsClient(Credentials(), options);
    foreach (Profile profile in await client.GetProfilesAsync())
    {
        if (profile.AccountInfo?.Type == ProfileType.Agency)
        {
            continue;
        }

        Console.WriteLine($"{profile.AccountInfo?.Name} ({profile.Region}, {profile.CountryCode}, {profile.CurrencyCode})");
        await foreach (SpCampaign campaign in client.ForProfile(profile).SponsoredProducts.ListCampaignsAsync())
        {
            Console.WriteLine($"  {campaign.CampaignId}  {campaign.State,-8}  {campaign.Budget.Budget,10:0.00} a day  {campaign.Name}");
        }
    }

    return 0;
}
catch (AmazonAdsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

LwaCredentials Credentials() => args.Length == 1
    ? new LwaCredentials(
        Variable("PPCADS_CLIENT_ID") ?? "amzn1.application-oa2-client.5e0a7c1d2b3f4a6988776655443322aa",
        Variable("PPCADS_CLIENT_SECRET") ?? "amzn1.oa2-cs.v1.simulated0123456789abcdef0123456789abcdef",
        Variable("PPCADS_REFRESH_TOKEN") ?? "Atzr|IwEBISimulatedRefreshToken0123456789")
    : new LwaCredentials(Variable("PPCADS_CLIENT_ID")!, Variable("PPCADS_CLIENT_SECRET")!, Variable("PPCADS_REFRESH_TOKEN")!);

static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
