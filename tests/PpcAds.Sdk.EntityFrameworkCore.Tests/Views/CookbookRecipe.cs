using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>A question of docs/cookbook.md.</summary>
/// <param name="Question">The heading.</param>
/// <param name="Queries">The query by database; under an empty name if it is the same for all.</param>
internal sealed record CookbookRecipe(string Question, IReadOnlyDictionary<string, string> Queries)
{
    private const string Fence = "```";

    public static IReadOnlyList<CookbookRecipe> ReadAll() =>
    [
        .. RepositoryFiles.Read("docs", "cookbook.md").ReplaceLineEndings("\n").Split("\n## ").Skip(1)
            .Select(section => new CookbookRecipe(section.Split('\n')[0], ReadQueries(section)))
            .Where(recipe => recipe.Queries.Count > 0),
    ];

    private static Dictionary<string, string> ReadQueries(string section)
    {
        string[] parts = section.Split(Fence);
        return parts.Where((_, index) => index % 2 == 1).Select(block => block.Split('\n', 2))
            .ToDictionary(block => block[0]["sql".Length..].Trim(), block => block[1], StringComparer.Ordinal);
    }
}
