using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>The lists of one profile, read without the SDK: a line for each entity.</summary>
internal sealed record SoakLists(IReadOnlyList<string> Campaigns, IReadOnlyList<string> AdGroups, IReadOnlyList<string> Keywords)
{
    public static async Task<SoakLists> ReadAsync(AmazonAdsSimulator amazon, SimulatorGrant grant, SimulatorProfileInfo profile)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = amazon.ClientId,
            ["client_secret"] = amazon.ClientSecret,
            ["refresh_token"] = grant.RefreshToken,
        });
        using HttpResponseMessage token = await http.PostAsync(amazon.TokenEndpoint, form);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", JsonNode.Parse(await token.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>());
        http.DefaultRequestHeaders.Add("Amazon-Advertising-API-ClientId", amazon.ClientId);
        http.DefaultRequestHeaders.Add("Amazon-Advertising-API-Scope", $"{profile.ProfileId}");
        return new SoakLists(
            await ListAsync(http, amazon, profile, "campaigns", "spCampaign", "campaignId", "name", "state"),
            await ListAsync(http, amazon, profile, "adGroups", "spAdGroup", "adGroupId", "name", "state"),
            await ListAsync(http, amazon, profile, "keywords", "spKeyword", "keywordId", "keywordText", "state"));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        HttpClient http, AmazonAdsSimulator amazon, SimulatorProfileInfo profile, string entities, string mediaType, params string[] members)
    {
        var lines = new List<string>();
        string? next = null;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(amazon.GetEndpoint(profile.Region), $"sp/{entities}/list"));
            string body = next is null ? """{"maxResults":100}""" : $$"""{"maxResults":100,"nextToken":"{{next}}"}""";
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"application/vnd.{mediaType}.v3+json");
            request.Headers.Accept.ParseAdd($"application/vnd.{mediaType}.v3+json");
            using HttpResponseMessage response = await http.SendAsync(request);
            JsonNode page = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
            lines.AddRange(page[entities]!.AsArray().Select(entity => string.Join('|', members.Select(member => entity![member]!.ToString()))));
            next = (string?)page["nextToken"];
        }
        while (next is not null);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
