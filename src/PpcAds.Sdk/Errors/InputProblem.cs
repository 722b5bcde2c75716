namespace PpcAds.Sdk;

/// <summary>One wrong field: which, what stood there, what is allowed.</summary>
/// <param name="Field">The field as the caller knows it, such as <c>Columns[2]</c>.</param>
/// <param name="Value">The value that was refused, or <see langword="null"/> when it is missing.</param>
/// <param name="Reason">What is wrong and what is allowed, as a sentence.</param>
public sealed record InputProblem(string Field, string? Value, string Reason)
{
    /// <summary>The allowed values, when they can be listed.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>The allowed value that comes nearest to the one given.</summary>
    public string? NearestMatch { get; init; }

    /// <summary>The problem as one sentence.</summary>
    public override string ToString()
    {
        string subject = Value is null ? Field : $"{Field} '{Value}'";
        string suggestion = NearestMatch is null ? "" : $" Did you mean '{NearestMatch}'?";
        string allowed = AllowedValues.Count == 0 ? "" : $" Allowed: {string.Join(", ", AllowedValues)}.";
        return $"{subject}: {Reason}{suggestion}{allowed}";
    }
}
