using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>A load of a sequence, the same for each store.</summary>
internal sealed record LoadStep
{
    public required Dataset Dataset { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public required IReadOnlyList<string> Rows { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>What the clock says.</summary>
    public required DateTimeOffset Now { get; init; }

    public required DateOnly RetentionStart { get; init; }

    public IReadOnlyList<string> ExtraColumns { get; init; } = [];

    /// <summary>Whether the load confirms the removal that the one before found suspect.</summary>
    public bool Confirms { get; init; }

    /// <summary>The campaigns that a list has before.</summary>
    public IReadOnlyList<long> Listed { get; init; } = [];
}
