namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Handles each account that was connected. By default its first sync is requested, which the ingestion worker executes.
/// Register another handler before <c>AddConnectWithAmazon</c> to do something else.
/// </summary>
public interface IPpcAdsConnectedHandler
{
    /// <summary>
    /// Called once the grant is stored and the account is active, while the browser waits. What it throws is logged; the account
    /// stays connected.
    /// </summary>
    ValueTask ConnectedAsync(PpcAdsConnection connection, CancellationToken cancellationToken = default);
}
