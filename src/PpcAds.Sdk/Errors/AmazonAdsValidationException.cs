namespace PpcAds.Sdk;

/// <summary>
/// The input is wrong. Thrown before anything is sent when the SDK can tell (<see cref="AmazonAdsException.StatusCode"/> is
/// then <see langword="null"/>), else after Amazon's 400 or 422.
/// </summary>
public sealed class AmazonAdsValidationException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AmazonAdsValidationException(string message, AmazonAdsFailure failure, IReadOnlyList<InputProblem> problems)
        : base(message, failure)
    {
        Problems = problems;
    }

    /// <summary>Makes an exception about input that was not sent.</summary>
    /// <param name="subject">What is wrong, such as <c>The page</c>.</param>
    /// <param name="problems">Its problems.</param>
    public AmazonAdsValidationException(string subject, IReadOnlyList<InputProblem> problems)
        : base($"{subject} is not valid. {string.Join(" ", problems.Select(problem => problem.ToString()))}")
    {
        Problems = problems;
    }

    /// <summary>Every problem that was found, not only the first.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];
}
