namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>A body without fields: none has a meaning.</summary>
internal sealed record EmptyBody;
