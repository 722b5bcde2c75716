using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>The rows of one ad product in Amazon's common model. A further product is a further class, named in <see cref="Of"/>.</summary>
internal abstract class ExportRows(SimulatedProfile profile, DateOnly day)
{
    protected SimulatedProfile Profile => profile;

    protected DateOnly Day => day;

    /// <summary>The products that a profile has, as seen on a day.</summary>
    public static IReadOnlyList<ExportRows> Of(SimulatedProfile profile, DateOnly day) => [new SponsoredProductsExportRows(profile, day)];

    public abstract IEnumerable<JsonObject> Campaigns();

    public abstract IEnumerable<JsonObject> AdGroups();

    public abstract IEnumerable<JsonObject> Targets();

    public abstract IEnumerable<JsonObject> Ads();

    protected static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    protected static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Adds what every row ends with.</summary>
    protected JsonObject Finish(JsonObject row, Lifetime lifetime, string pausedReason)
    {
        bool isEnabled = lifetime.StateOn(day) == "ENABLED";
        row["state"] = lifetime.StateOn(day);
        row["deliveryStatus"] = isEnabled ? "DELIVERING" : "NOT_DELIVERING";
        row["deliveryReasons"] = isEnabled ? [] : new JsonArray(pausedReason);
        row["creationDateTime"] = $"{Date(lifetime.Start)}T08:00:00Z";
        row["lastUpdatedDateTime"] = $"{Date(lifetime.LastChange(day))}T09:30:00Z";
        return row;
    }
}
