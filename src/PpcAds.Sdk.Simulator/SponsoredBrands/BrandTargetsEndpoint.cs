using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Product targets and negative targets of Sponsored Brands v3, with filters in a list of their own.</summary>
internal sealed class BrandTargetsEndpoint(SimulatorQuirks quirks, bool isNegative, bool hasBrandVideos) : ListEndpoint(quirks)
{
    private const int MostFilters = 3;
    private const int MostValues = 100;
    private readonly string[] _states =
        isNegative ? ["enabled", "pending", "archived"] : ["enabled", "paused", "pending", "archived"];

    protected override string ArrayName => isNegative ? "negativeTargets" : "targets";

    protected override string? TotalName => null;

    protected override int LargestPage => 5000;

    protected override bool TakesExtendedData => false;

    /// <summary>Where a target leads: to a product, or to a category.</summary>
    public static string PredicateOf(SimulatedTarget target) => target.Text.StartsWith('B') ? "asinSameAs" : "asinCategorySameAs";

    protected override IReadOnlySet<string>? ReadStates(FilterReader reader) => null;

    protected override Answer Invalid(string message, JsonArray errors, string contentType) =>
        BrandErrors.Of(message, errors, BrandErrors.Version3);

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        Dictionary<string, HashSet<string>> filters = ReadFilters(reader);
        return
        [
            .. profile.BrandCampaigns.SelectMany(campaign => campaign.AdGroups)
                .SelectMany(adGroup => isNegative ? adGroup.Negatives : adGroup.Targets)
                .Where(target => target.MatchType == "TARGETING_EXPRESSION"
                    && (hasBrandVideos || !target.AdGroup.Campaign.Brand!.IsBrandVideo)
                    && Passes("TARGETING_STATE", Version3Names.Of(target.Lifetime.StateOn(today)))
                    && Passes("CAMPAIGN_ID", $"{target.AdGroup.Campaign.CampaignId}")
                    && Passes("AD_GROUP_ID", $"{target.AdGroup.AdGroupId}")
                    && Passes("CREATIVE_TYPE", target.AdGroup.Campaign.Brand!.Version3CreativeType))
                .Select(target => (Func<JsonObject>)(() => Describe(target, today))),
        ];

        bool Passes(string type, string value) =>
            !filters.TryGetValue(type, out HashSet<string>? values) || values.Contains(value);
    }

    private Dictionary<string, HashSet<string>> ReadFilters(FilterReader reader)
    {
        var filters = new Dictionary<string, HashSet<string>>();
        IReadOnlyList<JsonElement> sent = reader.Objects("filters");
        if (sent.Count > MostFilters)
        {
            reader.Refuse("$.filters", $"{sent.Count}", $"At most {MostFilters} filters are taken.");
        }

        foreach (JsonElement filter in sent)
        {
            string type = filter.TryGetProperty("filterType", out JsonElement name) ? name.ToString() : "";
            string[]? allowed = type switch
            {
                "CREATIVE_TYPE" => ["productCollection", "video"],
                "TARGETING_STATE" => _states,
                "CAMPAIGN_ID" or "AD_GROUP_ID" => [],
                _ => null,
            };
            JsonElement[] values = filter.TryGetProperty("values", out JsonElement array)
                && array.ValueKind == JsonValueKind.Array
                ? [.. array.EnumerateArray()]
                : [];
            if (allowed is null || !filters.TryAdd(type, [.. values.Select(value => value.ToString())]))
            {
                reader.Refuse(
                    "$.filters",
                    type,
                    "Each filterType of CREATIVE_TYPE, TARGETING_STATE, CAMPAIGN_ID and AD_GROUP_ID may be there once.");
            }
            else if (values.Length is 0 or > MostValues
                || values.Any(
                    value =>
                        value.ValueKind != JsonValueKind.String || (allowed.Length > 0 && !allowed.Contains(value.GetString()))))
            {
                reader.Refuse(
                    $"$.filters.{type}",
                    array.ToString(),
                    $"Between 1 and {MostValues} strings are expected. {string.Join(", ", allowed)}");
            }

            foreach (JsonProperty other in filter.EnumerateObject()
                .Where(member => member.Name is not ("filterType" or "values")))
            {
                reader.Refuse("$.filters", other.Name, "There is no such member.");
            }
        }

        return filters;
    }

    private JsonObject Describe(SimulatedTarget target, DateOnly today)
    {
        var entity = new JsonObject
        {
            ["targetId"] = target.TargetId,
            ["adGroupId"] = target.AdGroup.AdGroupId,
            ["campaignId"] = target.AdGroup.Campaign.CampaignId,
            ["expressions"] = new JsonArray(new JsonObject { ["type"] = PredicateOf(target), ["value"] = target.Text }),
            ["resolvedExpressions"] = new JsonArray(
                new JsonObject { ["type"] = PredicateOf(target), ["value"] = $"Resolved {target.Text}" }),
            ["state"] = Quirks.UnknownEnumValues ? "hibernating" : Version3Names.Of(target.Lifetime.StateOn(today)),
        };
        if (!isNegative)
        {
            SetOptional(entity, "bid", target.Bid);
        }

        return Finish(entity, target.Lifetime, today, extended: false, "");
    }
}
