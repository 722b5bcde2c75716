using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>An account.</summary>
internal sealed record AccountResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("The display name, 1 to 200 characters.")]
    [JsonPropertyName("company_name")]
    public required string CompanyName { get; init; }

    [Description("The e-mail address of the person responsible for the account.")]
    [JsonPropertyName("primary_contact_email")]
    public required string? PrimaryContactEmail { get; init; }

    /// <summary>The caller's own key of the account; null for none, and once the account is closed.</summary>
    [Description("The caller's own key of the account, unique; null for none, and once the account is closed.")]
    [JsonPropertyName("external_key")]
    public required string? ExternalKey { get; init; }

    /// <summary>
    /// <c>active</c>, <c>paused</c>, <c>needs_consent</c> (no credentials, or ones that Amazon refuses) or <c>closed</c>.
    /// </summary>
    [Description("Whether it is synced. `needs_consent`: no credentials, or ones that Amazon refuses.")]
    [AllowedValues("active", "paused", "needs_consent", "closed")]
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>When the advertiser consented to the grant in use; null when that is not known.</summary>
    [Description("When the advertiser consented to the grant in use; null when that is not known.")]
    [JsonPropertyName("consented_at")]
    public required DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When that consent ends; null when that is not known, or never.</summary>
    [Description(
        "When that consent ends: 365 days later. Null when that is not known, and for consents given before 2026-07-30, which "
        + "have no fixed end.")]
    [JsonPropertyName("consent_ends_at")]
    public required DateTimeOffset? ConsentEndsAt { get; init; }

    [Description("When it was added.")]
    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When it last changed.")]
    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static AccountResponse Of(Account account) => new()
    {
        AccountId = account.AccountId.ToString(),
        CompanyName = account.Name,
        PrimaryContactEmail = account.ContactEmail,
        ExternalKey = account.ExternalKey,
        Status = Ids.NameOf(account.Status),
        ConsentedAt = account.ConsentedAt,
        ConsentEndsAt = account.ConsentEndsAt,
        CreatedAt = account.CreatedAt,
        ChangedAt = account.ChangedAt,
    };
}
