using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What the list of issues takes.</summary>
internal sealed class IssueParameters
{
    public static readonly string[] Names = ["limit", "account_id", "profile_id"];

    [FromQuery(Name = "limit")]
    [Description("How many at most: 1 to 1000. Default: 100.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "account_id")]
    [Description("The account. Required.")]
    public string? AccountId { get; init; }

    [FromQuery(Name = "profile_id")]
    [Description("Only what belongs to this profile.")]
    public string? ProfileId { get; init; }
}
