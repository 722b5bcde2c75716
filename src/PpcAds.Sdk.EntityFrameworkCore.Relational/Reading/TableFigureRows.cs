using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>Sums of rows of <c>performance_facts</c> by key, and by day.</summary>
internal static class TableFigureRows
{
    /// <summary>The rows of a selection in a profile and dataset.</summary>
    public static IQueryable<Dictionary<string, object>> Of(DbContext context, int scopeId, PerformanceSelection selection)
    {
        IQueryable<Dictionary<string, object>> rows = FactRows.Of(context, scopeId)
            .Where(FactRows.Between(selection.Period.From, selection.Period.To))
            .Where(row => EF.Property<string>(row, FactRows.Currency) == selection.CurrencyCode);
        if (selection.CampaignId is { } campaign)
        {
            rows = rows.Where(row => EF.Property<long>(row, FactRows.CampaignId) == campaign.Value);
        }

        if (selection.AdGroupId is { } adGroup)
        {
            rows = rows.Where(row => EF.Property<long?>(row, FactRows.AdGroupId) == adGroup.Value);
        }

        if (selection.KeywordId is { } keyword)
        {
            rows = rows.Where(row => EF.Property<long?>(row, FactRows.TargetId) == keyword.Value
                && EF.Property<string?>(row, "target_kind") == "keyword");
        }

        return selection.TargetId is { } target
            ? rows.Where(row => EF.Property<long?>(row, FactRows.TargetId) == target.Value
                && EF.Property<string?>(row, "target_kind") != "keyword")
            : rows;
    }

    /// <summary>Sums by key, with what the newest row of each key says.</summary>
    public static IQueryable<TableFigureRow> ByKey(IQueryable<Dictionary<string, object>> rows) => Sums(rows).Join(
        rows,
        sums => new { sums.CampaignId, sums.Detail, sums.Date },
        row => new
        {
            CampaignId = EF.Property<long>(row, FactRows.CampaignId),
            Detail = EF.Property<Guid>(row, FactRows.Detail),
            Date = EF.Property<DateOnly>(row, FactRows.Date),
        },
        (sums, row) => new TableFigureRow
        {
            CampaignId = sums.CampaignId,
            Detail = sums.Detail,
            AdGroupId = EF.Property<long?>(row, FactRows.AdGroupId),
            AdId = EF.Property<long?>(row, "ad_id"),
            TargetId = EF.Property<long?>(row, FactRows.TargetId),
            TargetKind = EF.Property<string?>(row, "target_kind"),
            TargetText = EF.Property<string?>(row, "target_text"),
            MatchType = EF.Property<string?>(row, "match_type"),
            SearchTerm = EF.Property<string?>(row, "search_term"),
            Placement = EF.Property<string?>(row, "placement"),
            AdvertisedAsin = EF.Property<string?>(row, "advertised_asin"),
            AdvertisedSku = EF.Property<string?>(row, "advertised_sku"),
            Impressions = sums.Impressions,
            Clicks = sums.Clicks,
            Cost = sums.Cost,
            Sales = sums.Sales,
            Orders = sums.Orders,
            Units = sums.Units,
        });

    private static IQueryable<TableFigureRow> Sums(IQueryable<Dictionary<string, object>> rows) => rows
        .GroupBy(row => new
        {
            CampaignId = EF.Property<long>(row, FactRows.CampaignId),
            Detail = EF.Property<Guid>(row, FactRows.Detail),
        })
        .Select(group => new TableFigureRow
        {
            CampaignId = group.Key.CampaignId,
            Detail = group.Key.Detail,
            Date = group.Max(row => EF.Property<DateOnly>(row, FactRows.Date)),
            Impressions = group.Sum(row => (long?)EF.Property<int?>(row, "impressions")),
            Clicks = group.Sum(row => (long?)EF.Property<int?>(row, "clicks")),
            Cost = group.Sum(row => EF.Property<decimal?>(row, "cost")),
            Sales = group.Sum(row => EF.Property<decimal?>(row, "sales")),
            Orders = group.Sum(row => (long?)EF.Property<int?>(row, "orders")),
            Units = group.Sum(row => (long?)EF.Property<int?>(row, "units")),
        });

    /// <summary>Rows of single keys as they are; without keys the sums of days.</summary>
    public static IQueryable<TableFigureRow> ByDay(IQueryable<Dictionary<string, object>> rows, IReadOnlySet<string>? keys)
    {
        if (keys is null)
        {
            return rows.GroupBy(row => EF.Property<DateOnly>(row, FactRows.Date)).Select(group => new TableFigureRow
            {
                Date = group.Key,
                Impressions = group.Sum(row => (long?)EF.Property<int?>(row, "impressions")),
                Clicks = group.Sum(row => (long?)EF.Property<int?>(row, "clicks")),
                Cost = group.Sum(row => EF.Property<decimal?>(row, "cost")),
                Sales = group.Sum(row => EF.Property<decimal?>(row, "sales")),
                Orders = group.Sum(row => (long?)EF.Property<int?>(row, "orders")),
                Units = group.Sum(row => (long?)EF.Property<int?>(row, "units")),
            });
        }

        long[] campaigns =
        [
            .. keys.Select(key => EntityKeyText.TryRead(key, out long campaign, out _) ? campaign : 0).Distinct(),
        ];
        return rows.Where(row => campaigns.Contains(EF.Property<long>(row, FactRows.CampaignId)))
            .Select(row => new TableFigureRow
            {
                Date = EF.Property<DateOnly>(row, FactRows.Date),
                CampaignId = EF.Property<long>(row, FactRows.CampaignId),
                Detail = EF.Property<Guid>(row, FactRows.Detail),
                Impressions = (long?)EF.Property<int?>(row, "impressions"),
                Clicks = (long?)EF.Property<int?>(row, "clicks"),
                Cost = EF.Property<decimal?>(row, "cost"),
                Sales = EF.Property<decimal?>(row, "sales"),
                Orders = (long?)EF.Property<int?>(row, "orders"),
                Units = (long?)EF.Property<int?>(row, "units"),
            });
    }
}
