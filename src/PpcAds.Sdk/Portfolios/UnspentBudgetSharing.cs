namespace PpcAds.Sdk.Portfolios;

/// <summary>Whether a campaign may use what another did not spend.</summary>
/// <param name="FeatureState"><c>ENABLED</c> or <c>DISABLED</c>.</param>
public sealed record UnspentBudgetSharing(string? FeatureState);
