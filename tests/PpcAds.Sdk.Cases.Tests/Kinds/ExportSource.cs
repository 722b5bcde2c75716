using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>One of the four exports: its calls, and where its rows are stored.</summary>
internal sealed record ExportSource(string Segment, string Step, string IdMember, string Table)
{
    private static readonly ExportSource[] All =
    [
        new("targets", "export.targets", "targetId", "ppc_targets"),
        new("ads", "export.ads", "adId", "ppc_ads"),
        new("adGroups", "export.ad_groups", "adGroupId", "ppc_ad_groups"),
        new("campaigns", "export.campaigns", "campaignId", "ppc_campaigns"),
    ];

    /// <summary>The export that has rows like this one.</summary>
    public static ExportSource Of(JsonNode row) => All.First(source => row[source.IdMember] is not null);

    /// <summary>The export of a name, such as <c>adGroup</c>.</summary>
    public static ExportSource? Named(string name) => Array.Find(All, source => source.Segment == $"{name}s");

    /// <summary>Serves rows as the file of every export of this kind.</summary>
    public void Serve(ReplayServer server, string rows)
    {
        var ids = new ConcurrentBag<string>();
        server.Change = (request, body) =>
        {
            if (request.Path == $"/{Segment}/export")
            {
                ids.Add(JsonNode.Parse(body)!["exportId"]!.ToString());
            }

            return body;
        };
        server.Answer = request => ids.Any(id => request.Path.Contains($"/offline-export-storage/{id}/", StringComparison.Ordinal))
            ? ReplayAnswer.File(rows)
            : null;
    }
}
