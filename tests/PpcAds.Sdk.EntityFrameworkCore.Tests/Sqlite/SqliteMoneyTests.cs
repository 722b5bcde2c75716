using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>SQLite knows no decimals; LINQ and raw SQL must add up all the same.</summary>
public sealed class SqliteMoneyTests : LoadContract
{
    private SqlitePpcAdsDbContext? _context;

    private SqlitePpcAdsDbContext Context => _context ??= ((SqliteStoreUnderTest)Store).Services.CreateScope().ServiceProvider.GetRequiredService<SqlitePpcAdsDbContext>();

    [Fact]
    public async Task Sums_of_many_small_amounts_are_exact()
    {
        await LoadAsync(Rows.None.Many(Enumerable.Range(1, 1_000).Select(id => (long)id), Day, 0.1m));

        (await Context.PerformanceRecords.SumAsync(row => row.Cost)).Should().Be(100m);
        (await Context.PerformanceRecords.GroupBy(row => row.Date).Select(rows => rows.Sum(row => row.Cost)).SingleAsync()).Should().Be(100m);
        (await ((SqliteStoreUnderTest)Store).ExecuteAsync("SELECT SUM(cost_micros) FROM performance_records")).Should().Be(100_000_000L);
    }

    [Fact]
    public async Task Amounts_compare_and_order_as_numbers()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 9.5m).Campaign(Day, 2, 10m).Campaign(Day, 3, 100.25m).Campaign(Day, 4, 0.000001m));

        (await Context.PerformanceRecords.Where(row => row.Cost > 10m).Select(row => row.CampaignId).ToListAsync()).Should().Equal(3);
        (await Context.PerformanceRecords.Where(row => row.Cost == 9.50m).Select(row => row.CampaignId).ToListAsync()).Should().Equal(1);
        (await Context.PerformanceRecords.Where(row => row.Cost < 9.51m).Select(row => row.CampaignId).ToListAsync()).Should().Equal(1, 4);
        (await Context.PerformanceRecords.OrderByDescending(row => row.Cost).Select(row => row.CampaignId).ToListAsync()).Should().Equal(3, 2, 1, 4);
        (await Context.PerformanceRecords.MaxAsync(row => row.Cost)).Should().Be(100.25m);
    }

    [Fact]
    public async Task Amounts_to_the_cent_are_found_by_equality()
    {
        decimal[] amounts = [.. Enumerable.Range(0, 2_000).Select(i => (i * 7_919 % 1_000_000) / 100m)];
        var rows = new Rows();
        for (int i = 0; i < amounts.Length; i++)
        {
            rows.Campaign(Day, i + 1, amounts[i]);
        }

        await LoadAsync(rows);

        var missed = new List<decimal>();
        foreach (decimal amount in amounts.Where((_, i) => i % 10 == 0))
        {
            if (!await Context.PerformanceRecords.AnyAsync(row => row.Cost == amount))
            {
                missed.Add(amount);
            }
        }

        missed.Should().BeEmpty();
    }

    [Fact]
    public async Task Amounts_divide()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2.5m, sales7d: 10m));

        (await Context.PerformanceRecords.Select(row => row.Cost / row.Sales).SingleAsync()).Should().Be(0.25m);
        (await Context.Campaigns.Select(row => row.AcosTotal).SingleAsync()).Should().Be(0.25);
        (await Context.Campaigns.Select(row => row.CpcTotal).SingleAsync()).Should().Be(0.625);
        (await Context.Campaigns.Select(row => row.Roas30d).SingleAsync()).Should().Be(4);
    }

    [Fact]
    public async Task Instants_compare_in_the_database()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));
        DateTimeOffset now = Store.Time.GetUtcNow();

        (await Context.PerformanceRecords.CountAsync(row => row.ChangedAt >= now && row.ChangedAt < now.AddTicks(10))).Should().Be(1);
        (await Context.PerformanceRecords.CountAsync(row => row.ChangedAt > now)).Should().Be(0);
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
