using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What is to change of an account; what is left out stays.</summary>
internal sealed record AccountChange
{
    [JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    [JsonPropertyName("primary_contact_email")]
    public string? PrimaryContactEmail { get; init; }

    /// <summary><c>paused</c> to sync it no more, <c>active</c> to go on.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }
}
