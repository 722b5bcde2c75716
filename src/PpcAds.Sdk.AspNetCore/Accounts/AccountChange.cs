using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What is to change of an account; what is left out stays.</summary>
internal sealed record AccountChange
{
    [Description("The new display name, 1 to 200 characters.")]
    [JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    [Description("The new e-mail address of the person responsible.")]
    [JsonPropertyName("primary_contact_email")]
    public string? PrimaryContactEmail { get; init; }

    /// <summary><c>paused</c> to sync it no more, <c>active</c> to go on.</summary>
    [Description("`paused` to stop syncing it, `active` to resume.")]
    [AllowedValues("active", "paused", null)]
    [JsonPropertyName("status")]
    public string? Status { get; init; }
}
