using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>Rows of <c>performance_facts</c> in the order of their key.</summary>
internal static class PerformancePage
{
    /// <summary>The rows after one.</summary>
    /// <param name="rows">The rows of a profile and dataset.</param>
    /// <param name="after">The row that they come after; <see langword="null"/> for the first ones.</param>
    /// <param name="count">How many at most.</param>
    public static IQueryable<Dictionary<string, object>> After(
        IQueryable<Dictionary<string, object>> rows, RowPlace? after, int count)
    {
        if (after is { } last)
        {
            var detail = new Guid(last.ToDetail(), true);
            rows = rows.Where(row => EF.Property<DateOnly>(row, FactRows.Date) > last.Date
                || (EF.Property<DateOnly>(row, FactRows.Date) == last.Date
                    && (EF.Property<long>(row, FactRows.CampaignId) > last.CampaignId
                        || (EF.Property<long>(row, FactRows.CampaignId) == last.CampaignId
                            && EF.Property<Guid>(row, FactRows.Detail) > detail))));
        }

        return rows.OrderBy(row => EF.Property<DateOnly>(row, FactRows.Date))
            .ThenBy(row => EF.Property<long>(row, FactRows.CampaignId))
            .ThenBy(row => EF.Property<Guid>(row, FactRows.Detail))
            .Take(count);
    }
}
