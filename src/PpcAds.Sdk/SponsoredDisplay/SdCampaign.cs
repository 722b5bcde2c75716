using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// A campaign. Amazon's file marks nothing as required; the ids are, since the SDK cannot identify one without them.
/// </summary>
public sealed record SdCampaign
{
    /// <summary>The id.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>What it may aim at.</summary>
    public Tactic? Tactic { get; init; }

    /// <summary>What it pays for.</summary>
    public CostType? CostType { get; init; }

    /// <summary>The budget in the profile's currency.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The budget's period.</summary>
    public BudgetType? BudgetType { get; init; }

    /// <summary>The budget that a rule makes of it.</summary>
    public RuleBasedBudget? RuleBasedBudget { get; init; }

    /// <summary>How the budget is spent over the day.</summary>
    public DeliveryProfile? DeliveryProfile { get; init; }

    /// <summary>The first day, in the profile's time zone.</summary>
    [JsonConverter(typeof(CompactDateJsonConverter))]
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive; <see langword="null"/> when there is none.</summary>
    [JsonConverter(typeof(CompactDateJsonConverter))]
    public DateOnly? EndDate { get; init; }

    /// <summary>The portfolio it is in.</summary>
    public PortfolioId? PortfolioId { get; init; }

    /// <summary>Whether it is served, and why not: an open set. Only in a list with extended data, as the two below.</summary>
    public string? ServingStatus { get; init; }

    /// <summary>When it was made. Amazon names no unit; milliseconds are taken, as in its other products.</summary>
    [JsonPropertyName("creationDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("lastUpdatedDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? LastUpdatedAt { get; init; }
}
