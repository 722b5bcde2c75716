using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>
/// What a store keeps of a row besides its dimensions and metrics: a share that does not add up, and extra columns.
/// </summary>
public abstract class ExtraContract : LoadContract
{
    private const string Budget = "\"campaignBudgetAmount\":12.50";

    private static readonly string[] Columns = ["campaignName", "campaignBudgetAmount"];

    [SkippableFact]
    public async Task Extra_columns_are_kept_as_json_by_name()
    {
        const string Name = """ "campaignName":"Mugs \"blue\" für dich" """;
        await LoadAsync(Rows.None.Raw(Row(1, $"{Name}, {Budget}")), Extra());

        ShouldBeJson((await RecordsAsync()).Single().Extra, $"{{{Budget},{Name.Trim()}}}");
    }

    [SkippableFact]
    public async Task A_row_without_values_has_no_extra()
    {
        await LoadAsync(Rows.None.Raw(Row(1, """ "campaignName":null """)).Campaign(Day, 2), Extra());

        (await RecordsAsync()).Should().HaveCount(2).And.OnlyContain(record => record.Extra == null);
    }

    [SkippableFact]
    public async Task A_change_of_extra_alone_is_a_change_of_the_row()
    {
        await LoadAsync(Rows.None.Raw(Row(1, """ "campaignName":"Mugs" """)).Raw(Row(2, """ "campaignName":"Cups" """)), Extra());

        LoadResult again = await LoadAsync(
            Rows.None.Raw(Row(1, """ "campaignName":"Mugs, blue" """)).Raw(Row(2, """ "campaignName":"Cups" """)), Extra());

        again.Should().Be(new LoadResult { Changed = 1, Unchanged = 1 });
        (await RecordsAsync())[0].Extra.Should().Contain("Mugs, blue");
    }

    [SkippableFact]
    public async Task Rows_that_are_added_up_keep_the_extra_of_one_and_say_so()
    {
        string row = Row(1, """ "campaignName":"Mugs" """);

        await LoadAsync(Rows.None.Raw(row).Raw(row), Extra());

        ShouldBeJson((await RecordsAsync()).Single().Extra, """{"campaignName":"Mugs"}""");
        (await IssuesAsync()).Select(issue => issue.Reason)
            .Should().BeEquivalentTo("duplicate rows", "extra columns of duplicates");
    }

    [SkippableFact]
    public async Task A_share_of_search_is_kept_and_null_where_there_is_none()
    {
        await LoadAsync(
            Rows.None.Raw(Row(1, """ "topOfSearchImpressionShare":0.0325 """))
                .Raw(Row(2, """ "topOfSearchImpressionShare":null """)).Campaign(Day, 3));

        (await RecordsAsync()).Select(record => record.TopOfSearchImpressionShare).Should().Equal(0.0325m, null, null);
    }

    [SkippableFact]
    public async Task A_change_of_the_share_alone_is_a_change_of_the_row()
    {
        await LoadAsync(Rows.None.Raw(Row(1, """ "topOfSearchImpressionShare":0.0325 """)));

        LoadResult again = await LoadAsync(Rows.None.Raw(Row(1, """ "topOfSearchImpressionShare":0.04 """)));
        LoadResult gone = await LoadAsync(Rows.None.Raw(Row(1, """ "topOfSearchImpressionShare":null """)));

        (again.Changed, gone.Changed).Should().Be((1, 1));
        (await RecordsAsync()).Single().TopOfSearchImpressionShare.Should().BeNull();
    }

    [SkippableFact]
    public async Task Shares_of_rows_that_are_added_up_are_never_added()
    {
        string half = Row(1, """ "topOfSearchImpressionShare":0.5 """);
        string same = Row(2, """ "topOfSearchImpressionShare":0.25 """);

        await LoadAsync(Rows.None.Raw(half).Raw(Row(1, """ "topOfSearchImpressionShare":0.75 """)).Raw(same).Raw(same));

        (await RecordsAsync()).Select(record => record.TopOfSearchImpressionShare).Should().Equal(null, 0.25m);
    }

    /// <summary>A database may write the same object with other spaces, and its members in another order.</summary>
    private static void ShouldBeJson(string? json, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(json!), JsonNode.Parse(expected)).Should().BeTrue(json);

    private LoadScope Extra() => Scope() with { ExtraColumns = Columns };

    private static string Row(long campaignId, string members) =>
        $$"""
        {"date":"2026-03-01","campaignId":{{campaignId}},"impressions":10,"cost":1.5,{{members}}}
        """;
}
