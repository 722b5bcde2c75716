using System.Text.Json.Serialization;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>What a child process measured.</summary>
internal sealed record EntitySyncOutcome
{
    /// <summary>Into empty tables.</summary>
    public required RunOutcome First { get; init; }

    /// <summary>The same lists again.</summary>
    public required RunOutcome Second { get; init; }

    /// <summary>
    /// The seconds from the commit of the page before to its own, of each page of keywords of the first sync but the first.
    /// </summary>
    public required IReadOnlyList<double> PageSeconds { get; init; }

    /// <summary>The time of the last tenth of the pages against that of the first.</summary>
    [JsonIgnore]
    public double Growth
    {
        get
        {
            int tenth = Math.Max(1, PageSeconds.Count / 10);
            return PageSeconds.TakeLast(tenth).Sum() / PageSeconds.Take(tenth).Sum();
        }
    }
}
