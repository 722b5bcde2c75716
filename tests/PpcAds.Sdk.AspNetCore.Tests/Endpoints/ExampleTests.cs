using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Accounts;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.AspNetCore.Reading;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>The examples are ones: each is read back as what the endpoint says it is.</summary>
public sealed class ExampleTests
{
    private static readonly JsonSerializerContext[] Contexts = [AccountsJsonContext.Default, IngestionJsonContext.Default, ReadingJsonContext.Default];

    [Fact]
    public async Task Every_endpoint_has_examples_that_fit_its_types()
    {
        await using TestApi api = await TestApi.StartAsync();

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            IReadOnlyList<PpcAdsExample> examples = endpoint.Metadata.GetOrderedMetadata<PpcAdsExample>();
            IReadOnlyList<IProducesResponseTypeMetadata> answers = endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>();
            foreach (IProducesResponseTypeMetadata answer in answers.Where(answer => answer.StatusCode < 300 && answer.StatusCode != 204))
            {
                PpcAdsExample example = examples.Single(example => example.StatusCode == answer.StatusCode);
                Check(example, answer.Type!, endpoint);
            }

            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } request })
            {
                Check(examples.Single(example => example.StatusCode is null), request, endpoint);
            }

            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>().Should().NotBeNull(endpoint.DisplayName);
            answers.Should().Contain(answer => answer.StatusCode == 403, endpoint.DisplayName);
        }
    }

    private static void Check(PpcAdsExample example, Type type, RouteEndpoint endpoint)
    {
        JsonTypeInfo shape = Contexts.Select(context => context.GetTypeInfo(type)).First(found => found is not null)!;
        object? read = JsonSerializer.Deserialize(example.Json, shape);
        string again = JsonSerializer.Serialize(read, shape);
        using JsonDocument shown = JsonDocument.Parse(example.Json);
        using JsonDocument written = JsonDocument.Parse(again);
        Names(shown.RootElement).Should().BeSubsetOf(Names(written.RootElement), endpoint.DisplayName);
        if (example.StatusCode is not null)
        {
            Names(written.RootElement).Should().BeSubsetOf(Names(shown.RootElement), endpoint.DisplayName);
        }
    }

    private static HashSet<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(property => Names(property.Value).Append(property.Name))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Names)],
        _ => [],
    };
}
