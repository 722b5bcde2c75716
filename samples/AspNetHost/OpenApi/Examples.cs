using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PpcAds.Sdk.AspNetCore;

namespace AspNetHost.OpenApi;

/// <summary>Puts the SDK's examples into the document.</summary>
internal static class Examples
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (PpcAdsExample example in context.Description.ActionDescriptor.EndpointMetadata.OfType<PpcAdsExample>())
        {
            IDictionary<string, OpenApiMediaType>? content = example.StatusCode is { } status
                ? operation.Responses?[status.ToString(CultureInfo.InvariantCulture)].Content
                : operation.RequestBody?.Content;
            foreach (OpenApiMediaType media in content?.Values ?? [])
            {
                media.Example = JsonNode.Parse(example.Json);
            }
        }

        return Task.CompletedTask;
    }
}
