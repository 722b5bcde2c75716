using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_accounts</c>.</summary>
public class PpcAccount
{
    /// <summary>The number, made by the database.</summary>
    public long AccountId { get; set; }

    /// <summary>A name for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>The e-mail address of whoever answers for it.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>The host's own key of the account, unique; null for none, and once the account is closed.</summary>
    public string? ExternalKey { get; set; }

    /// <summary>Whether it is synced.</summary>
    public AccountStatus Status { get; set; }

    /// <summary>When the advertiser consented to the grant in use; null when that is not known.</summary>
    public DateTimeOffset? ConsentedAt { get; set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its name, address or status last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
