namespace PpcAds.Sdk;

/// <summary>The budget that a budget rule sets.</summary>
public sealed record RuleBasedBudget
{
    /// <summary>The amount, in the profile's currency.</summary>
    public decimal? Value { get; init; }

    /// <summary>The rule.</summary>
    public string? ApplicableRuleId { get; init; }

    /// <summary>The rule's name.</summary>
    public string? ApplicableRuleName { get; init; }

    /// <summary>Whether the rule is being applied right now.</summary>
    public bool? IsProcessing { get; init; }
}
