namespace PpcAds.Sdk.Simulator.Model;

internal sealed class SimulatedProfile
{
    public required long ProfileId { get; init; }

    public required Marketplace Marketplace { get; init; }

    /// <summary><c>seller</c>, <c>vendor</c> or <c>agency</c>.</summary>
    public required string Type { get; init; }

    public required bool IsViewOnly { get; init; }

    /// <summary>The id of the seller or vendor; it may repeat in other marketplaces.</summary>
    public required string AdvertiserId { get; init; }

    public required string Name { get; init; }

    public required Dice Dice { get; init; }

    /// <summary>An author on Kindle Direct Publishing.</summary>
    public bool IsAuthor { get; set; }

    /// <summary>Whether a brand is registered, without which there is neither Sponsored Brands nor Display.</summary>
    public bool HasBrand { get; set; } = true;

    public IReadOnlyList<SimulatedCampaign> Campaigns { get; set; } = [];

    public IReadOnlyList<SimulatedCampaign> BrandCampaigns { get; set; } = [];

    public IReadOnlyList<SimulatedCampaign> DisplayCampaigns { get; set; } = [];

    public SimulatorRegion Region => Marketplace.Region;

    public bool IsVendor => Type == "vendor";

    public bool IsAgency => Type == "agency";

    /// <summary>The profile as its lists show it on a day: without the campaigns that begin later.</summary>
    public SimulatedProfile SeenOn(DateOnly day) =>
        Campaigns.Concat(BrandCampaigns).Concat(DisplayCampaigns).All(campaign => campaign.Lifetime.Start <= day)
            ? this
            : new SimulatedProfile
            {
                ProfileId = ProfileId,
                Marketplace = Marketplace,
                Type = Type,
                IsViewOnly = IsViewOnly,
                AdvertiserId = AdvertiserId,
                Name = Name,
                Dice = Dice,
                IsAuthor = IsAuthor,
                HasBrand = HasBrand,
                Campaigns = [.. Campaigns.Where(campaign => campaign.Lifetime.Start <= day)],
                BrandCampaigns = [.. BrandCampaigns.Where(campaign => campaign.Lifetime.Start <= day)],
                DisplayCampaigns = [.. DisplayCampaigns.Where(campaign => campaign.Lifetime.Start <= day)],
            };
}
