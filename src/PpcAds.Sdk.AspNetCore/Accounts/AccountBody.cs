using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>An account to add.</summary>
internal sealed record AccountBody
{
    /// <summary>The display name, 1 to 200 characters.</summary>
    [Description("The display name, 1 to 200 characters. Required.")]
    [Required]
    [JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    /// <summary>The person responsible for the account.</summary>
    [Description("The e-mail address of the person responsible for the account. Required.")]
    [Required]
    [JsonPropertyName("primary_contact_email")]
    public string? PrimaryContactEmail { get; init; }

    /// <summary>
    /// The caller's own key of the account, 1 to 200 characters; unique. When an account has it already, that account is the
    /// answer.
    /// </summary>
    [Description(
        "The caller's own key of the account, 1 to 200 characters; unique. When an account has it already, "
        + "that account is the answer.")]
    [JsonPropertyName("external_key")]
    public string? ExternalKey { get; init; }
}
