using PpcAds.Sdk.Reports;
using static PpcAds.Sdk.Reports.ReportTypes;

namespace PpcAds.Sdk.Tests.Readme;

/// <summary>The code of docs/reports.md.</summary>
internal static class ReportsPageSnippets
{
    public static async Task TypedAsync(ProfileClient profile)
    {
        // <typed>
        ReportRequest request = new()
        {
            ReportTypeId = SbSearchTerm.Id,
            GroupBy = [SbSearchTerm.GroupBys.SearchTerm],
            Columns = [SbSearchTerm.Columns.Date, SbSearchTerm.Columns.SearchTerm, SbSearchTerm.Columns.Clicks, SbSearchTerm.Columns.Cost],
            Filters = [new ReportFilter(SbSearchTerm.Filters.KeywordType, "EXACT", "PHRASE")],
            StartDate = new DateOnly(2026, 3, 1),
            EndDate = new DateOnly(2026, 3, 14),
        };
        await using ReportDownload download = await profile.Reports.RunReportAsync(request);
        await foreach (ReportBatch batch in download.ReadBatchesAsync())
        {
            foreach (ReportRecord row in batch.ToRecords())
            {
                Console.WriteLine($"{row.GetDate(SbSearchTerm.Columns.Date)} {row[SbSearchTerm.Columns.SearchTerm]}: {row.GetDecimal(SbSearchTerm.Columns.Cost)}");
            }
        }
        // </typed>
    }

    public static ReportRequest AllColumns()
    {
        // <all-columns>
        string[] groupBys = [SpCampaigns.GroupBys.Campaign];
        ReportRequest request = new()
        {
            ReportTypeId = SpCampaigns.Id,
            GroupBy = groupBys,
            Columns =
            [
                .. SpCampaigns.Type.Columns.Select(column => column.Name)
                    .Where(column => SpCampaigns.Type.IsColumnAllowed(groupBys, column) && column != SpCampaigns.Columns.Date),
            ],
            TimeUnit = ReportTimeUnit.Summary,
            StartDate = new DateOnly(2026, 3, 1),
            EndDate = new DateOnly(2026, 3, 14),
        };
        // </all-columns>
        return request;
    }

    public static ReportRequest EscapeHatch()
    {
        // <escape-hatch>
        ReportRequest request = new()
        {
            ReportTypeId = SpCampaigns.Id,
            GroupBy = [SpCampaigns.GroupBys.Campaign],
            Columns = [SpCampaigns.Columns.Date, "aColumnOfNextYear"],
            StartDate = new DateOnly(2026, 3, 1),
            EndDate = new DateOnly(2026, 3, 14),
            AllowUnlisted = true,
        };
        // </escape-hatch>
        return request;
    }
}
