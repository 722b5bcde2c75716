using System.Text.Json;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>All report types with their columns and limits, read from Amazon's documentation.</summary>
internal sealed class Catalogue
{
    private const string Resource = "PpcAds.Sdk.Simulator.report-types.json";
    private readonly Dictionary<string, CatalogueType> _types;

    public Catalogue()
    {
        using Stream stream = typeof(Catalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using JsonDocument document = JsonDocument.Parse(stream);
        _types = document.RootElement.EnumerateArray().Select(Read).ToDictionary(type => type.Id);
    }

    public IEnumerable<string> Names => _types.Keys;

    public CatalogueType? Find(string id) => _types.GetValueOrDefault(id);

    private static CatalogueType Read(JsonElement type)
    {
        // Columns that only Amazon's own request examples know are as good as documented ones.
        IEnumerable<string> exampleColumns =
            type.TryGetProperty("openApiExampleOnlyColumns", out JsonElement extra) ? Strings(extra) : [];
        return new CatalogueType(
            type.GetProperty("reportTypeId").GetString()!,
            type.GetProperty("adProduct").GetString()!,
            type.GetProperty("groupBy").EnumerateObject()
                .ToDictionary(member => member.Name, member => ReadGroupBy(member.Value)),
            [.. Strings(type.GetProperty("timeUnit"))],
            type.GetProperty("maxDateRangeDays").GetInt32(),
            type.TryGetProperty("maxDateRangeDaysByTimeUnit", out JsonElement ranges)
                ? ranges.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt32())
                : [],
            Strings(type.GetProperty("baseColumns")).Concat(exampleColumns).ToHashSet(),
            type.GetProperty("columns").EnumerateObject().ToDictionary(
                member => member.Name,
                member => member.Value.TryGetProperty("type", out JsonElement kind) ? kind.GetString() ?? "String" : "String"));
    }

    private static CatalogueGroupBy ReadGroupBy(JsonElement groupBy) => new(
        Strings(groupBy.GetProperty("additionalMetrics")).ToHashSet(),
        Strings(groupBy.GetProperty("filters")).ToHashSet(),
        groupBy.TryGetProperty("filterValues", out JsonElement values) && values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject()
                .ToDictionary(member => member.Name, member => (IReadOnlySet<string>)Strings(member.Value).ToHashSet())
            : new Dictionary<string, IReadOnlySet<string>>());

    private static IEnumerable<string> Strings(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Select(item => item.ToString()) : [];
}
