namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>Why a request was refused, or failed. Never has an internal message or a secret.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Code">What went wrong, for programs, such as <c>not_found</c>.</param>
/// <param name="Title">The same for people; not about this one request.</param>
public sealed record PpcAdsProblem(int StatusCode, string Code, string Title)
{
    /// <summary>Gets what is known about this one request.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets what is wrong with the input, by field; <see langword="null"/> for other problems.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>
    /// Gets the account that could not be connected, where the browser has shown that it began with it;
    /// <see langword="null"/> for other problems.
    /// </summary>
    public string? AccountId { get; init; }
}
