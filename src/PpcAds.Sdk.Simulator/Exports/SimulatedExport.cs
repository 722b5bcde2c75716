using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>An export on its way; how far it is follows from the clock.</summary>
internal sealed class SimulatedExport
{
    public required string ExportId { get; init; }

    public required SimulatedProfile Profile { get; init; }

    public required ExportEntity Entity { get; init; }

    public required ExportAsk Ask { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it will be, or was, finished: its content is that of this instant.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Why it will fail; null if it will not.</summary>
    public required SimulatorFault? Failure { get; init; }

    /// <summary>The file, made once.</summary>
    public ReadOnlyMemory<byte>? File { get; set; }

    public string StatusAt(DateTimeOffset now) => now < FinishedAt ? "PROCESSING" : Failure is null ? "COMPLETED" : "FAILED";
}
