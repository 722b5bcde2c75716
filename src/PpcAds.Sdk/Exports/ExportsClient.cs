using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Exports;

/// <summary>Exports of a profile's entities. Amazon Ads exports v1.</summary>
public sealed class ExportsClient
{
    private readonly AdsPipeline _pipeline;

    internal ExportsClient(AdsPipeline pipeline) => _pipeline = pipeline;
}
