namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>What <see cref="PpcAdsDatabase.ReencryptSecretsAsync"/> did.</summary>
public sealed record SecretReencryption
{
    /// <summary>The accounts whose credentials are encrypted with the current key now.</summary>
    public required IReadOnlyList<AccountId> Reencrypted { get; init; }

    /// <summary>
    /// The accounts whose credentials do not decrypt with any key that is there. They were left as they are; connect them again.
    /// </summary>
    public required IReadOnlyList<AccountId> Unreadable { get; init; }
}
