namespace PpcAds.Sdk.Ingestion;

/// <summary>A dataset that Amazon refuses to report about a profile: such as one that vendors do not have.</summary>
public sealed record DatasetRefusal
{
    /// <summary>After how many refusals in a row a dataset rests.</summary>
    public const int MaxRefusals = 3;

    /// <summary>How long it rests; then its newest days are requested once.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromDays(1);

    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The dataset, by name.</summary>
    public required string Dataset { get; init; }

    /// <summary>How many times Amazon refused in a row: once for each time of planning.</summary>
    public required int Refusals { get; init; }

    /// <summary>When Amazon refused last.</summary>
    public required DateTimeOffset RefusedAt { get; init; }

    /// <summary>What Amazon said last.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it was refused so often that only its newest days are requested, now and then.</summary>
    public bool IsPersistent => Refusals >= MaxRefusals;

    /// <summary>Whether nothing is requested now.</summary>
    /// <param name="now">The time. One before the refusal, of a clock that was set back, ends the rest.</param>
    public bool IsRestingAt(DateTimeOffset now) => IsPersistent && now >= RefusedAt && now < RefusedAt + Rest;
}
