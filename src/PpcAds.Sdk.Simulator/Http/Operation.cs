namespace PpcAds.Sdk.Simulator.Http;

/// <summary>One operation of the Ads API as the documentation describes it.</summary>
/// <param name="Name">The name for faults and the request log.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; a last segment <c>*</c> takes any value.</param>
/// <param name="Group">Whose errors and limits apply.</param>
/// <param name="ContentType">The documented request media type, or null without a body.</param>
/// <param name="Accept">The media type of success.</param>
/// <param name="NeedsScope">Whether the call is for a profile.</param>
/// <param name="IsForEditors">Whether permission to view is not enough.</param>
internal sealed record Operation(
    string Name,
    string Method,
    string Path,
    OperationGroup Group,
    string? ContentType,
    string Accept,
    bool NeedsScope = true,
    bool IsForEditors = false)
{
    /// <summary>Whether the endpoint itself says which types it answers with.</summary>
    public bool AcceptsAny { get; init; }

    /// <summary>Further media types of success that a caller may name.</summary>
    public IReadOnlyList<string> OtherAnswers { get; init; } = [];

    /// <summary>Further media types that a body may have.</summary>
    public IReadOnlyList<string> OtherContentTypes { get; init; } = [];

    /// <summary>Whether a body may be plain JSON under <see cref="SimulatorQuirks.AcceptsPlainJson"/>.</summary>
    public bool TakesPlainJson { get; init; }

    /// <summary>Whether success may be plain JSON under <see cref="SimulatorQuirks.AcceptsPlainJson"/>.</summary>
    public bool AnswersPlainJson { get; init; }

    /// <summary>Whether it lists entities, plain or with extended data.</summary>
    public bool IsList { get; } =
        Name.EndsWith(".list", StringComparison.Ordinal) || Name.EndsWith(".listExtended", StringComparison.Ordinal);

    /// <summary>
    /// Whether a path is this operation's; <paramref name="last"/> is then the value of a last segment <c>*</c>.
    /// </summary>
    public bool Matches(string method, string path, out string last)
    {
        last = "";
        if (Method != method)
        {
            return false;
        }

        if (!Path.EndsWith('*'))
        {
            return path == Path;
        }

        string prefix = Path[..^1];
        last = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : "";
        return last.Length > 0 && !last.Contains('/', StringComparison.Ordinal);
    }
}
