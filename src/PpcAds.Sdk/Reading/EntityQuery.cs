namespace PpcAds.Sdk.Reading;

/// <summary>Which entities.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">Only those of this profile; <see langword="null"/> for all profiles.</param>
public sealed record EntityQuery(AccountId AccountId, ProfileId? ProfileId = null)
{
    /// <summary>Only those of this campaign (for campaigns: this one).</summary>
    public CampaignId? CampaignId { get; init; }
}
