namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A campaign, keyword or target; figures are impressions, clicks, cost, sales, orders and units.</summary>
internal sealed record StoredEntity(
    string Table, long Id, string State, string Source, string AsOf, string Currency, long?[] Totals, long?[] Last30Days);
