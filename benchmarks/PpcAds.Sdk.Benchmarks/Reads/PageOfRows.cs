using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>A page of performance records, as the endpoint lists them, and the same by EF Core over the wide table.</summary>
/// <param name="Name">What it lists.</param>
/// <param name="Query">The query.</param>
/// <param name="IsSecond">Whether the page after the first is listed.</param>
internal sealed record PageOfRows(string Name, PerformanceQuery Query, bool IsSecond)
{
    public const int Size = 100;

    public static IReadOnlyList<PageOfRows> Of(ReadsWorld world)
    {
        var account = new AccountId(ReadsWorld.AccountId);
        var targets = new PerformanceQuery(account, "sp.target");
        PerformanceQuery ofProfile = targets with { ProfileId = new ProfileId(ReadsWorld.FirstProfile + 1) };
        PerformanceQuery ofCampaign = ofProfile with { CampaignId = new CampaignId(world.SomeCampaign) };
        PerformanceQuery inMarch = ofProfile with { StartDate = new DateOnly(2026, 3, 1), EndDate = new DateOnly(2026, 3, 20) };
        return
        [
            new("targets, first page", targets, false),
            new("targets of a profile, second page", ofProfile, true),
            new("targets of a profile in March", inMarch, false),
            new("targets of a profile in March, second page", inMarch, true),
            new("targets of a campaign", ofCampaign, false),
            new("targets of a campaign in March", inMarch with { CampaignId = ofCampaign.CampaignId }, false),
            new("search terms of a profile in March", inMarch with { Dataset = "sp.search_term" }, false),
            new("campaigns of a profile", ofProfile with { Dataset = "sp.campaign" }, true),
        ];
    }
}
