using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>Instants as microseconds since 1970, UTC: a number that every database compares.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => ToMicroseconds(instant), microseconds => FromMicroseconds(microseconds))
{
    private static long ToMicroseconds(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
