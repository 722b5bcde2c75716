namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Gives the context that holds the tables: the SDK's own, or the application's.</summary>
internal interface IPpcAdsContexts
{
    /// <summary>A context with a life of its own; dispose the lease.</summary>
    ContextLease Create();
}
