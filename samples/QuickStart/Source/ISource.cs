using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;

namespace QuickStart.Source;

/// <summary>Where the data comes from.</summary>
internal interface ISource : IAsyncDisposable
{
    /// <summary>The account's name in the database: data of different sources does not mix.</summary>
    string Name { get; }

    LwaCredentials Credentials { get; }

    TimeProvider Time { get; }

    void Configure(PpcAdsOptions options);
}
