using PpcAds.Sdk.EntityFrameworkCore.Tests.Entities;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>
/// Storing a page of entities costs what the page has, however much is stored, and whatever the planner knows of it.
/// </summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlEntityPlanTests(PostgreSqlCluster cluster) : StoreContract
{
    // Enough that going over all of them would be the dearer way.
    private const int Stored = 60_000;
    private const int OfOthers = 1_000;

    [SkippableFact]
    public async Task No_statement_of_a_page_reads_the_stored_table_when_there_are_no_statistics_of_it()
    {
        foreach (EntityTable table in EntityTables.All)
        {
            await FillAsync(table, Account.Value, Stored);

            await ShouldGoByTheKeyAsync(table);
        }
    }

    [SkippableFact]
    public async Task No_statement_of_a_page_reads_the_stored_table_of_an_account_that_the_statistics_do_not_know()
    {
        long other = (await Store.Accounts.AddAsync("Other")).AccountId.Value;
        foreach (EntityTable table in EntityTables.All)
        {
            await FillAsync(table, other, OfOthers);
            await ExecuteAsync($"ANALYZE {table.Name}");
            await FillAsync(table, Account.Value, Stored);

            await ShouldGoByTheKeyAsync(table);
        }
    }

    [SkippableFact]
    public async Task No_statement_of_a_page_reads_the_stored_table_when_the_statistics_are_right()
    {
        foreach (EntityTable table in EntityTables.All)
        {
            await FillAsync(table, Account.Value, Stored);
            await ExecuteAsync($"ANALYZE {table.Name}");

            await ShouldGoByTheKeyAsync(table);
        }
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    private async Task ShouldGoByTheKeyAsync(EntityTable table)
    {
        IReadOnlyList<IReadOnlyList<string>> plans = await EntityPlans.OfAsync(
            ((PostgreSqlStoreUnderTest)Store).Services, table, Account, Profile, "EXPLAIN", column: 0);

        // By all columns of the key: by the first two it would be the whole profile.
        string all = string.Join('\n', plans.SelectMany(plan => plan));
        plans.Should().HaveCount(3);
        plans.Skip(1).Should().AllSatisfy(plan =>
        {
            plan.Where(line => line.Contains(" Scan ", StringComparison.Ordinal)).Should()
                .ContainSingle(line => line.Contains($" on {table.Name} e ", StringComparison.Ordinal), "of {0}", all)
                .Which.Should().Contain($"Index Scan using \"PK_{table.Name}\"", "of {0}", all);
            plan.Should().ContainSingle(line => line.StartsWith("Index Cond:", StringComparison.Ordinal), "of {0}", all)
                .Which.Should().Contain($"({table.IdColumn} = p.", "of {0}", all);
        });
    }

    /// <summary>Rows with what no entity is without.</summary>
    private async Task FillAsync(EntityTable table, long account, int count)
    {
        IReadOnlyList<EntityColumn> required = [.. table.Attributes.Where(column => column.IsRequired)];
        string[] keys = table.IsOfProfile ? ["account_id", "profile_id", table.IdColumn] : ["account_id", "profile_id"];
        string[] keyValues = table.IsOfProfile ? [$"{account}", $"{Profile}", "i"] : [$"{account}", "i"];
        await ExecuteAsync(
            $"""
            INSERT INTO {table.Name} (
              {string.Join(", ", [.. keys, .. required.Select(column => column.Name)])},
              source, first_seen_at, last_seen_at, changed_at)
            SELECT {string.Join(", ", [.. keyValues, .. required.Select(ValueOf)])}, 'list', now(), now(), now()
            FROM generate_series(1, {count}) AS i
            """);
    }

    private static string ValueOf(EntityColumn column) => column.Kind switch
    {
        EntityColumnKind.Text => "'a text'",
        EntityColumnKind.Date => "current_date",
        EntityColumnKind.Flag => "false",
        _ => "i",
    };

    private Task<object?> ExecuteAsync(string sql) => ((PostgreSqlStoreUnderTest)Store).ExecuteAsync(sql);
}
