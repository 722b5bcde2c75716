namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>Ends a request early; the guard answers it.</summary>
public sealed class PpcAdsProblemException : Exception
{
    internal PpcAdsProblemException(ProblemResult result)
        : base(result.Title) => Result = result;

    /// <summary>Gets what is wrong.</summary>
    public PpcAdsProblem Problem => Result.ToProblem();

    internal ProblemResult Result { get; }
}
