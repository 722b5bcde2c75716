using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>An account to add.</summary>
internal sealed record AccountBody
{
    /// <summary>The display name, 1 to 200 characters.</summary>
    [JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    /// <summary>The person responsible for the account.</summary>
    [JsonPropertyName("primary_contact_email")]
    public string? PrimaryContactEmail { get; init; }

    /// <summary>
    /// The caller's own key of the account, 1 to 200 characters; unique. When an account has it already, that account is the
    /// answer.
    /// </summary>
    [JsonPropertyName("external_key")]
    public string? ExternalKey { get; init; }
}
