using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk;

/// <summary>What <c>AddPpcAds</c> returns: packages add their parts to it as extension methods.</summary>
public interface IPpcAdsBuilder
{
    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }
}
