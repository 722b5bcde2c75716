using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>A run with how far it is, for each profile and step.</summary>
internal sealed record RunProgressResponse
{
    [Description("The run.")]
    [JsonPropertyName("run")]
    public required RunResponse Run { get; init; }

    /// <summary>How many steps and reports are over.</summary>
    [Description("How many steps and reports are over.")]
    [JsonPropertyName("done")]
    public required int Done { get; init; }

    /// <summary>How many are known so far.</summary>
    [Description("How many are known so far.")]
    [JsonPropertyName("total")]
    public required int Total { get; init; }

    /// <summary>By account and profile; what is an account's own has no profile.</summary>
    [Description("By account and profile; what is an account's own has no profile.")]
    [JsonPropertyName("profiles")]
    public required IReadOnlyList<ProfileProgress> Profiles { get; init; }

    public static RunProgressResponse Of(RunProgress progress)
    {
        ILookup<(AccountId, ProfileId?), RunStep> steps = progress.Run.Steps.ToLookup(step => (step.AccountId, step.ProfileId));
        ILookup<(AccountId, ProfileId?), ReportJob> jobs = progress.Jobs.ToLookup(
            job => (job.AccountId, (ProfileId?)job.ProfileId));
        return new RunProgressResponse
        {
            Run = RunResponse.Of(progress.Run),
            Done = progress.Done,
            Total = progress.Total,
            Profiles =
            [
                .. steps.Select(group => group.Key).Union(jobs.Select(group => group.Key))
                    .OrderBy(key => key.Item1.Value).ThenBy(key => key.Item2?.Value)
                    .Select(key => ProfileProgress.Of(key.Item1, key.Item2, [.. steps[key]], [.. jobs[key]])),
            ],
        };
    }
}
