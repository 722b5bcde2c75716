using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk;

internal sealed record PpcAdsBuilder(IServiceCollection Services) : IPpcAdsBuilder;
