namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What is stored of an account.</summary>
internal sealed record StoredState
{
    /// <summary>Its status; <see langword="null"/> when there is no such account.</summary>
    public string? Status { get; init; }

    public bool HasConsent { get; init; }

    /// <summary>Its refresh token, if it has credentials.</summary>
    public string? RefreshToken { get; init; }

    public IReadOnlyList<StoredEntity> Entities { get; init; } = [];

    public IReadOnlyList<StoredRow> Rows { get; init; } = [];

    public IReadOnlyList<StoredDay> Days { get; init; } = [];

    /// <summary>States of jobs with their reports' ids.</summary>
    public IReadOnlyList<(string State, string ReportId)> Jobs { get; init; } = [];

    /// <summary>How many loads are noted.</summary>
    public int Loads { get; init; }

    /// <summary>Rows of further tables, by table.</summary>
    public IReadOnlyDictionary<string, long> Others { get; init; } = new Dictionary<string, long>();
}
