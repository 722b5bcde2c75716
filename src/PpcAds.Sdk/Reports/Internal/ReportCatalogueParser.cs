using System.Text.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>Reads the embedded <c>report-types.json</c>.</summary>
internal static class ReportCatalogueParser
{
    private const string ResourceName = "PpcAds.Sdk.Reports.report-types.json";

    // The page gives these to the groupings campaign and ad, and a request example of the OpenAPI file asks for them by creative.
    private static readonly string[] DspCampaignColumnsOfAnyGroupBy =
        ["reach", "householdReach", "frequencyAverage", "householdFrequencyAverage"];

    public static ReportCatalogue ParseEmbedded()
    {
        using Stream stream = typeof(ReportCatalogueParser).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly carries no resource {ResourceName}: it was built wrongly.");
        using JsonDocument document = JsonDocument.Parse(stream);

        // A column that only an example names has no type of its own; the same name in another report type tells it.
        Dictionary<string, ReportColumnKind> kinds = new(StringComparer.Ordinal);
        foreach (JsonProperty column in document.RootElement.EnumerateArray().SelectMany(type => type.GetProperty("columns").EnumerateObject()))
        {
            kinds.TryAdd(column.Name, KindOf(column));
        }

        ReportType[] types = [.. document.RootElement.EnumerateArray().Select(type => ParseType(type, kinds))];
        Array.Sort(types, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new ReportCatalogue(types);
    }

    private static ReportType ParseType(JsonElement type, Dictionary<string, ReportColumnKind> kinds)
    {
        ReportGroupBy[] groupBys = [.. type.GetProperty("groupBy").EnumerateObject().Select(ParseGroupBy)];
        List<ReportColumn> columns = [];
        foreach (JsonProperty column in type.GetProperty("columns").EnumerateObject())
        {
            columns.Add(new ReportColumn(column.Name, KindOf(column), isDocumented: true));
        }

        string[] exampleColumns = Strings(type, "openApiExampleOnlyColumns");
        foreach (string column in exampleColumns)
        {
            columns.Add(new ReportColumn(column, kinds.GetValueOrDefault(column), isDocumented: false));
        }

        string[] groupBysOfTable = Strings(type, "groupByInConfigurationTable");
        string id = Text(type, "reportTypeId");
        string[] disputedColumns = id == ReportTypeIds.DspCampaign ? DspCampaignColumnsOfAnyGroupBy : [];
        return new ReportType(columns, groupBys, [.. Strings(type, "baseColumns"), .. exampleColumns, .. disputedColumns])
        {
            Id = id,
            AdProduct = Text(type, "adProduct"),
            Title = Text(type, "title"),
            TimeUnits = [.. Strings(type, "timeUnit").Select(unit => new ReportTimeUnit(unit)).OrderBy(unit => unit.Value, StringComparer.Ordinal)],
            Formats = Strings(type, "format"),
            MaxDateRangeDays = type.GetProperty("maxDateRangeDays").GetInt32(),
            RetentionDays = type.GetProperty("retentionDays").GetInt32(),
            ExampleFilters = type.TryGetProperty("openApiExampleOnlyFilters", out JsonElement filters)
                ? [.. filters.EnumerateObject().Select(filter => new ReportGroupByFilter(filter.Name, Strings(filter.Value)))]
                : [],
            HasDisputedGroupBys = !groupBysOfTable.ToHashSet(StringComparer.Ordinal).SetEquals(groupBys.Select(groupBy => groupBy.Name)),
        };
    }

    private static ReportGroupBy ParseGroupBy(JsonProperty groupBy)
    {
        bool hasValues = groupBy.Value.TryGetProperty("filterValues", out JsonElement values);
        return new ReportGroupBy(
            groupBy.Name,
            Strings(groupBy.Value, "additionalMetrics"),
            [
                .. Strings(groupBy.Value, "filters").Select(field => new ReportGroupByFilter(
                    field, hasValues ? Strings(values, field) : [])),
            ]);
    }

    private static ReportColumnKind KindOf(JsonProperty column) => column.Value.GetProperty("type").GetString() switch
    {
        "Integer" or "Long" => ReportColumnKind.Integer,
        "Decimal" => ReportColumnKind.Decimal,

        // Amazon types days as strings. Only these three are written YYYY-MM-DD for sure; the form of the DSP's is open.
        "String" when column.Name is "date" or "startDate" or "endDate" => ReportColumnKind.Date,
        "String" => ReportColumnKind.Text,
        _ => ReportColumnKind.Unknown,
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? Strings(list) : [];

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
