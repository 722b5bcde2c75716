namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>
/// Gathers the steps of a run from the progress of the orchestrator's calls. Report jobs are left out: the store has them.
/// </summary>
internal sealed class RunSteps : IProgress<IngestionProgress>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountId, ProfileId?, string), RunStep> _steps = [];
    private bool _hasChanged;

    public void Report(IngestionProgress value)
    {
        if (value.Job is null)
        {
            Set(new RunStep(value.AccountId, value.ProfileId, value.Step)
            {
                Outcome = value.Outcome,
                Reason = value.Reason,
                Rows = value.Load?.Loaded ?? 0,
            });
        }
    }

    public void Set(RunStep step)
    {
        lock (_gate)
        {
            _steps[(step.AccountId, step.ProfileId, step.Step)] = step;
            _hasChanged = true;
        }
    }

    /// <summary>The steps, if any changed since the last call.</summary>
    public IReadOnlyList<RunStep>? TakeChanged()
    {
        lock (_gate)
        {
            if (!_hasChanged)
            {
                return null;
            }

            _hasChanged = false;
            return [.. _steps.Values];
        }
    }

    public IReadOnlyList<RunStep> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _steps.Values];
            }
        }
    }
}
