namespace PpcAds.Sdk.Dashboard;

/// <summary>Limits of the dashboard. Every default suits a service of a team's own.</summary>
public sealed class PpcAdsDashboardOptions
{
    /// <summary>
    /// Gets or sets how many syncs one user, or one address without a user, may request per minute. Default: 30.
    /// </summary>
    public int SyncRequestsPerMinute { get; set; } = 30;

    /// <summary>
    /// Gets or sets how many credentials one user, or one address without a user, may send in a minute. Default: 10.
    /// </summary>
    public int CredentialRequestsPerMinute { get; set; } = 10;

    /// <summary>
    /// Gets or sets how many accounts one user, or one address without a user, may add in a minute. Default: 30.
    /// </summary>
    public int AccountRequestsPerMinute { get; set; } = 30;
}
