using System.Text.Json.Serialization;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>A step as it stands in <c>ppc_queued_runs.steps</c>; short names, since a large host's run has thousands.</summary>
internal sealed record StoredRunStep(
    [property: JsonPropertyName("a")] long AccountId,
    [property: JsonPropertyName("p")] long? ProfileId,
    [property: JsonPropertyName("s")] string Step,
    [property: JsonPropertyName("o")] string? Outcome,
    [property: JsonPropertyName("r")] string? Reason,
    [property: JsonPropertyName("n")] long Rows)
{
    public static StoredRunStep From(RunStep step) => new(
        step.AccountId.Value,
        step.ProfileId?.Value,
        step.Step,
        step.Outcome is { } outcome ? Infrastructure.EnumText.Of(outcome) : null,
        step.Reason,
        step.Rows);

    public RunStep ToStep() => new(new AccountId(AccountId), ProfileId is { } id ? new ProfileId(id) : null, Step)
    {
        Outcome = Outcome is null ? null : Infrastructure.EnumText.Parse<StepOutcome>(Outcome),
        Reason = Reason,
        Rows = Rows,
    };
}
