namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>Instants as microseconds since 1970.</summary>
internal static class SqliteInstant
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
