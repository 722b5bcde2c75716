using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>A report on its way; how far it is follows from the clock.</summary>
internal sealed class SimulatedReport
{
    public required string ReportId { get; init; }

    public required SimulatedProfile Profile { get; init; }

    public required ReportAsk Ask { get; init; }

    public required CatalogueType Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it will be, or was, finished: its content is that of this instant.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The oldest day of which it has rows: what was older was no longer kept when it was requested.</summary>
    public required DateOnly FirstKept { get; init; }

    /// <summary>Why it will fail; null if it will not.</summary>
    public required string? FailureReason { get; init; }

    /// <summary>The first day that its rows are made from.</summary>
    public DateOnly Start => Ask.Start > FirstKept ? Ask.Start : FirstKept;

    /// <summary>The share of its rows that its file will not have.</summary>
    public double MissingShare { get; init; }

    /// <summary>What is odd about rows of its file.</summary>
    public SimulatorFault? OddRows { get; init; }

    /// <summary>The file, made once when it is small enough to keep.</summary>
    public ReadOnlyMemory<byte>? File { get; set; }

    public string StatusAt(DateTimeOffset now) =>
        now >= FinishedAt ? (FailureReason is null ? "COMPLETED" : "FAILED")
        : now >= CreatedAt + ((FinishedAt - CreatedAt) / 2) ? "PROCESSING"
        : "PENDING";
}
