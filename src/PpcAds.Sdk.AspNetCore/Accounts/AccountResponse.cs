using System.Text.Json.Serialization;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>An account.</summary>
internal sealed record AccountResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("company_name")]
    public required string CompanyName { get; init; }

    [JsonPropertyName("primary_contact_email")]
    public required string? PrimaryContactEmail { get; init; }

    /// <summary><c>active</c>, <c>paused</c>, <c>needs_consent</c> (no credentials, or ones that Amazon refuses) or <c>closed</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static AccountResponse Of(Account account) => new()
    {
        AccountId = account.AccountId.ToString(),
        CompanyName = account.Name,
        PrimaryContactEmail = account.ContactEmail,
        Status = Ids.NameOf(account.Status),
        CreatedAt = account.CreatedAt,
        ChangedAt = account.ChangedAt,
    };
}
