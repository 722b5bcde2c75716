using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>A file of SQLite has one writer: who reads a large report is not it.</summary>
public sealed class SqliteWriterTests : LoadContract
{
    private const long Large = 100_000_000;

    private new SqliteStoreUnderTest Store => (SqliteStoreUnderTest)base.Store;

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();

    [Fact]
    public async Task While_a_large_report_is_read_others_write()
    {
        await using ILoadSession session = await BeginAsync(Scope() with { FileBytes = Large });

        await Store.ExecuteAsync("UPDATE ppc_accounts SET name = 'Renamed'");

        (await Store.ExecuteAsync("SELECT name FROM ppc_accounts")).Should().Be("Renamed");
        (await session.CommitAsync()).Inserted.Should().Be(2);
        (await RecordsAsync()).Should().HaveCount(2);
        (await CampaignAsync(1))!.Total.Cost.Should().Be(5m);
    }

    private async Task<ILoadSession> BeginAsync(LoadScope scope)
    {
        ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("load/1"));
        await foreach (ReportBatch batch in Rows.None.Campaign(Day, 1, 2m).Campaign(Day.AddDays(1), 1, 3m).ReadAsync(scope.Dataset))
        {
            await session.WriteAsync(batch);
        }

        return session;
    }
}
