namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// A keyword that keeps ads of an ad group away. Amazon's file marks nothing as required; the ids are, since the SDK cannot
/// identify one without them.
/// </summary>
public sealed record SbNegativeKeyword
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>How near a search must come.</summary>
    public NegativeKeywordMatchType? MatchType { get; init; }

    /// <summary>Enabled, paused or archived; <c>DRAFT</c> and <c>PENDING</c> before Amazon has approved it.</summary>
    public EntityState? State { get; init; }
}
