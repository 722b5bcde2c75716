using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What lists of an account take.</summary>
internal class AccountParameters : PageParameters
{
    [Required]
    [FromQuery(Name = "account_id")]
    [Description("The account. Required.")]
    public string? AccountId { get; init; }

    [FromQuery(Name = "profile_id")]
    [Description("Only what belongs to this profile.")]
    public string? ProfileId { get; init; }
}
