using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>What the list of runs takes.</summary>
internal sealed class RunListParameters : PageParameters
{
    [FromQuery(Name = "account_id")]
    [Description("Only runs of this account. Needed by users who may not see all accounts.")]
    public string? AccountId { get; init; }
}
