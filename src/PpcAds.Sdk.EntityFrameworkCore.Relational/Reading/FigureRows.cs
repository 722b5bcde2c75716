using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>Reads figures, and no more of a row.</summary>
internal static class FigureRows
{
    /// <summary>The days of a query.</summary>
    public static (DateOnly First, DateOnly Last) DaysOf(FigureQuery query) =>
        (query.StartDate ?? DateOnly.MinValue, query.EndDate ?? DateOnly.MaxValue);

    /// <summary>Figures as they are stored.</summary>
    public static IQueryable<FigureRow> Facts(DbContext context, int scopeId, FigureQuery query)
    {
        (DateOnly first, DateOnly last) = DaysOf(query);
        return FactRows.Of(context, scopeId).Where(FactRows.Between(first, last)).Select(row => new FigureRow
        {
            Date = EF.Property<DateOnly>(row, "date"),
            CampaignId = EF.Property<long>(row, "campaign_id"),
            Detail = EF.Property<Guid>(row, "detail"),
            Impressions = EF.Property<int?>(row, "impressions"),
            Clicks = EF.Property<int?>(row, "clicks"),
            Cost = EF.Property<decimal?>(row, "cost"),
            Sales = EF.Property<decimal?>(row, "sales"),
            Orders = EF.Property<int?>(row, "orders"),
            Units = EF.Property<int?>(row, "units"),
        });
    }

    /// <summary>By what loads changed them after the instant of the query.</summary>
    public static IQueryable<FigureRow> Changes(DbContext context, int scopeId, FigureQuery query)
    {
        (DateOnly first, DateOnly last) = DaysOf(query);
        DateTimeOffset after = query.KnownAt ?? DateTimeOffset.MinValue;
        return context.Set<Dictionary<string, object>>(ChangeTable.Name).AsNoTracking()
            .Where(row => EF.Property<int>(row, FactRows.ScopeId) == scopeId)
            .Where(row => EF.Property<DateTimeOffset>(row, "known_at") > after)
            .Where(FactRows.Between(first, last)).Select(row => new FigureRow
            {
                KnownAt = EF.Property<DateTimeOffset>(row, "known_at"),
                Date = EF.Property<DateOnly>(row, "date"),
                CampaignId = EF.Property<long>(row, "campaign_id"),
                Detail = EF.Property<Guid>(row, "detail"),
                Impressions = EF.Property<int?>(row, "impressions"),
                Clicks = EF.Property<int?>(row, "clicks"),
                Cost = EF.Property<decimal?>(row, "cost"),
                Sales = EF.Property<decimal?>(row, "sales"),
                Orders = EF.Property<int?>(row, "orders"),
                Units = EF.Property<int?>(row, "units"),
            });
    }
}
