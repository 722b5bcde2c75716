using System.Globalization;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>Reads when an advertiser consented, as it is given with pasted credentials.</summary>
internal static class ConsentInput
{
    /// <summary>Login with Amazon exists since 2013.</summary>
    private static readonly DateTimeOffset Earliest = new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far the clock of a client may be ahead.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // Without an offset an instant would be read in the time zone of the server.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>The instant, or what is wrong with it; neither when it is left out.</summary>
    public static (DateTimeOffset? ConsentedAt, string? Error) Read(string? text, DateTimeOffset now)
    {
        if (text is null)
        {
            return (null, null);
        }

        if (!DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            || instant < Earliest || instant > now + ClockSkew)
        {
            return (null, "It must be a day in UTC or an instant with its offset, such as 2026-08-01 or 2026-08-01T12:00:00Z, "
                + $"from {Earliest:yyyy-MM-dd} to now, "
                + "or left out when it is not known.");
        }

        return GrantLifetime.GetEnd(instant) is { } end && end <= now
            ? (null, $"A consent of then ended on {end.UtcDateTime:yyyy-MM-dd}. It must be less than "
                + $"{GrantLifetime.Length.Days} days ago, or left out when it is not known.")
            : (instant.ToUniversalTime(), null);
    }
}
