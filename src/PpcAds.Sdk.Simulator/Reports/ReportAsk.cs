using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>A create request for a report, after strict parsing.</summary>
internal sealed record ReportAsk(
    string? Name,
    DateOnly Start,
    DateOnly End,
    string AdProduct,
    string ReportTypeId,
    IReadOnlyList<string> GroupBy,
    IReadOnlyList<string> Columns,
    string TimeUnit,
    string Format,
    IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Filters)
{
    private static readonly string[] Members = ["name", "startDate", "endDate", "configuration"];
    private static readonly string[] ConfigurationMembers =
        ["adProduct", "reportTypeId", "groupBy", "columns", "timeUnit", "format", "filters"];

    /// <summary>What makes two asks the same report; the name and the order of lists do not count.</summary>
    public string Fingerprint => string.Join(
        '|',
        Start,
        End,
        AdProduct,
        ReportTypeId,
        string.Join(',', GroupBy.Order(StringComparer.Ordinal)),
        string.Join(',', Columns.Order(StringComparer.Ordinal)),
        TimeUnit,
        Format,
        string.Join(
            ',',
            Filters.SelectMany(filter => filter.Values.Select(value => $"{filter.Field}={value}"))
                .Order(StringComparer.Ordinal)));

    /// <exception cref="FormatException">The body is not a create request; the message says why.</exception>
    public static ReportAsk Read(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new FormatException("The body is not JSON.");
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            RefuseOthers(root, "the request", Members);
            JsonElement configuration = Required(root, "configuration", JsonValueKind.Object);
            RefuseOthers(configuration, "configuration", ConfigurationMembers);
            return new ReportAsk(
                root.TryGetProperty("name", out JsonElement name) ? Text(name, "name") : null,
                Date(root, "startDate"),
                Date(root, "endDate"),
                Text(Required(configuration, "adProduct", JsonValueKind.String), "adProduct"),
                Text(Required(configuration, "reportTypeId", JsonValueKind.String), "reportTypeId"),
                Texts(Required(configuration, "groupBy", JsonValueKind.Array), "groupBy"),
                Texts(Required(configuration, "columns", JsonValueKind.Array), "columns"),
                Text(Required(configuration, "timeUnit", JsonValueKind.String), "timeUnit"),
                Text(Required(configuration, "format", JsonValueKind.String), "format"),
                ReadFilters(configuration));
        }
    }

    public JsonObject ToConfiguration() => new()
    {
        ["adProduct"] = AdProduct,
        ["reportTypeId"] = ReportTypeId,
        ["groupBy"] = Array(GroupBy),
        ["columns"] = Array(Columns),
        ["timeUnit"] = TimeUnit,
        ["format"] = Format,
        ["filters"] = Filters.Count == 0
            ? null
            : new JsonArray(
                [
                    .. Filters.Select(
                        filter => (JsonNode)new JsonObject { ["field"] = filter.Field, ["values"] = Array(filter.Values) }),
                ]),
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static List<(string Field, IReadOnlyList<string> Values)> ReadFilters(JsonElement configuration)
    {
        var filters = new List<(string, IReadOnlyList<string>)>();
        if (!configuration.TryGetProperty("filters", out JsonElement array) || array.ValueKind == JsonValueKind.Null)
        {
            return filters;
        }

        foreach (JsonElement filter in Required(configuration, "filters", JsonValueKind.Array).EnumerateArray())
        {
            filters.Add((
                Text(Required(filter, "field", JsonValueKind.String), "field"),
                Texts(Required(filter, "values", JsonValueKind.Array), "values")));
        }

        return filters;
    }

    private static JsonElement Required(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"{name} is missing or no {kind}.");

    private static DateOnly Date(JsonElement root, string name) =>
        DateOnly.TryParseExact(
            Text(Required(root, name, JsonValueKind.String), name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly date)
            ? date
            : throw new FormatException($"{name} must have the form YYYY-MM-DD.");

    private static List<string> Texts(JsonElement array, string name)
    {
        List<string> texts = [.. array.EnumerateArray().Select(item => Text(item, name))];
        return texts.Count > 0 ? texts : throw new FormatException($"{name} must not be empty.");
    }

    private static string Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"{name} must be text.");

    private static void RefuseOthers(JsonElement value, string where, string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{where} must be an object.");
        }

        foreach (JsonProperty member in value.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            throw new FormatException($"{where} has no member '{member.Name}'.");
        }
    }
}
