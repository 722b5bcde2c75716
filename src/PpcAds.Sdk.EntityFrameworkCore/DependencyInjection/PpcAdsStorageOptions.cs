namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>How the tables come to be.</summary>
/// <param name="OwnsTables">Whether the context is the SDK's own, with the SDK's migrations; else the application's migrations own them.</param>
/// <param name="MigrateOnStartup">Whether migrations run when the host starts.</param>
public sealed record PpcAdsStorageOptions(bool OwnsTables, bool MigrateOnStartup);
