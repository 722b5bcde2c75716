using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>docs/data-dictionary.md has the texts that PostgreSQL stores as comments.</summary>
public sealed class DataDictionaryTests
{
    [Fact]
    public void The_page_is_made_from_the_texts_and_the_models()
    {
        using var postgreSql = new PostgreSqlPpcAdsDbContext(
            new DbContextOptionsBuilder<PostgreSqlPpcAdsDbContext>().UseNpgsql("Host=none").Options);
        using var sqlite = new SqlitePpcAdsDbContext(
            new DbContextOptionsBuilder<SqlitePpcAdsDbContext>().UseSqlite("Data Source=:memory:").Options);

        GeneratedFile.Check(
            DataDictionaryPage.Write(DataDictionary.Of(new PostgreSqlModelDialect()), postgreSql.Model, sqlite.Model),
            "docs",
            "data-dictionary.md");
    }

    [Fact]
    public void Texts_have_no_braces_which_would_be_parameters() =>
        DataDictionary.Of(new PostgreSqlModelDialect())
            .SelectMany(table => table.Columns.Select(column => column.Text).Prepend(table.Text))
            .Should().OnlyContain(text => text.EndsWith('.') && !text.Contains('{') && !text.Contains('}'));
}
