
namespace PpcAds.Sdk.Testing;

/// <summary>The values that tests share, so that no literal is repeated.</summary>
public static class The
{
    /// <summary>The instant at which simulated time starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Odd on purpose: told apart from waits between retries by their length.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(61.5);

    /// <inheritdoc cref="AttemptTimeout"/>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(1201.5);

    /// <summary>Odd on purpose: its beats (a third of it) are no waits that tests step over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(36_003);
}
