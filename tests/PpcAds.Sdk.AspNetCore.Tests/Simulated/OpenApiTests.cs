using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>
/// The sample's OpenAPI document says of every field and parameter what it is, what it may be, and whether it is always
/// there.
/// </summary>
public sealed class OpenApiTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly string[] Money = ["cost", "sales", "cpc", "budget", "bid", "default_bid", "sales_7d",
        "sales_promoted", "kindle_royalties"];

    /// <summary>What a caller may leave out, and what only some answers have.</summary>
    private static readonly string[] Optional = ["AccountChange", "SyncBody", "MetricsResponse"];

    [Fact]
    public async Task Every_field_is_described()
    {
        List<string> fields = [];
        foreach ((string schema, string name, JsonObject field) in Fields(await ReadAsync()))
        {
            fields.Add(name);
            field["description"]?.GetValue<string>().Should().NotBeNullOrWhiteSpace($"{schema}.{name}");
            (field["description"] is not null).Should().BeTrue($"{schema}.{name} has a description");
        }

        fields.Should().HaveCountGreaterThan(200);
    }

    [Fact]
    public async Task Every_parameter_is_described_and_says_whether_it_is_required()
    {
        List<string> required = [];
        int count = 0;
        foreach ((string operation, JsonObject parameter) in Parameters(await ReadAsync()))
        {
            count++;
            string name = parameter["name"]!.GetValue<string>();
            parameter["description"]?.GetValue<string>().Should().NotBeNullOrWhiteSpace($"{operation} {name}");
            (parameter["description"] is not null).Should().BeTrue($"{operation} {name} has a description");
            if (parameter["required"]?.GetValue<bool>() == true)
            {
                required.Add(name);
            }
        }

        count.Should().BeGreaterThan(40);
        required.Distinct().Should().BeEquivalentTo("accountId", "runId", "account_id", "ad_product", "grain");
    }

    [Fact]
    public async Task What_an_answer_always_has_is_required()
    {
        foreach ((string schema, JsonObject shape) in Schemas(await ReadAsync()).Where(pair => !Optional.Contains(pair.Name)))
        {
            string[] required = [.. shape["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? []];
            string[] left = [.. shape["properties"]!.AsObject().Select(pair => pair.Key).Except(required)];

            left.Should().BeSubsetOf(
                ["detail", "errors", "account_id", "trace_id", "top_of_search_impression_share", "extra", "external_key",
                    "region", "consented_at"],
                schema);
            required.Should().NotBeEmpty(schema);
        }
    }

    [Fact]
    public async Task Money_is_text()
    {
        List<string> seen = [];
        foreach ((string schema, string name, JsonObject field) in Fields(await ReadAsync()).Where(field => Money.Contains(
            field.Name)))
        {
            seen.Add(name);
            TypesOf(field).Should().Contain("string", $"{schema}.{name}").And.NotContain("number");
        }

        seen.Distinct().Should().BeEquivalentTo(Money);
    }

    [Theory]
    [InlineData("AccountResponse", "status", typeof(AccountStatus))]
    [InlineData("RunResponse", "state", typeof(QueuedRunState))]
    [InlineData("ReportJobResponse", "state", typeof(ReportJobState))]
    [InlineData("ReportJobResponse", "reason", typeof(PlanReason))]
    public async Task The_values_are_those_that_there_are(string schema, string name, Type type)
    {
        JsonObject field = Fields(await ReadAsync()).Single(field => field.Schema == schema && field.Name == name).Field;

        field["enum"]!.AsArray().Select(value => value!.GetValue<string>())
            .Should().BeEquivalentTo(Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
    }

    [Fact]
    public async Task Choices_have_their_values()
    {
        JsonObject document = await ReadAsync();

        Fields(document).Where(field => field.Name is "ad_product" or "kind" or "outcome" or "region" or "target_kind")
            .Should().HaveCountGreaterThan(8).And.OnlyContain(field => field.Field["enum"] != null);
        Parameters(document).Select(pair => pair.Parameter).Where(parameter =>
            parameter["name"]!.GetValue<string>() is "ad_product" or "grain" or "totals")
            .Should().HaveCountGreaterThan(2).And.OnlyContain(parameter => parameter["schema"]!["enum"] != null);
    }

    private async Task<JsonObject> ReadAsync()
    {
        using HttpClient client = host.CreateClient();
        string text = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        if (Environment.GetEnvironmentVariable("PPCADS_OPENAPI") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, text);
        }

        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The schemas of the SDK's endpoints; the sample's own are the sample's.</summary>
    private static IEnumerable<(string Name, JsonObject Shape)> Schemas(JsonObject document) =>
        document["components"]!["schemas"]!.AsObject()
            .Where(pair => pair.Value!["properties"] is not null && pair.Key is not ("Order" or "SimulatorDescription"))
            .Select(pair => (pair.Key, pair.Value!.AsObject()));

    private static IEnumerable<(string Schema, string Name, JsonObject Field)> Fields(JsonObject document) =>
        Schemas(document).SelectMany(schema => schema.Shape["properties"]!.AsObject().Select(field => (schema.Name, field.Key,
            field.Value!.AsObject())));

    private static IEnumerable<(string Operation, JsonObject Parameter)> Parameters(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        where path.Key.StartsWith("/api/v1", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        from parameter in operation.Value!["parameters"]?.AsArray() ?? []
        select ($"{operation.Key} {path.Key}", parameter!.AsObject());

    private static IEnumerable<string> TypesOf(JsonObject field) => field["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()),
        { } type => [type.GetValue<string>()],
        null => [],
    };
}
