using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Whole lists, exports and reports of a caller's first profile.</summary>
internal static class Lists
{
    private const string AllStates = """{"stateFilter":{"include":["ENABLED","PAUSED","ARCHIVED"]}}""";
    private const string AllStatesOfExports = """{"stateFilter":["ENABLED","PAUSED","ARCHIVED"]}""";
    private const string AllStatesOfVersion3 = "stateFilter=enabled,paused,archived";

    /// <summary>The entities of a list of Sponsored Products, in all states.</summary>
    public static async Task<JsonArray> ProductsAsync(Caller caller, string path, string mediaType, string member) =>
        (await PostAsync(caller, $"sp/{path}/list", $"application/vnd.sp{mediaType}.v3+json", "*/*", AllStates))
            .Body![member]!.AsArray();

    /// <summary>The entities of a list of Sponsored Brands v4, in all states, of all its pages.</summary>
    public static async Task<JsonArray> BrandsAsync(Caller caller, string path, string resource)
    {
        var all = new JsonArray();
        string mediaType = $"application/vnd.{resource}.v4+json";
        JsonObject body = JsonNode.Parse(AllStates)!.AsObject();
        do
        {
            Reply page = await PostAsync(caller, $"sb/v4/{path}/list", mediaType, mediaType, body.ToJsonString());
            page.Body![path]!.AsArray().ToList().ForEach(entity => all.Add(entity!.DeepClone()));
            body["nextToken"] = (string?)page.Body["nextToken"];
        }
        while (body["nextToken"] is not null);
        return all;
    }

    /// <summary>The keywords of Sponsored Brands, in all states.</summary>
    public static async Task<JsonArray> BrandKeywordsAsync(Caller caller, string path) =>
        (await GetAsync(caller, $"sb/{path}?{AllStatesOfVersion3}")).Body!.AsArray();

    /// <summary>Targets and themes of Sponsored Brands, in all states.</summary>
    public static async Task<JsonArray> BrandTargetsAsync(Caller caller, string path) => (await PostAsync(
        caller,
        $"sb/{path}/list",
        "application/json",
        "*/*",
        path == "themes" ? """{"stateFilter":{"include":["enabled","paused","archived"]}}""" : "{}")).Body![path]!.AsArray();

    /// <summary>The entities of a list of Sponsored Display, in all states.</summary>
    public static async Task<JsonArray> DisplayAsync(Caller caller, string path) =>
        (await GetAsync(caller, $"sd/{path}?{AllStatesOfVersion3}")).Body!.AsArray();

    /// <summary>The rows of an export.</summary>
    public static async Task<JsonArray> ExportAsync(Caller caller, string entities, string? body = null)
    {
        string mediaType = $"application/vnd.{entities.ToLowerInvariant()}export.v1+json";
        string id = (await PostAsync(caller, $"{entities}/export", mediaType, mediaType, body ?? AllStatesOfExports))["exportId"];
        caller.Time.Advance(TimeSpan.FromSeconds(3));
        return await caller.DownloadAsync((await GetAsync(caller, $"exports/{id}"))["url"]);
    }

    /// <summary>All report types as Amazon documents them: the simulator carries the catalogue.</summary>
    public static JsonDocument ReadCatalogue()
    {
        using Stream resource =
            typeof(AmazonAdsSimulator).Assembly.GetManifestResourceStream("PpcAds.Sdk.Simulator.report-types.json")!;
        return JsonDocument.Parse(resource);
    }

    public static Task<Reply> GetAsync(Caller caller, string path) => caller.GetAsync(path, caller.Profile().ProfileId);

    public static Task<Reply> PostAsync(Caller caller, string path, string contentType, string accept, string body)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Post, path, caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        message.Headers.Accept.ParseAdd(accept);
        return caller.SendAsync(message);
    }
}
