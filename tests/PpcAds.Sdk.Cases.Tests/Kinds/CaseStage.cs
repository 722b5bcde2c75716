using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Where a case is played: on one kind of store.</summary>
internal sealed record CaseStage(CaseStore Store, PostgreSqlCluster Cluster)
{
    public Task<CaseWorld> StartAsync(Action<IngestionOptions>? configure = null, Action<SimulatorOptions>? simulate = null) =>
        CaseWorld.StartAsync(Store, Cluster, configure, simulate);
}
