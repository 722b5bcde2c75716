using Microsoft.Extensions.Logging;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What loads say.</summary>
internal static partial class LoadLog
{
    public const string Category = "PpcAds.Sdk.Storage";

    public static void Sessions(ILogger logger, IReadOnlyList<EndedSession> sessions)
    {
        foreach (EndedSession session in sessions)
        {
            if (session.IsEnded)
            {
                SessionEnded(logger, session.JobId, session.SessionId);
            }
            else
            {
                SessionNotEnded(logger, session.JobId, session.SessionId);
            }
        }
    }

    [LoggerMessage(
        1700,
        LogLevel.Warning,
        "Job {JobId}: its earlier worker no longer renews the lease; that worker's database session {SessionId}, which holds "
        + "locks, was ended")]
    private static partial void SessionEnded(ILogger logger, long jobId, int sessionId);

    [LoggerMessage(
        1701,
        LogLevel.Warning,
        "Job {JobId}: its earlier worker no longer renews the lease, and that worker's database session {SessionId} holds "
        + "locks, but belongs to another database user and cannot be ended; the load is deferred until it releases them")]
    private static partial void SessionNotEnded(ILogger logger, long jobId, int sessionId);
}
