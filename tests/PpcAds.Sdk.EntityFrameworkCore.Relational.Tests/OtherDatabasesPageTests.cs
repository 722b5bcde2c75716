using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests;

public sealed class OtherDatabasesPageTests
{
    [Theory]
    [InlineData("use")]
    [InlineData("migrations")]
    public void The_page_shows_the_code_that_is_compiled_here(string name)
    {
        string code = SnippetFile.Read(
            name, "tests", "PpcAds.Sdk.EntityFrameworkCore.Relational.Tests", "OtherDatabasesSnippets.cs");

        RepositoryFiles.Read("docs", "other-databases.md").ReplaceLineEndings("\n").Should()
            .Contain($"<!-- snippet: {name} -->\n```csharp\n{code}\n```\n<!-- end-snippet -->");
    }

    [Fact]
    public async Task The_code_of_the_page_registers_all_that_a_worker_needs()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        OtherDatabasesSnippets.Use(services, "Server=none;Database=none");
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IngestionOrchestrator>().Should().NotBeNull();
        object[] stores = [provider.GetRequiredService<IEtlSink>(), provider.GetRequiredService<IPpcAdsReader>()];
        stores.Should().OnlyContain(store => store.GetType().Assembly == typeof(RelationalPpcAdsDbContext).Assembly);
    }
}
