namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>What one call of the orchestrator took, and did.</summary>
internal sealed record SyncPhase
{
    public required string Name { get; init; }

    public required double Seconds { get; init; }

    public required long Calls { get; init; }

    /// <summary>Entities that were inserted or changed, as the result of the sync states.</summary>
    public required long EntitiesWritten { get; init; }

    public required long EntitiesUnchanged { get; init; }

    /// <summary>Rows of entities whose present version the database made in this phase: a row that only got another time of being seen counts too.</summary>
    public required long EntityRowsTouched { get; init; }

    /// <summary>Rows of reports that were inserted, changed or removed.</summary>
    public required long RowsWritten { get; init; }

    public required int Failed { get; init; }

    /// <summary>Seconds of processor of this process, in which client and ingestion run.</summary>
    public required double ClientProcessor { get; init; }

    public required double SimulatorProcessor { get; init; }

    public required double DatabaseProcessor { get; init; }

    /// <summary>What failed first.</summary>
    public string? FirstFailure { get; init; }
}
