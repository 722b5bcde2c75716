using System.Text.Json;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>The SDK's problems by field, under the names that the endpoints use.</summary>
internal static class FieldErrors
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["StartDate"] = "from",
        ["EndDate"] = "to",
        ["Size"] = "limit",
        ["name"] = "company_name",
    };

    public static IReadOnlyDictionary<string, string[]> Of(IEnumerable<InputProblem> problems) => problems
        .GroupBy(problem => NameOf(problem.Field), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(Text).ToArray(), StringComparer.Ordinal);

    private static string NameOf(string field) =>
        Names.TryGetValue(field, out string? name) ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(field);

    private static string Text(InputProblem problem) =>
        problem.AllowedValues.Count == 0
            ? problem.Reason
            : $"{problem.Reason} Allowed: {string.Join(", ", problem.AllowedValues)}.";
}
