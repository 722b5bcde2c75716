using System.Text.Json;

namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>Reads report-types.json, and settles what its sources leave open.</summary>
internal static class CatalogueSource
{
    // The page gives these to the groupings campaign and ad, and a request example of the OpenAPI file requests them by creative.
    private static readonly string[] DspCampaignColumnsOfAnyGroupBy =
        ["reach", "householdReach", "frequencyAverage", "householdFrequencyAverage"];

    public static IReadOnlyList<ReportTypeSource> Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        // A column that only an example names has no type of its own; the same name in another report type has it.
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (JsonProperty column in document.RootElement.EnumerateArray().SelectMany(type => type.GetProperty("columns").EnumerateObject()))
        {
            kinds.TryAdd(column.Name, KindOf(column));
        }

        return
        [
            .. document.RootElement.EnumerateArray().Select(type => ReadType(type, kinds)).OrderBy(type => type.Id, StringComparer.Ordinal),
        ];
    }

    private static ReportTypeSource ReadType(JsonElement type, Dictionary<string, string> kinds)
    {
        string id = Text(type, "reportTypeId");
        GroupBySource[] groupBys = [.. type.GetProperty("groupBy").EnumerateObject().Select(ReadGroupBy)];
        string[] baseColumns = Strings(type, "baseColumns");
        var added = groupBys.SelectMany(groupBy => groupBy.AdditionalColumns).ToHashSet(StringComparer.Ordinal);
        return new ReportTypeSource
        {
            Id = id,
            AdProduct = Text(type, "adProduct"),
            Title = Text(type, "title"),
            TimeUnits = [.. Strings(type, "timeUnit").Order(StringComparer.Ordinal)],
            Formats = Strings(type, "format"),
            MaxDateRangeDays = type.GetProperty("maxDateRangeDays").GetInt32(),
            MaxDateRangeDaysByTimeUnit = type.TryGetProperty("maxDateRangeDaysByTimeUnit", out JsonElement ranges)
                ? [.. ranges.EnumerateObject().Select(range => KeyValuePair.Create(range.Name, range.Value.GetInt32()))]
                : [],
            RetentionDays = type.GetProperty("retentionDays").GetInt32(),
            GroupBys = groupBys,
            Columns =
            [
                .. type.GetProperty("columns").EnumerateObject().Select(column => new ColumnSource(column.Name, KindOf(column), true)),
                .. Strings(type, "openApiExampleOnlyColumns").Select(name => new ColumnSource(name, kinds.GetValueOrDefault(name, "Unknown"), false)),
            ],
            ExampleFilters = type.TryGetProperty("openApiExampleOnlyFilters", out JsonElement filters)
                ? [.. filters.EnumerateObject().Select(filter => new FilterSource(filter.Name, Strings(filter.Value)))]
                : [],
            AlsoWithAnyGroupBy =
            [
                .. baseColumns.Concat(id == "dspCampaign" ? DspCampaignColumnsOfAnyGroupBy : []).Where(added.Contains),
            ],
            HasDisputedGroupBys = !Strings(type, "groupByInConfigurationTable").ToHashSet(StringComparer.Ordinal)
                .SetEquals(groupBys.Select(groupBy => groupBy.Name)),
        };
    }

    private static GroupBySource ReadGroupBy(JsonProperty groupBy)
    {
        bool hasValues = groupBy.Value.TryGetProperty("filterValues", out JsonElement values);
        return new GroupBySource(
            groupBy.Name,
            Strings(groupBy.Value, "additionalMetrics"),
            [.. Strings(groupBy.Value, "filters").Select(field => new FilterSource(field, hasValues ? Strings(values, field) : []))]);
    }

    private static string KindOf(JsonProperty column) => column.Value.GetProperty("type").GetString() switch
    {
        "Integer" or "Long" => "Integer",
        "Decimal" => "Decimal",

        // Amazon types days as strings. Only these three are written YYYY-MM-DD for sure; the form of the DSP's is open.
        "String" when column.Name is "date" or "startDate" or "endDate" => "Date",
        "String" => "Text",
        _ => "Unknown",
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? Strings(list) : [];

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
