using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Gives the context that holds the tables: the SDK's own, or the application's. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public interface IPpcAdsContexts
{
    /// <summary>Creates a context with a life of its own; dispose the lease.</summary>
    ContextLease Create();
}
