namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_account_credentials</c>: encrypted, there is no clear-text mode.</summary>
public class PpcAccountCredentials
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The application's client id; not a secret.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client secret, encrypted.</summary>
    public string ProtectedClientSecret { get; set; } = "";

    /// <summary>The refresh token, encrypted.</summary>
    public string ProtectedRefreshToken { get; set; } = "";

    /// <summary>Grows with each write, so that two writers cannot undo each other.</summary>
    public long Version { get; set; }

    /// <summary>When they were written.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
