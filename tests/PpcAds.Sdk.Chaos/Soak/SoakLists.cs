using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>The lists of one profile, read without the SDK: for each table a line for each entity.</summary>
internal sealed class SoakLists
{
    private readonly Dictionary<SoakTable, List<string>> _lines = SoakTable.All.ToDictionary(table => table, _ => new List<string>());

    public IReadOnlyList<string> this[SoakTable table] => _lines[table];

    public static async Task<SoakLists> ReadAsync(AmazonAdsSimulator amazon, SimulatorGrant grant, SimulatorProfileInfo profile, bool allProducts)
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
        var lists = new SoakLists();
        foreach (SoakList list in SoakList.All.Where(list => allProducts || list.IsOfProducts))
        {
            lists._lines[list.Table].AddRange(await ReadAsync(http, amazon.GetEndpoint(profile.Region), list));
        }

        lists.AddCampaigns();
        foreach (List<string> lines in lists._lines.Values)
        {
            lines.Sort(StringComparer.Ordinal);
        }

        return lists;
    }

    /// <summary>The negative targets of Sponsored Display name their ad group only, which names the campaign.</summary>
    private void AddCampaigns()
    {
        Dictionary<string, string> campaigns = _lines[SoakTable.AdGroups].Select(line => line.Split('|')).ToDictionary(parts => parts[0], parts => parts[1]);
        List<string> targets = _lines[SoakTable.NegativeTargets];
        for (int i = 0; i < targets.Count; i++)
        {
            string[] parts = targets[i].Split('|');
            parts[1] = parts[1].Length == 0 && campaigns.TryGetValue(parts[2], out string? campaign) ? campaign : parts[1];
            targets[i] = string.Join('|', parts);
        }
    }

    /// <summary>The lines of one list; none if Amazon does not give it for the profile.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(HttpClient http, Uri region, SoakList list)
    {
        var lines = new List<string>();
        string? next = null;
        do
        {
            using var request = new HttpRequestMessage(list.Array is null ? HttpMethod.Get : HttpMethod.Post, new Uri(region, list.Path));
            request.Headers.TryAddWithoutValidation("Accept", list.MediaType);
            if (list.Array is not null)
            {
                string[] members = [list.Filter ?? "", next is null ? "" : $"\"nextToken\":\"{next}\""];
                request.Content = new StringContent($"{{{string.Join(',', members.Where(member => member.Length > 0))}}}", Encoding.UTF8);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(list.Sent ?? list.MediaType);
            }

            using HttpResponseMessage response = await http.SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode is 400 or 403 && lines.Count == 0)
            {
                return [];
            }

            JsonNode page = JsonNode.Parse(response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{list.Type}: {text}"))!;
            JsonArray items = list.Array is null ? page.AsArray() : page[list.Array]!.AsArray();

            // What has no id cannot be stored: ads of Sponsored Brands that were made with version 3.
            lines.AddRange(items.Where(item => item![list.Members[0]] is not null).Select(item =>
                string.Join('|', list.Members.Select(member => Text(item!, member)))));
            next = list.Array is null ? null : (string?)page["nextToken"];
        }
        while (!string.IsNullOrEmpty(next));
        return lines;
    }

    /// <summary>Words of the older APIs are stored in the letters of the newer ones.</summary>
    private static string Text(JsonNode item, string member)
    {
        string text = member.Length == 0 ? "" : item[member]?.ToString() ?? "";
        return member is "state" or "matchType" ? text.ToUpperInvariant() : text;
    }
}
