namespace PpcAds.Sdk.Throttling;

/// <summary>
/// The right to make one attempt. Disposing it frees its place; without <see cref="Complete"/> it counts as abandoned.
/// </summary>
public interface IRatePermit : IDisposable
{
    /// <summary>Says how the attempt ended.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="retryAfter">How long Amazon asked to wait, if it did: a floor for the whole class of operations.</param>
    void Complete(AttemptResult result, TimeSpan? retryAfter = null);
}
