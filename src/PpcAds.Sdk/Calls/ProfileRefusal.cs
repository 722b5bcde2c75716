
namespace PpcAds.Sdk.Calls;

/// <summary>
/// Distinguishes Amazon's clear refusal of a profile from a refusal that may mean anything. Amazon Ads, errors: a 401 says either
/// that the token is bad, or that the scope is: "Not authorized to access scope", "No matching advertiser found for scope",
/// "Scope header is missing".
/// </summary>
internal static class ProfileRefusal
{
    private static readonly string[] Words = ["scope", "advertiser", "profile", "permission"];

    /// <summary>Whether a refusal says that it is about the profile.</summary>
    /// <param name="details">Amazon's text.</param>
    public static bool IsNamedBy(string? details) =>
        details is not null && Array.Exists(Words, word => details.Contains(word, StringComparison.OrdinalIgnoreCase));
}
