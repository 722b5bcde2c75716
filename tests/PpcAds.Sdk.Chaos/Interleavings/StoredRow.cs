namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A row of <c>performance_records</c>.</summary>
internal sealed record StoredRow(string Dataset, string Date, long CampaignId, long TargetId, string TargetKind, string Currency, long[] Figures)
{
    /// <summary>The table of the entity whose sums it is part of.</summary>
    public string Table => Dataset == "sp.campaign" ? "ppc_campaigns" : TargetKind == "keyword" ? "ppc_keywords" : "ppc_targets";

    public long EntityId => Dataset == "sp.campaign" ? CampaignId : TargetId;
}
