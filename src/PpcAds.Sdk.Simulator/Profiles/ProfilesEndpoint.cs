using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Profiles;

/// <summary>Profiles v2: one host lists the profiles of its own region only.</summary>
internal sealed class ProfilesEndpoint(World world, SimulatorQuirks quirks, Errors errors)
{
    private static readonly string[] Programs = ["billing", "campaign", "paymentMethod", "store", "report", "account", "posts"];
    private static readonly string[] Levels = ["edit", "view"];
    private static readonly string[] Types = ["seller", "vendor", "agency"];

    public Answer List(IncomingCall call, SimulatorGrant grant)
    {
        foreach (string name in call.Query.Keys)
        {
            string[]? allowed = name switch
            {
                "apiProgram" => Programs,
                "accessLevel" => Levels,
                "profileTypeFilter" => Types,
                "validPaymentMethodFilter" => ["true", "false"],
                _ => null,
            };
            string value = call.Query[name].ToString();
            string[] values = name == "profileTypeFilter" ? value.Split(',') : [value];
            if (allowed is null || !values.All(allowed.Contains))
            {
                return errors.BadRequest(
                    OperationGroup.Profiles, $"{name} '{value}' is not supported. Allowed: {string.Join(", ", allowed ?? [])}.");
            }
        }

        IEnumerable<SimulatedProfile> profiles = world.Profiles.Where(
            profile => profile.Region == call.Region && grant.Sees(profile.ProfileId));
        if (call.Query["accessLevel"] != "view")
        {
            profiles = profiles.Where(profile => !profile.IsViewOnly);
        }

        if (call.Query["profileTypeFilter"].ToString() is { Length: > 0 } types)
        {
            profiles = profiles.Where(profile => types.Split(',').Contains(profile.Type));
        }

        if (call.Query["validPaymentMethodFilter"] == "false")
        {
            profiles = [];
        }

        return Answer.Of(200, new JsonArray([.. profiles.Select(profile => (JsonNode)Describe(profile))]));
    }

    public Answer Get(IncomingCall call, string id, SimulatorGrant grant) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long profileId)
        && world.Find(profileId) is { } profile && profile.Region == call.Region && grant.Sees(profileId)
            ? Answer.Of(200, Describe(profile))
            : Answer.Of(404, new JsonObject { ["code"] = "NOT_FOUND", ["details"] = $"There is no profile {id} here." });

    private JsonObject Describe(SimulatedProfile profile)
    {
        var account = new JsonObject
        {
            ["marketplaceStringId"] = profile.Marketplace.Id,
            ["id"] = profile.AdvertiserId,
            ["type"] = quirks.UnknownEnumValues ? "publisher" : profile.Type,
            ["name"] = profile.Name,
        };
        if (profile.IsAuthor)
        {
            account["subType"] = "KDP_AUTHOR";
        }

        if (profile.IsVendor)
        {
            account["validPaymentMethod"] = true;
        }

        var described = new JsonObject
        {
            ["profileId"] = profile.ProfileId,
            ["countryCode"] = profile.Marketplace.CountryCode,
            ["currencyCode"] = profile.Marketplace.CurrencyCode,
            ["timezone"] = profile.Marketplace.TimeZone,
            ["accountInfo"] = account,
        };
        if (profile.Type == "seller")
        {
            described["dailyBudget"] = 999999999.0;
        }

        if (quirks.ExtraMembers)
        {
            described["experimental"] = new JsonObject { ["tier"] = 3 };
        }

        return described;
    }
}
