namespace PpcAds.Sdk.Throttling;

/// <summary>
/// Keeps learned rates over a restart. Read once, when the first call is made; written every few seconds while rates change. A
/// failure costs no call: it is logged, and the rates are learned again.
/// </summary>
public interface IRateStore
{
    /// <summary>What was kept, in any order.</summary>
    Task<IReadOnlyList<LearnedRate>> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps rates in place of those of the same account, region and class. Never called twice at a time by one governor.
    /// </summary>
    Task SaveAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken = default);
}
