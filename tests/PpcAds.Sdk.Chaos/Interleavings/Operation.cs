namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What may run beside others on one account.</summary>
/// <param name="Name">What it is called in schedules.</param>
/// <param name="Body">Does it.</param>
internal sealed record Operation(string Name, Func<OperationRun, Task> Body)
{
    /// <summary>The report whose job it needs.</summary>
    public ReportFile? File { get; init; }

    /// <summary>The pages that it writes: by table and ids, in its order.</summary>
    public IReadOnlyList<(string Table, long[] Ids)> Pages { get; init; } = [];

    /// <summary>What it writes.</summary>
    public required Subjects Subjects { get; init; }

    /// <summary>Whether the account is to have no credentials before.</summary>
    public bool IsFirstConnection { get; init; }
}
