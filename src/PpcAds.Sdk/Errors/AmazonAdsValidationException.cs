namespace PpcAds.Sdk;

/// <summary>
/// Amazon refused a request as not valid, with 400 or 422. Input that the SDK itself recognizes as wrong is never sent: it throws
/// a <see cref="PpcAdsValidationException"/>.
/// </summary>
public sealed class AmazonAdsValidationException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsValidationException(string message, AmazonAdsFailure failure, IReadOnlyList<InputProblem> problems)
        : base(message, failure)
    {
        Problems = problems;
    }

    /// <summary>Gets every problem that Amazon named, with the field where it named one.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];
}
