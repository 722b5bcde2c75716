using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Columns that a host wants besides those that have one of their own.</summary>
public sealed class ExtraColumnsTests
{
    [Fact]
    public async Task They_are_requested_and_stored_as_json()
    {
        await using Ingestion ingestion = await StartAsync(() => ["campaignName", "campaignBudgetAmount"]);
        await LoadAsync(ingestion);

        IReadOnlyList<PerformanceRecord> records = await ingestion.RecordsAsync(Datasets.SpCampaign);

        RequestedColumns(ingestion).Should().Equal([.. Datasets.SpCampaign.Columns, "campaignName", "campaignBudgetAmount"]);
        ReadPage<StoredEntity<CampaignRecord>> campaigns =
            await ingestion.Storage.Reader.ListCampaignsAsync(new EntityQuery(ingestion.Account));
        var names = campaigns.Items.ToDictionary(campaign => campaign.Entity.CampaignId, campaign => campaign.Entity.Name);
        records.Should().NotBeEmpty();
        foreach (PerformanceRecord record in records)
        {
            using JsonDocument extra = JsonDocument.Parse(record.Extra!);
            extra.RootElement.EnumerateObject().Select(member => member.Name)
                .Should().Equal("campaignBudgetAmount", "campaignName");
            extra.RootElement.GetProperty("campaignBudgetAmount").ValueKind.Should().Be(JsonValueKind.Number);
            extra.RootElement.GetProperty("campaignName").GetString().Should().Be(names[record.CampaignId!.Value]);
        }
    }

    [Fact]
    public async Task Without_any_a_row_has_no_extra_and_the_request_no_more_columns()
    {
        await using Ingestion ingestion = await StartAsync(() => null);
        await LoadAsync(ingestion);

        RequestedColumns(ingestion).Should().Equal(Datasets.SpCampaign.Columns);
        (await ingestion.RecordsAsync(Datasets.SpCampaign)).Should().NotBeEmpty().And.OnlyContain(record => record.Extra == null);
    }

    [Theory]
    [InlineData(ReportJobState.Requested)]
    [InlineData(ReportJobState.Loading)]
    public async Task A_report_that_was_requested_without_them_is_not_taken_for_one_that_has_them(ReportJobState state)
    {
        string[]? columns = null;
        await using Ingestion ingestion = await StartAsync(() => columns);
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));
        DateTimeOffset due = (await ingestion.JobAsync()).DueAt;
        ReportJob held = (await ingestion.Storage.Jobs.ClaimAsync("dead", TimeSpan.FromSeconds(1), due))!;
        await ingestion.Storage.Jobs.SaveAsync(held with { State = state, DueAt = ingestion.Time.GetUtcNow() }, release: true);
        columns = ["campaignName"];
        ingestion.StartProcess();
        IngestionResult result = await ingestion.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(2);
        RequestedColumns(ingestion).Should().EndWith("campaignName");
        (await ingestion.RecordsAsync(Datasets.SpCampaign)).Should().NotBeEmpty().And.OnlyContain(record => record.Extra != null);
    }

    [Fact]
    public async Task A_report_under_way_with_the_same_columns_in_another_order_is_taken()
    {
        string[] columns = ["campaignName", "campaignBudgetAmount"];
        await using Ingestion ingestion = await StartAsync(() => columns);
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();

        columns = ["campaignBudgetAmount", "campaignName"];
        ingestion.StartProcess();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();

        ingestion.Simulator.Requests.Count("reports.create").Should().Be(1);
    }

    [Theory]
    [InlineData("sp.campain", "campaignName", " 'sp.campain': is no dataset.")]
    [InlineData("sp.campaign", "impressions", "[sp.campaign] 'impressions': is a column that sp.campaign requests already.")]
    [InlineData("sp.campaign", "adGroupId", "[sp.campaign] 'adGroupId': is no column of daily spCampaigns reports by campaign.")]
    [InlineData("sp.campaign", "campainName", "[sp.campaign] 'campainName': is no column of daily spCampaigns")]
    [InlineData("sp.campaign", "startDate", "[sp.campaign] 'startDate': is no column of daily spCampaigns reports by campaign.")]
    [InlineData("sp.campaign", "spend,spend", "[sp.campaign] 'spend': stands in the list more than once.")]
    [InlineData("sp.campaign", null, "[sp.campaign]: must not be empty.")]
    public void A_name_that_is_not_allowed_is_refused_with_those_that_are(string dataset, string? columns, string problem)
    {
        IngestionOptions options = With(dataset, columns?.Split(',') ?? [null!]);

        InputProblem found = IngestionOptionsRules.Check(options).Should().ContainSingle().Which;

        found.ToString().Should().StartWith($"ExtraColumns{problem}");
        found.AllowedValues.Should().Contain(dataset == "sp.campain" ? "sp.campaign" : "campaignName");
    }

    [Fact]
    public void A_list_that_is_null_is_refused() =>
        IngestionOptionsRules.Check(With("sp.campaign", null!))
            .Should().ContainSingle().Which.ToString().Should().Be("ExtraColumns[sp.campaign]: must be a list of columns.");

    [Fact]
    public void Every_other_column_of_every_dataset_is_allowed()
    {
        IngestionOptions options = new()
        {
            ExtraColumns = Datasets.All.ToDictionary(
                dataset => dataset.Id,
                dataset => dataset.ReportType.Columns.Select(column => column.Name)
                    .Where(name => dataset.ReportType.IsColumnAllowed(dataset.GroupBy, name))
                    .Except([.. dataset.Columns, "startDate", "endDate"]).ToArray()),
        };

        IngestionOptionsRules.Check(options).Should().BeEmpty();
    }

    [Fact]
    public void They_are_bound_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Ingestion:ExtraColumns:sb.campaign:0"] = "detailPageViews",
            ["Ingestion:ExtraColumns:sb.campaign:1"] = "brandedSearches",
        }).Build();
        PpcAdsOptions options = new();

        configuration.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);

        options.Ingestion.ExtraColumns.Should().ContainKey("sb.campaign")
            .WhoseValue.Should().Equal("detailPageViews", "brandedSearches");
    }

    private static IngestionOptions With(string dataset, string[] columns) =>
        new() { ExtraColumns = new Dictionary<string, string[]> { [dataset] = columns } };

    private static Task<Ingestion> StartAsync(Func<string[]?> columns) => Ingestion.StartAsync(null, options =>
    {
        options.Datasets = ["sp.campaign"];
        options.ExtraColumns = columns() is { } extra ? new Dictionary<string, string[]> { ["sp.campaign"] = extra } : null;
    });

    private static async Task LoadAsync(Ingestion ingestion)
    {
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
    }

    /// <summary>Of the report that was requested last.</summary>
    private static IEnumerable<string> RequestedColumns(Ingestion ingestion)
    {
        string body = ingestion.Simulator.Requests.Entries.Last(entry => entry.Operation == "reports.create").Body;
        using JsonDocument request = JsonDocument.Parse(body);
        JsonElement columns = request.RootElement.GetProperty("configuration").GetProperty("columns");
        return [.. columns.EnumerateArray().Select(column => column.GetString()!)];
    }
}
