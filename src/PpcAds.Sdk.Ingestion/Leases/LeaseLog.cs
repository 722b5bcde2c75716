using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Leases;

/// <summary>Event ids 1900 to 1999.</summary>
internal static partial class LeaseLog
{
    [LoggerMessage(1900, LogLevel.Warning, "Lease {Name} could not be renewed; it is tried again while the work goes on")]
    public static partial void RenewalFailed(ILogger logger, string name, Exception exception);
}
