
namespace PpcAds.Sdk.Testing;

/// <summary>The values that tests share, so that no literal is repeated.</summary>
public static class The
{
    /// <summary>The instant at which simulated time starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Odd on purpose: told apart from other waits by their length. Longer than any wait between two polls, which may have each length below.
    /// </summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(121.313);

    /// <inheritdoc cref="AttemptTimeout"/>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(1201.517);

    /// <summary>Odd on purpose: its beats (a third of it) are no waits that tests step over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(36_003);
}
