using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

/// <summary>The tables as the provider for SQL Server makes them. No server reads this script: Microsoft's parser does.</summary>
public sealed partial class SqlServerScriptTests : IDisposable
{
    private const int LongestPrimaryKey = 900;
    private const int LongestIndex = 1_700;

    private readonly RelationalPpcAdsDbContext _context = new(
        new DbContextOptionsBuilder<RelationalPpcAdsDbContext>().UseSqlServer("Server=none;Database=none").Options);

    [Fact]
    public void Every_statement_is_Transact_SQL()
    {
        string script = _context.Database.GenerateCreateScript().ReplaceLineEndings("\n");

        int statements = TransactSql.Parse(script, out IReadOnlyList<string> errors);

        errors.Should().BeEmpty();
        statements.Should().BeGreaterThan(_context.Model.GetEntityTypes().Count());
        Snapshots.MatchFile(
            script, "tests", "PpcAds.Sdk.EntityFrameworkCore.Relational.Tests", "__snapshots__", "sql-server.sql");
    }

    [Fact]
    public void What_is_no_Transact_SQL_is_found()
    {
        TransactSql.Parse("CREATE TABLE [t] ([a] int) ON CONFLICT DO NOTHING;", out IReadOnlyList<string> errors);

        errors.Should().NotBeEmpty();
    }

    [Fact]
    public void Keys_and_indexes_are_no_longer_than_SQL_Server_allows()
    {
        foreach (IEntityType type in _context.Model.GetEntityTypes())
        {
            LengthOf(type.FindPrimaryKey()!.Properties).Should()
                .BeLessThanOrEqualTo(LongestPrimaryKey, "{0} has this key", type.Name);
            foreach (IIndex index in type.GetIndexes())
            {
                LengthOf(index.Properties).Should()
                    .BeLessThanOrEqualTo(LongestIndex, "{0} has this index", index.GetDatabaseName());
            }
        }
    }

    [Fact]
    public void No_index_has_a_condition_of_ours_and_no_column_is_computed()
    {
        string script = _context.Database.GenerateCreateScript();

        // EF Core's own, since SQL Server takes two nulls for equal.
        Conditions().Matches(script).Select(match => match.Value).Should()
            .OnlyContain(text => text.EndsWith("IS NOT NULL", StringComparison.Ordinal));
        script.Should().NotContain(" AS (").And.NotContain("PERSISTED");
    }

    public void Dispose() => _context.Dispose();

    private static int LengthOf(IEnumerable<IProperty> properties) => properties.Sum(LengthOf);

    /// <summary>The bytes of a column by its type; one without bound has as many as an int holds.</summary>
    private static int LengthOf(IProperty property)
    {
        string type = property.GetColumnType();
        Match sized = Sized().Match(type);
        return sized.Success
            ? int.Parse(sized.Groups["size"].Value, System.Globalization.CultureInfo.InvariantCulture)
                * (sized.Groups["type"].Value[0] == 'n' ? 2 : 1)
            : type switch
            {
                "bigint" => sizeof(long),
                "int" => sizeof(int),
                "date" => 3,
                _ => throw new InvalidOperationException($"{property.Name} is {type}, which must not be in a key."),
            };
    }

    [GeneratedRegex(@"^(?<type>nvarchar|varchar|nchar|binary|varbinary)\((?<size>\d+)\)$")]
    private static partial Regex Sized();

    [GeneratedRegex(@"(?<=\) WHERE )[^;]+")]
    private static partial Regex Conditions();
}
