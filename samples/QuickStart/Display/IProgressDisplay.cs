using PpcAds.Sdk.Ingestion;

namespace QuickStart.Display;

/// <summary>Shows what goes on while a run goes on.</summary>
internal interface IProgressDisplay : IDisposable
{
    Task RunAsync(Func<IProgress<IngestionProgress>, Task> work);
}
