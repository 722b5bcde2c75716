namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>Ends an endpoint early with an answer about the input.</summary>
internal sealed class InvalidInputException(ProblemResult problem) : Exception(problem.Title)
{
    public ProblemResult Problem { get; } = problem;
}
