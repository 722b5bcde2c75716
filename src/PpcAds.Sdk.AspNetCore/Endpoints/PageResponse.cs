using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>A page of a list.</summary>
internal sealed record PageResponse<T>
{
    [Description("The items of the page.")]
    [JsonPropertyName("items")]
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>What <c>after</c> takes for the next page; null on the last.</summary>
    [Description("What `after` takes for the next page; null on the last.")]
    [JsonPropertyName("next")]
    public required string? Next { get; init; }

    public static PageResponse<T> Of<TStored>(ReadPage<TStored> page, Func<TStored, T> map) =>
        new() { Items = [.. page.Items.Select(map)], Next = page.Next };
}
