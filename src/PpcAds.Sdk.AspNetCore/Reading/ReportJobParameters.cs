using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What the list of report jobs takes.</summary>
internal sealed class ReportJobParameters : AccountParameters
{
    [FromQuery(Name = "dataset")]
    [Description("Only jobs of this dataset, such as sp.campaign.")]
    public string? Dataset { get; init; }
}
