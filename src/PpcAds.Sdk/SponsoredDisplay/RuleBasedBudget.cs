namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>The budget that a rule makes of a campaign's.</summary>
public sealed record RuleBasedBudget
{
    /// <summary>The budget in the profile's currency.</summary>
    public decimal? Value { get; init; }

    /// <summary>The rule.</summary>
    public string? ApplicableRuleId { get; init; }

    /// <summary>The rule's name.</summary>
    public string? ApplicableRuleName { get; init; }

    /// <summary>Whether a new amount is being worked out.</summary>
    public bool? IsProcessing { get; init; }
}
