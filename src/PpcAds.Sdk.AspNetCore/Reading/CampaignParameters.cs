using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What lists of campaigns, and of what is in them, take.</summary>
internal class CampaignParameters : AccountParameters
{
    [FromQuery(Name = "campaign_id")]
    [Description("Only this campaign, or what is in it.")]
    public string? CampaignId { get; init; }
}
