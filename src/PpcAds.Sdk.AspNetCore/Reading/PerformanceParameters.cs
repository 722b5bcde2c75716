using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What the list of performance takes.</summary>
internal sealed class PerformanceParameters : CampaignParameters
{
    [AllowedValues("SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY")]
    [Required]
    [FromQuery(Name = "ad_product")]
    [Description(
        "SPONSORED_PRODUCTS, SPONSORED_BRANDS or SPONSORED_DISPLAY. Required: figures of several products are counted in "
        + "different ways.")]
    public string? AdProduct { get; init; }

    [AllowedValues("campaign", "ad_group", "placement", "target", "search_term", "advertised_product", "ad", "purchased_product")]
    [Required]
    [FromQuery(Name = "grain")]
    [Description(
        "What a row is about: campaign, ad_group, placement, target, search_term, advertised_product, ad or "
        + "purchased_product. Required: the same cost stands in the rows of several grains.")]
    public string? Grain { get; init; }

    [FromQuery(Name = "from")]
    [Description("The first day, yyyy-MM-dd, in the profile's time zone.")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    [Description("The last day, inclusive.")]
    public string? To { get; init; }

    [AllowedValues("true", "false", null)]
    [FromQuery(Name = "totals")]
    [Description(
        "true to have the sums of all that matches as well, not only of the page; for each currency. Reads every row that "
        + "matches.")]
    public string? Totals { get; init; }
}
