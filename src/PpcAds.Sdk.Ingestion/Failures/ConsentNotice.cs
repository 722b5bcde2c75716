using System.Globalization;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>What a sync says about the end of an advertiser's consent.</summary>
internal static class ConsentNotice
{
    /// <summary>The reason of the issue.</summary>
    public const string Reason = "consent ends";

    /// <summary>
    /// A warning while the consent is good and ends within 60 days; otherwise, and when the end is not known,
    /// <see langword="null"/>.
    /// </summary>
    public static string? WarningOf(Account account, DateTimeOffset now)
    {
        if (account.ConsentEndsAt is not { } end || end <= now || end - now > GrantLifetime.FirstWarning)
        {
            return null;
        }

        // The text stays the same for the whole stage, so that the issues of a day are counted up to one.
        TimeSpan stage = end - now <= GrantLifetime.LastWarning ? GrantLifetime.LastWarning : GrantLifetime.FirstWarning;
        return $"The advertiser's consent ends on {DayOf(end)}, within {stage.Days} days: let the advertiser connect the "
            + "account again before then. Nothing that was loaded is lost.";
    }

    /// <summary>Says when the consent ended, if that is known and past.</summary>
    public static string? EndOf(Account account, DateTimeOffset now) =>
        account.ConsentEndsAt is { } end && end <= now
            ? $"The advertiser's consent ended on {DayOf(end)}; connect the account again. Nothing that was loaded is lost."
            : null;

    /// <summary>The day of an instant, in UTC.</summary>
    public static string DayOf(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
