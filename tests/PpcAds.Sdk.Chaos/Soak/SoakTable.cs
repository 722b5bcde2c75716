namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>A table of entities, and which of its columns are compared; the first one is the id.</summary>
internal sealed record SoakTable(string Name, string[] Columns)
{
    public static readonly SoakTable Portfolios = new("ppc_portfolios", ["portfolio_id", "name", "state"]);
    public static readonly SoakTable Campaigns = new("ppc_campaigns", ["campaign_id", "portfolio_id", "name", "state"]);
    public static readonly SoakTable AdGroups = new("ppc_ad_groups", ["ad_group_id", "campaign_id", "name", "state"]);
    public static readonly SoakTable Keywords = new("ppc_keywords", ["keyword_id", "campaign_id", "ad_group_id", "keyword_text", "match_type", "state"]);
    public static readonly SoakTable Targets = new("ppc_targets", ["target_id", "campaign_id", "ad_group_id", "state"]);
    public static readonly SoakTable Ads = new("ppc_ads", ["ad_id", "campaign_id", "ad_group_id", "name", "state"]);
    public static readonly SoakTable NegativeKeywords = new("ppc_negative_keywords", ["keyword_id", "campaign_id", "ad_group_id", "keyword_text", "state"]);
    public static readonly SoakTable NegativeTargets = new("ppc_negative_targets", ["target_id", "campaign_id", "ad_group_id", "state"]);

    public static IReadOnlyList<SoakTable> All { get; } = [Portfolios, Campaigns, AdGroups, Keywords, Targets, Ads, NegativeKeywords, NegativeTargets];
}
