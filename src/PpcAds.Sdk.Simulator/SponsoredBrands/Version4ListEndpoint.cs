using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>
/// What the lists of Sponsored Brands v4 have in common: pages of 100, ten ids in a filter, dates in milliseconds.
/// </summary>
internal abstract class Version4ListEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    protected const int MostIds = 10;

    private static readonly string[] States = ["ENABLED", "PAUSED", "ARCHIVED", "PROPOSED"];

    protected override int LargestPage => 100;

    protected override IReadOnlySet<string>? ReadStates(FilterReader reader) => reader.Names("stateFilter", 10, States);

    protected override Answer Invalid(string message, JsonArray errors, string contentType) =>
        BrandErrors.Of(message, errors, contentType);

    protected override JsonObject ExtendedData(Lifetime lifetime, DateOnly today, string status) => new()
    {
        ["creationDate"] = Milliseconds(lifetime.Start),

        // Of what never changed, no change is known.
        ["lastUpdateDate"] = lifetime.LastChange(today) == lifetime.Start ? 0 : Milliseconds(lifetime.LastChange(today)),
        ["servingStatus"] = status,
        ["servingStatusDetails"] = new JsonArray($"{status}_DETAIL"),
    };

    protected static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Milliseconds(DateOnly day) =>
        new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
