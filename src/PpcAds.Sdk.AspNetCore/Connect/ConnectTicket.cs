namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>The encrypted state that a browser takes to Amazon, to prove on its return who it is and what it requested.</summary>
internal sealed record ConnectTicket
{
    public required long AccountId { get; init; }

    public required string State { get; init; }

    public required string CodeVerifier { get; init; }

    public required Uri RedirectUri { get; init; }

    public required AmazonAdsRegion Region { get; init; }

    /// <summary>Null for a user who was not signed in.</summary>
    public string? UserId { get; init; }

    public string? ReturnUrl { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public override string ToString() => $"connect ticket of account {AccountId}";
}
