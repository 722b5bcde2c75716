using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Pages.Problems;

/// <summary>What a page says about what went wrong.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Title">The heading.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProblemModel(int StatusCode, string Title)
{
    /// <summary>Gets what happened and what follows; <see langword="null"/> to name the user.</summary>
    public string? Text { get; init; }

    /// <summary>Gets what else is known.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets who is signed in.</summary>
    public string? User { get; init; }

    /// <summary>Gets the names that the text is about.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Gets the names that would be right.</summary>
    public IReadOnlyCollection<string> Known { get; init; } = [];

    /// <summary>Gets what finds it in the log.</summary>
    public string? Trace { get; init; }

    /// <summary>Gets where to try again.</summary>
    public string? RetryAddress { get; init; }
}
