using Microsoft.EntityFrameworkCore;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Records;

/// <summary>Sums over rows of <c>performance_facts</c>. Counts are 32 bits there, so that they are widened first.</summary>
internal static class FactSums
{
    /// <summary>By currency.</summary>
    public static IQueryable<SummedFigures> ByCurrency(IQueryable<Dictionary<string, object>> rows) =>
        rows.GroupBy(row => EF.Property<string>(row, "currency")).Select(group => new SummedFigures
        {
            Currency = group.Key,
            Rows = group.LongCount(),
            Impressions = group.Sum(row => (long?)EF.Property<int?>(row, "impressions")),
            Clicks = group.Sum(row => (long?)EF.Property<int?>(row, "clicks")),
            Cost = group.Sum(row => EF.Property<decimal?>(row, "cost")),
            Sales = group.Sum(row => EF.Property<decimal?>(row, "sales")),
            Orders = group.Sum(row => (long?)EF.Property<int?>(row, "orders")),
            Units = group.Sum(row => (long?)EF.Property<int?>(row, "units")),
        });

    /// <summary>By an id of the rows, kind of target and currency.</summary>
    public static IQueryable<SummedFigures> ByEntity(IQueryable<Dictionary<string, object>> rows, string idColumn) =>
        rows.GroupBy(row => new
        {
            Id = EF.Property<long?>(row, idColumn),
            IsKeyword = EF.Property<string?>(row, "target_kind") == "keyword",
            Currency = EF.Property<string>(row, "currency"),
        }).Select(group => new SummedFigures
        {
            Id = group.Key.Id,
            IsKeyword = group.Key.IsKeyword,
            Currency = group.Key.Currency,
            Rows = group.LongCount(),
            Impressions = group.Sum(row => (long?)EF.Property<int?>(row, "impressions")),
            Clicks = group.Sum(row => (long?)EF.Property<int?>(row, "clicks")),
            Cost = group.Sum(row => EF.Property<decimal?>(row, "cost")),
            Sales = group.Sum(row => EF.Property<decimal?>(row, "sales")),
            Orders = group.Sum(row => (long?)EF.Property<int?>(row, "orders")),
            Units = group.Sum(row => (long?)EF.Property<int?>(row, "units")),
        });
}
