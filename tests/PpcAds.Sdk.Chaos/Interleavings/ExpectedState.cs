namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What operations did to an account, as they saw it.</summary>
internal sealed record ExpectedState
{
    /// <summary>Reports that were to be loaded.</summary>
    public IReadOnlyList<ReportFile> ToLoad { get; init; } = [];

    /// <summary>Reports whose load succeeded.</summary>
    public IReadOnlyList<ReportFile> Loaded { get; init; } = [];

    /// <summary>Pages in the order in which they were committed.</summary>
    public IReadOnlyList<WrittenPage> Pages { get; init; } = [];

    /// <summary>The refresh token before.</summary>
    public string? FirstToken { get; init; }

    /// <summary>Refresh tokens of people who connected the account.</summary>
    public IReadOnlyList<string> Connected { get; init; } = [];

    /// <summary>Refresh tokens that took the place of the first one.</summary>
    public IReadOnlyList<string> Rotated { get; init; } = [];

    public bool IsDeleted { get; init; }

    public bool IsPurged { get; init; }

    /// <summary>Whether an operation found the account gone.</summary>
    public bool HasLostAccount { get; init; }
}
