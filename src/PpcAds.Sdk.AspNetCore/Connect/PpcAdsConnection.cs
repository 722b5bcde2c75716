namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>An account that an advertiser connected.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ClientId">The client id that the grant belongs to.</param>
/// <param name="UserId">The host's user who connected it, as <see cref="PpcAdsConnectOptions.UserId"/> returned it.</param>
public sealed record PpcAdsConnection(AccountId AccountId, string ClientId, string? UserId);
