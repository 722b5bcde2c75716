namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>The answer when the host has set no page.</summary>
internal sealed record ConnectedResponse(string AccountId, string Status);
