using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>What the command line says.</summary>
internal sealed record Settings(
    string Database, DateOnly? AsOf, int Seed, int Profiles, int Campaigns, int Days, bool Plain, bool Refresh, bool Chaos, bool Real,
    bool Trace, LogLevel LogLevel)
{
    /// <summary>Fixed, so that runs repeat.</summary>
    public static readonly DateOnly DefaultAsOf = new(2026, 3, 15);

    /// <summary>How long after the last load a refresh looks again, if no day is given.</summary>
    public const int RefreshAfterDays = 7;
}
