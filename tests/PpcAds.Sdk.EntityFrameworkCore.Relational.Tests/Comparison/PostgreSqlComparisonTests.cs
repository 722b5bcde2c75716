using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlComparisonTests(PostgreSqlCluster cluster)
{
    [SkippableFact]
    public async Task A_hundred_sequences_of_loads_leave_the_same_as_with_the_package_for_PostgreSQL_and_in_memory()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string generic = PostgreSqlStore.Pooled(await cluster.CreateDatabaseAsync());
        string own = PostgreSqlStore.Pooled(await cluster.CreateDatabaseAsync());
        await using ComparedStore relational = await ComparedStore.StartAsync(
            builder => builder.UseEntityFrameworkCore(options => options.UseNpgsql(generic)),
            services => services.GetRequiredService<RelationalPpcAdsDatabase>().EnsureReadyAsync());
        await using ComparedStore fast = await ComparedStore.StartAsync(
            builder => builder.UsePostgreSql(own), services => services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync());
        await using ComparedStore memory = await ComparedStore.StartAsync(builder => builder.UseInMemory());

        await LoadComparison.RunAsync(relational, fast, memory, Enumerable.Range(101, 100));
    }
}
