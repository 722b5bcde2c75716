namespace PpcAds.Sdk.Accounts;

/// <summary>One connected account: one grant, with the profiles that it can read.</summary>
public sealed record Account
{
    /// <summary>The number that the store gave it.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address of the person responsible, if the host set one. The SDK sends no e-mail.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>
    /// The host's own key of the account, such as the number of its customer; <see langword="null"/> for none. No two
    /// accounts of a store have the same, and a closed account has none.
    /// </summary>
    public string? ExternalKey { get; init; }

    /// <summary>Whether it is synced.</summary>
    public required AccountStatus Status { get; init; }

    /// <summary>
    /// When the advertiser consented to the grant in use; <see langword="null"/> when that is not known, as with credentials that
    /// were pasted. Amazon does not report it.
    /// </summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>
    /// When the grant ends; <see langword="null"/> when that is not known, or never: see <see cref="GrantLifetime"/>.
    /// </summary>
    public DateTimeOffset? ConsentEndsAt => GrantLifetime.GetEnd(ConsentedAt);

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its name, address or status last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
