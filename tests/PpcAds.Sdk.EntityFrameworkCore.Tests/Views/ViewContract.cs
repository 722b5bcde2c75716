using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>What the suites about views share: queries as people write them, and a small world to query.</summary>
public abstract class ViewContract : LoadContract
{
    protected static readonly ProfileId German = new(1_002);

    protected abstract DbContext Context { get; }

    /// <summary>Runs a query as it stands.</summary>
    protected async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> QueryAsync(string sql)
    {
        DbConnection connection = Context.Database.GetDbConnection();
        await Context.Database.OpenConnectionAsync();
        try
        {
            await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
            command.CommandText = sql;
#pragma warning restore CA2100
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            var rows = new List<IReadOnlyDictionary<string, object?>>();
            while (await reader.ReadAsync())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                    reader.GetName, column => reader.IsDBNull(column) ? null : reader.GetValue(column)));
            }

            return rows;
        }
        finally
        {
            await Context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Numbers as decimals and dates as text, whatever the database makes of them.</summary>
    protected static object? Plain(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        _ => Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 6),
    };

    /// <summary>A row of any dataset of Sponsored Products; a dataset takes the columns that it has.</summary>
    protected static string Row(
        DateOnly date, int campaign, int impressions, int clicks, decimal cost, int orders, decimal sales, string more = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"date":"{{date:yyyy-MM-dd}}","campaignId":{{campaign}},"impressions":{{impressions}},"clicks":{{clicks}},
            "cost":{{cost}},"purchases7d":{{orders}},"sales7d":{{sales}},"unitsSoldClicks7d":{{orders}},
            "purchases":{{orders}},"sales":{{sales}},"unitsSold":{{orders}},"newToBrandPurchases":{{orders / 2}},
            "newToBrandSales":{{sales / 2}},"newToBrandUnitsSold":{{orders / 2}},"topOfSearchImpressionShare":0.25{{more}}}
            """);

    /// <summary>Two profiles of two currencies, campaigns in a portfolio and outside, two weeks of every dataset.</summary>
    protected async Task FillAsync()
    {
        await LoadEntitiesAsync();
        foreach (Dataset dataset in Datasets.All)
        {
            await LoadWeeksAsync(dataset, Profile, "USD");
        }

        await LoadWeeksAsync(Datasets.SpCampaign, German, "EUR");
        Store.Time.Advance(TimeSpan.FromDays(3));
        DateOnly last = Day.AddDays(13);
        await LoadAsync(
            Rows.None.Raw(Row(last, 1, 120, 12, 7m, 3, 61m)).Raw(Row(last, 2, 80, 9, 30m, 0, 0)),
            Scope(start: last, end: last, generatedAt: Generated.AddDays(3)));
        await QueryAsync(
            """
            INSERT INTO ppc_exchange_rates (currency, date, rate)
            SELECT DISTINCT 'USD', date, 1 FROM performance_days WHERE date < '2026-03-10'
            UNION ALL
            SELECT DISTINCT 'EUR', date, 1.08 FROM performance_days WHERE date < '2026-03-10'
            """);
    }

    protected async Task LoadEntitiesAsync()
    {
        await Store.Sink.LoadEntitiesAsync(
            new EntityScope(Account, null),
            Pages<ProfileRecord>([ProfileOf(Profile, "US", "USD"), ProfileOf(German, "DE", "EUR")]));
        var scope = new EntityScope(Account, Profile);
        await Store.Sink.LoadEntitiesAsync(
            scope, Pages<PortfolioRecord>([new PortfolioRecord { PortfolioId = new PortfolioId(7), Name = "Kitchen" }]));
        await Store.Sink.LoadEntitiesAsync(
            scope,
            Pages<CampaignRecord>(
            [
                Campaign(1) with { PortfolioId = new PortfolioId(7) },
                Campaign(2, "Teapots") with { PortfolioId = new PortfolioId(7) },
                Campaign(3, "Rakes"),
            ]));
        await Store.Sink.LoadEntitiesAsync(
            scope,
            Pages<AdGroupRecord>(
            [
                new AdGroupRecord
                {
                    AdGroupId = new AdGroupId(11),
                    AdProduct = AdProducts.SponsoredProducts,
                    CampaignId = new CampaignId(1),
                    Name = "Blue",
                },
            ]));
        await Store.Sink.LoadEntitiesAsync(
            scope,
            Pages<KeywordRecord>(
            [
                new KeywordRecord
                {
                    KeywordId = new KeywordId(111),
                    AdProduct = AdProducts.SponsoredProducts,
                    CampaignId = new CampaignId(1),
                    AdGroupId = new AdGroupId(11),
                    KeywordText = "blue mug",
                    MatchType = "BROAD",
                    Bid = 0.75m,
                },
            ]));
    }

    private static ProfileRecord ProfileOf(ProfileId profile, string country, string currency) => new()
    {
        ProfileId = profile,
        Region = AmazonAdsRegion.NorthAmerica,
        CountryCode = country,
        CurrencyCode = currency,
        Name = "Acme " + country,
    };

    private async Task LoadWeeksAsync(Dataset dataset, ProfileId profile, string currency)
    {
        Rows rows = Rows.None;
        for (DateOnly day = Day; day < Day.AddDays(14); day = day.AddDays(1))
        {
            string money = $",\"campaignBudgetCurrencyCode\":\"{currency}\"";
            const string Target = ",\"adGroupId\":11,\"keywordId\":111,\"keywordType\":\"BROAD\",\"matchType\":\"BROAD\","
                + "\"targeting\":\"blue mug\",\"adId\":5,\"advertisedAsin\":\"B01\",\"advertisedSku\":\"MUG-1\"";
            rows.Raw(Row(day, 1, 100, 10, 5m, 2, 40m, money + Target + ",\"searchTerm\":\"blue mug large\","
                + "\"placementClassification\":\"Top of Search on-Amazon\",\"purchasedAsin\":\"B02\""));
            rows.Raw(Row(day, 2, 80, 9, 30m, 0, 0, money + Target + ",\"searchTerm\":\"mug repair\","
                + "\"placementClassification\":\"Other on-Amazon\",\"purchasedAsin\":\"B01\""));
            rows.Raw(Row(day, 3, 0, 0, 0, 0, 0, money));
        }

        await LoadAsync(
            rows, Scope(dataset, Day, Day.AddDays(13)) with { ProfileId = profile, CurrencyCode = currency });
    }
}
