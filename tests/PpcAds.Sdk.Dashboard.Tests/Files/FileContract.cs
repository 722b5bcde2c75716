using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Tests.Files;

/// <summary>
/// Files of tables, row by row and figure by figure against SQL of the test's own, after a sync of all three ad products.
/// </summary>
public abstract class FileContract
{
    private static readonly (string Path, string Grain)[] Tables =
    [
        ("campaigns", "campaign"), ("ad-groups", "ad_group"), ("keywords", "target"), ("search-terms", "search_term"),
        ("placements", "placement"), ("products", "advertised_product"),
    ];

    [SkippableFact]
    public async Task The_file_of_each_table_equals_what_SQL_finds()
    {
        await using DashboardHost host = await StartAsync();
        await using DbConnection connection = await OpenAsync();
        using var ada = new Visitor(host);
        foreach ((string path, string grain) in Tables)
        {
            int rows = 0;
            int all = 0;
            int narrowed = 0;
            foreach (TableQuestion question in await QuestionsAsync(connection, path, grain))
            {
                FileRow[] expected = [.. await ReadAsync(connection, question)];
                VisitedPage file = await ada.GetAsync(question.Address);
                file.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv", question.Address);
                FileRow[] found = [.. FileRow.Parse(file.Html)];

                found.Select(row => row.Text).Order(StringComparer.Ordinal).Should()
                    .Equal(expected.Select(row => row.Text).Order(StringComparer.Ordinal), question.Address);
                found.Select(row => row.Cost).Should().BeInDescendingOrder(question.Address);
                expected.Should().NotBeEmpty(question.Address);
                rows += found.Count(row => row.Cost > 0);
                all = Math.Max(all, expected.Length);
                narrowed += question.Query.Length > 0 && expected.Length < all ? 1 : 0;
            }

            rows.Should().BeGreaterThan(10, path);
            narrowed.Should().BeGreaterThan(2, $"filters of {path} leave rows out");
        }
    }

    /// <summary>Sets the storage up, and returns how a host uses it.</summary>
    protected abstract Task<Action<IPpcAdsBuilder>> CreateAsync();

    protected abstract Task<DbConnection> OpenAsync();

    /// <summary>How the database has an amount of a record as whole millionths.</summary>
    protected abstract string Millionths(string column);

    private async Task<DashboardHost> StartAsync()
    {
        Action<IPpcAdsBuilder> use = await CreateAsync();
        DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup
        {
            HasWorker = true,
            Storage = use,
            Amazon = amazon => amazon.Profiles = 2,
            Sdk = sdk =>
            {
                sdk.Ingestion.Datasets =
                [
                    .. Datasets.All.Select(dataset => dataset.Id)
                        .Where(id => Tables.Any(table => id.EndsWith("." + table.Grain, StringComparison.Ordinal))),
                ];
                sdk.Ingestion.Entities = null;
                sdk.Ingestion.BackfillDays = 40;
            },
        });
        Account account = await host.AddAccountAsync("Northern Kettles");
        IngestionRuns runs = host.Services.GetRequiredService<IngestionRuns>();
        await host.CompleteAsync((await runs.RequestAsync(new RunRequest { AccountId = account.AccountId }))!.RunId);
        return host;
    }

    /// <summary>Each table with filters, periods and currencies.</summary>
    private static async Task<IReadOnlyList<TableQuestion>> QuestionsAsync(DbConnection connection, string path, string grain)
    {
        DateOnly to = DateOnly.Parse(
            (await ScalarAsync(connection, "SELECT CAST(MIN(date) AS text) FROM (SELECT MAX(date) AS date FROM performance_days"
                + " GROUP BY profile_id) d"))!,
            CultureInfo.InvariantCulture).AddDays(-1);
        string largest = "FROM performance_records WHERE currency = 'USD' AND dataset = 'sp." + grain + "' "
            + "AND campaign_id IS NOT NULL GROUP BY profile_id, campaign_id ORDER BY COUNT(*) DESC, campaign_id LIMIT 1";
        string campaign = (await ScalarAsync(connection, $"SELECT CAST(campaign_id AS text) {largest}"))!;
        string profile = (await ScalarAsync(connection, $"SELECT CAST(profile_id AS text) {largest}"))!;
        string account = (await ScalarAsync(connection, "SELECT CAST(account_id AS text) FROM ppc_accounts"))!;
        string currency = (await ScalarAsync(connection, "SELECT currency FROM ppc_profiles WHERE currency <> 'USD'"))!;
        var fortnight = new TableQuestion(path, grain, "USD", to.AddDays(-13), to) { HasPrevious = true };
        string product = grain is "search_term" or "placement" ? "sb" : "sd";
        return
        [
            fortnight,
            fortnight with { Currency = currency },
            fortnight with { From = to.AddDays(-2), To = to.AddDays(-2), HasPrevious = false },
            fortnight with
            {
                Query = $"&product={product}",
                Condition = $"y.ad_product = '{(product == "sb" ? "SPONSORED_BRANDS" : "SPONSORED_DISPLAY")}'",
            },
            fortnight with { Query = "&state=enabled", Condition = "upper(y.state) = 'ENABLED'" },
            fortnight with
            {
                Query = "&min=spend:2.5,acos:0.1",
                Condition = "y.cost >= 2500000 AND y.sales > 0 AND y.cost * 10 >= y.sales",
            },
            fortnight with
            {
                Query = $"&profile={account}.{profile}&campaign={campaign}",
                Condition = $"y.profile_id = {profile} AND y.campaign_id = {campaign}",
            },
            fortnight with { Query = $"&q={(grain == "advertised_product" ? "1" : "A")}", Condition = Contains(grain) },
        ];
    }

    private static string Contains(string grain) => grain switch
    {
        "placement" => "(lower(y.name) LIKE '%a%' OR lower(y.campaign) LIKE '%a%')",
        "advertised_product" => "(y.name LIKE '%1%' OR y.sku LIKE '%1%')",
        _ => "lower(y.name) LIKE '%a%'",
    };

    private async Task<IReadOnlyList<FileRow>> ReadAsync(DbConnection connection, TableQuestion question)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = TableStatement.Of(question, Millionths);
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<FileRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(FileRow.Of(reader, question));
        }

        return rows;
    }

    private static async Task<string?> ScalarAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string?)await command.ExecuteScalarAsync();
    }
}
