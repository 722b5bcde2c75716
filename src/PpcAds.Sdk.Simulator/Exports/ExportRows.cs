using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>
/// The rows of one ad product in Amazon's common model (reference/common-models of Amazon's documentation, September 2025). A
/// further product is a further class, named in <see cref="Of"/>.
/// </summary>
internal abstract class ExportRows(SimulatedProfile profile, DateOnly day)
{
    protected SimulatedProfile Profile => profile;

    protected string Currency => profile.Marketplace.CurrencyCode;

    /// <summary>The products that a profile has, as seen on a day.</summary>
    public static IReadOnlyList<ExportRows> Of(SimulatedProfile profile, DateOnly day) =>
    [
        new SponsoredProductsExportRows(profile, day),
        new SponsoredBrandsExportRows(profile, day),
        new SponsoredDisplayExportRows(profile, day),
    ];

    public abstract IEnumerable<JsonObject> Campaigns();

    public abstract IEnumerable<JsonObject> AdGroups();

    public abstract IEnumerable<JsonObject> Targets();

    public abstract IEnumerable<JsonObject> Ads();

    protected static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    protected static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static IEnumerable<SimulatedAdGroup> GroupsOf(IEnumerable<SimulatedCampaign> campaigns) =>
        campaigns.SelectMany(campaign => campaign.AdGroups);

    /// <summary>What campaigns of all products have.</summary>
    protected JsonObject Campaign(SimulatedCampaign campaign, string product, string recurrence) => new()
    {
        ["campaignId"] = Id(campaign.CampaignId),
        ["adProduct"] = product,
        ["portfolioId"] = campaign.PortfolioId is { } portfolioId ? Id(portfolioId) : null,
        ["name"] = campaign.Name,
        ["startDate"] = Date(campaign.Lifetime.Start),
        ["endDate"] = campaign.EndDate is { } end ? Date(end) : null,
        ["budgetCaps"] = new JsonObject
        {
            ["budgetType"] = "MONETARY",
            ["recurrenceTimePeriod"] = recurrence,
            ["budgetValue"] = new JsonObject
            {
                ["monetaryBudget"] = new JsonObject { ["currencyCode"] = Currency, ["amount"] = campaign.Budget },
            },
        },
    };

    /// <summary>The labels of some campaigns; Sponsored Display has none.</summary>
    protected static JsonArray? TagsOf(SimulatedCampaign campaign) => campaign.Dice.For("tag").Chance(0.25)
        ? new JsonArray(new JsonObject
        {
            ["key"] = "season",
            ["value"] = campaign.Dice.For("season").Chance(0.5) ? "summer" : "winter",
        })
        : null;

    /// <summary>A target that is bid on.</summary>
    protected JsonObject Target(SimulatedTarget target, string product, (string Type, JsonObject Details) details)
    {
        JsonObject row = Target(Id(target.TargetId), null, target.AdGroup, product, isNegative: false, details);
        row["bid"] = target.Bid is { } bid ? new JsonObject { ["bid"] = bid, ["currencyCode"] = Currency } : null;
        return row;
    }

    /// <summary>A target of any kind. Its campaign is named only when it is one of the whole campaign.</summary>
    protected static JsonObject Target(
        string id,
        SimulatedCampaign? campaign,
        SimulatedAdGroup? adGroup,
        string product,
        bool isNegative,
        (string Type, JsonObject Details) details) => new()
        {
            ["targetId"] = id,
            ["adGroupId"] = adGroup is null ? null : Id(adGroup.AdGroupId),
            ["campaignId"] = campaign is null ? null : Id(campaign.CampaignId),
            ["adProduct"] = product,
            ["negative"] = isNegative,
            ["targetType"] = details.Type,
            ["targetDetails"] = details.Details,
        };

    protected static JsonArray ProductsOf(IEnumerable<string> asins) =>
        new([.. asins.Select(asin => (JsonNode)Product("ASIN", asin))]);

    protected static JsonObject Product(string type, string id) => new() { ["productIdType"] = type, ["productId"] = id };

    /// <summary>A picture or a film of the advertiser's library.</summary>
    protected static JsonObject Asset(string id, bool isCropped = false)
    {
        var asset = new JsonObject { ["assetId"] = id, ["assetVersion"] = "version_v1" };
        if (isCropped)
        {
            asset["formatProperties"] = new JsonObject { ["top"] = 0, ["left"] = 0, ["width"] = 400, ["height"] = 400 };
        }

        return asset;
    }

    /// <summary>Adds what every row ends with.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lifetime">What its state follows from.</param>
    /// <param name="pausedReason">Why it is not delivered when it is paused.</param>
    /// <param name="hasDates">
    /// Whether Amazon knows when it was made and changed: of keywords of Sponsored Brands it does not.
    /// </param>
    protected JsonObject Finish(JsonObject row, Lifetime lifetime, string pausedReason, bool hasDates = true)
    {
        string state = lifetime.StateOn(day);
        row["state"] = state;
        row["deliveryStatus"] = state == "ENABLED" ? "DELIVERING" : "NOT_DELIVERING";
        row["deliveryReasons"] = state switch
        {
            "ENABLED" => [],
            "ARCHIVED" => new JsonArray(pausedReason.Replace("PAUSED", state, StringComparison.Ordinal)),
            _ => new JsonArray(pausedReason),
        };
        if (hasDates)
        {
            row["creationDateTime"] = $"{Date(lifetime.Start)}T08:00:00Z";
            row["lastUpdatedDateTime"] = $"{Date(lifetime.LastChange(day))}T09:30:00Z";
        }

        return row;
    }
}
