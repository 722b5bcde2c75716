using PpcAds.Sdk.Ingestion;

namespace CustomStores.Console;

/// <summary>Writes a line for each step.</summary>
internal sealed class ConsoleProgress : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value) =>
        System.Console.WriteLine($"{value.Done}/{value.Total} {value.ProfileId} {value.Step} {value.Job?.State.ToString() ?? ""} {value.Outcome}");
}
