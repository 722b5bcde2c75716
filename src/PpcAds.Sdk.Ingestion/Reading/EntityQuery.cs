using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Which entities.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">Only those of this profile; <see langword="null"/> for all profiles.</param>
public sealed record EntityQuery(AccountId AccountId, ProfileId? ProfileId = null)
{
    /// <summary>Only those of this campaign (for campaigns: this one).</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>Checks the query against a table. For readers.</summary>
    /// <exception cref="PpcAdsValidationException">
    /// The query requests a campaign's entities, and such entities belong to none.
    /// </exception>
    public void Validate(EntityTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (CampaignId is not null && table.CampaignColumn is null)
        {
            throw new PpcAdsValidationException("The query", [
                new InputProblem(
                    nameof(CampaignId), CampaignId.ToString(), $"cannot be used: {table.EntityType} belong to no campaign."),
            ]);
        }
    }
}
