using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>
/// The parameters of every list. They are text: <see cref="QueryValues"/> validates them and states what is wrong.
/// </summary>
internal class PageParameters
{
    public static readonly string[] Names = ["limit", "after"];

    [FromQuery(Name = "limit")]
    [Description("Items on the page: 1 to 1000. Default: 100.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "after")]
    [Description("`next` of the page before; nothing for the first page.")]
    public string? After { get; init; }
}
