using FluentAssertions.Execution;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>Each query of docs/cookbook.md, as it stands there, on a database that has what it is about.</summary>
public abstract class CookbookContract : ViewContract
{
    private const int Questions = 16;

    /// <summary>Gets the word by which the page marks queries for this database alone.</summary>
    protected abstract string Database { get; }

    [SkippableFact]
    public async Task Each_question_of_the_cookbook_has_an_answer()
    {
        await FillAsync();
        IReadOnlyList<CookbookRecipe> recipes = CookbookRecipe.ReadAll();
        recipes.Count.Should().BeGreaterThanOrEqualTo(Questions);

        using var scope = new AssertionScope();
        foreach (CookbookRecipe recipe in recipes)
        {
            recipe.Queries.Keys.Should().BeSubsetOf(["", "sqlite", "postgresql"], recipe.Question);
            string? sql = recipe.Queries.GetValueOrDefault("") ?? recipe.Queries.GetValueOrDefault(Database);
            sql.Should().NotBeNull("{0} should have a query for {1}", recipe.Question, Database);
            Func<Task> ask = async () => (await QueryAsync(sql!)).Should().NotBeEmpty(recipe.Question);
            await ask.Should().NotThrowAsync(recipe.Question);
        }
    }
}
