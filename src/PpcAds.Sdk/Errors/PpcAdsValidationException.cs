namespace PpcAds.Sdk;

/// <summary>
/// Input, an option or a stored value is not valid. Thrown before any request is sent; when Amazon itself refuses a request with
/// 400 or 422, an <see cref="AmazonAdsValidationException"/> is thrown instead.
/// </summary>
public sealed class PpcAdsValidationException : PpcAdsException
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="subject">What is not valid, such as <c>The page</c>.</param>
    /// <param name="problems">Its problems.</param>
    public PpcAdsValidationException(string subject, IReadOnlyList<InputProblem> problems)
        : base($"{subject} is not valid. {string.Join(" ", problems.Select(problem => problem.ToString()))}")
    {
        Problems = problems;
    }

    /// <summary>Gets every problem that was found, not only the first.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
