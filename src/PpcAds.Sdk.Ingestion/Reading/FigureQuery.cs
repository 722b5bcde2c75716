namespace PpcAds.Sdk.Reading;

/// <summary>Figures of one profile and dataset.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="Dataset">The dataset, such as <c>sp.campaign</c>.</param>
public sealed record FigureQuery(AccountId AccountId, ProfileId ProfileId, string Dataset)
{
    /// <summary>Gets the first day, in the profile's time zone; <see langword="null"/> for the first that is stored.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Gets the last day, inclusive; <see langword="null"/> for the last that is stored.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Gets the instant; <see langword="null"/> for now, and for the changes of all time.</summary>
    public DateTimeOffset? KnownAt { get; init; }
}
