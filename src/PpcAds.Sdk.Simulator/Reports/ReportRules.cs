namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>What Amazon Ads reporting v3 refuses.</summary>
internal static class ReportRules
{
    private const int MaxAdvertiserIds = 100;

    /// <summary>The first thing that is wrong, or null.</summary>
    public static string? FindFault(ReportAsk ask, Catalogue catalogue, ReportRetention retention, DateOnly today)
    {
        if (catalogue.Find(ask.ReportTypeId) is not { } type)
        {
            return $"configuration reportTypeId '{ask.ReportTypeId}' is not supported. Supported: "
                + $"{string.Join(", ", catalogue.Names)}.";
        }

        return FaultInConfiguration(ask, type)
            ?? FaultInFilters(ask, type)
            ?? FaultInDates(ask, type, retention.GetDaysTaken(type.Id), today);
    }

    private static string? FaultInConfiguration(ReportAsk ask, CatalogueType type)
    {
        if (ask.AdProduct != type.AdProduct)
        {
            return $"configuration adProduct '{ask.AdProduct}' does not go with {type.Id}. Allowed: {type.AdProduct}.";
        }

        if (ask.GroupBy.FirstOrDefault(name => !type.GroupBys.ContainsKey(name)) is { } groupBy)
        {
            return $"configuration groupBy '{groupBy}' is not supported. Allowed values: "
                + $"({string.Join(", ", type.GroupBys.Keys)}).";
        }

        IReadOnlySet<string> allowed = type.ColumnsFor(ask.GroupBy);
        string[] unknown = [.. ask.Columns.Where(column => !allowed.Contains(column))];
        if (unknown.Length > 0)
        {
            return $"configuration columns includes invalid values: ({string.Join(", ", unknown)}). "
                + $"Allowed values: ({string.Join(", ", allowed.Order(StringComparer.Ordinal))}).";
        }

        if (ask.Columns.Distinct().Count() != ask.Columns.Count || ask.GroupBy.Distinct().Count() != ask.GroupBy.Count)
        {
            return "configuration columns and groupBy must not name anything twice.";
        }

        if (!type.TimeUnits.Contains(ask.TimeUnit))
        {
            return $"configuration timeUnit '{ask.TimeUnit}' is not supported. Allowed: {string.Join(", ", type.TimeUnits)}.";
        }

        if (ask.Format != "GZIP_JSON")
        {
            return $"configuration format '{ask.Format}' is not supported. Allowed: GZIP_JSON.";
        }

        return ask.TimeUnit == "SUMMARY" && ask.Columns.Contains("date")
            ? "configuration columns must not include date with timeUnit SUMMARY; use startDate and endDate."
            : FaultOfType(ask, type);
    }

    private static string? FaultOfType(ReportAsk ask, CatalogueType type) => type.Id switch
    {
        "dspInventory" when !ask.GroupBy.Contains("supplySource") && !ask.GroupBy.Contains("site") =>
            "configuration groupBy must include supplySource or site.",
        "dspBrandSuitability" when ask.GroupBy.Contains("contentCategory") && ask.GroupBy.Contains("inventoryTier") =>
            "configuration groupBy must not include both contentCategory and inventoryTier.",
        "dspBidAdjustment" when ask.TimeUnit == "SUMMARY" && ask.Columns.Contains("matchRate") =>
            "configuration columns must not include matchRate with timeUnit SUMMARY.",
        _ => null,
    };

    private static string? FaultInFilters(ReportAsk ask, CatalogueType type)
    {
        if (ask.Filters.Count > 0 && ask.GroupBy.Count > 1 && type.Id == "spCampaigns")
        {
            return "configuration filters can be used with one groupBy only.";
        }

        foreach ((string field, IReadOnlyList<string> values) in ask.Filters)
        {
            if (!ask.GroupBy.All(name => type.GroupBys[name].Filters.Contains(field)))
            {
                return $"configuration filters: field '{field}' is not supported by every groupBy.";
            }

            if (field == "advertiserId" && values.Count > MaxAdvertiserIds)
            {
                return $"configuration filters: advertiserId takes at most {MaxAdvertiserIds} values.";
            }

            foreach (string name in ask.GroupBy)
            {
                if (type.GroupBys[name].FilterValues.TryGetValue(field, out IReadOnlySet<string>? allowed)
                    && allowed.Count > 0
                    && values.FirstOrDefault(value => !allowed.Contains(value)) is { } wrong)
                {
                    return $"configuration filters: value '{wrong}' of {field} is not supported. "
                        + $"Allowed values: ({string.Join(", ", allowed)}).";
                }
            }
        }

        return null;
    }

    private static string? FaultInDates(ReportAsk ask, CatalogueType type, int? daysTaken, DateOnly today)
    {
        int days = ask.End.DayNumber - ask.Start.DayNumber + 1;
        int most = type.MaxDateRangeDaysByTimeUnit.GetValueOrDefault(ask.TimeUnit, type.MaxDateRangeDays);
        return days switch
        {
            < 1 => "startDate must not be after endDate.",
            _ when days > most => $"The date range of {days} days is more than the {most} days of {type.Id}.",
            _ when ask.End >= today => $"endDate must be before today, {today:yyyy-MM-dd} in the profile's time zone.",
            _ when daysTaken is { } taken && ask.Start < today.AddDays(-taken) =>
                $"startDate must not be more than {taken} days ago.",
            _ => null,
        };
    }
}
