using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Answers of one run after another: what was there and is there no more is noticed, and nothing deleted.</summary>
internal sealed class SuddenlyEmptyKind : CaseKind
{
    private const string Profiles = "/v2/profiles";

    public override bool Takes(CaseFile file) => file.Items("answers") is { Count: > 1 } answers && (file.Call?.Path == Profiles
        ? answers.All(answer => answer is JsonArray)
        : ListSource.Find(file, answers[0]) is not null && answers.All(answer => answer is JsonArray or JsonObject));

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        IReadOnlyList<JsonNode?> answers = file.Items("answers");
        ListSource? source = file.Call?.Path == Profiles ? null : ListSource.Find(file, answers[0]);
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = source is null ? ["sp.campaigns"] : [source.Id]);
        int run = 0;
        world.Server.Answer = request => source is null
            ? request.Path == Profiles ? ReplayAnswer.Json(answers[run]) : null
            : source.IsCalledBy(request) ? ReplayAnswer.Json(request.StartIndex is null or "0" ? answers[run] : source.Wrap()) : null;
        IReadOnlySet<long> before = new HashSet<long>();
        for (; run < answers.Count; run++)
        {
            HashSet<long> now = [.. IdsOf(answers[run], source)];
            foreach (long profile in source is null ? now : [])
            {
                world.Server.Profiles[$"{profile}"] = $"{world.Profile.Value}";
            }

            long issues = (await world.IssuesAsync()).Sum(issue => issue.Count);
            int lines = world.Logs.Lines.Count;
            IngestionResult result = await world.SyncAsync();
            ShouldBeTyped(result);
            (await world.StoredAsync()).Count(row => before.Contains(row.Id)).Should().BeGreaterThanOrEqualTo(before.Count, "nothing is deleted");
            bool isGone = before.Count > 0 && (source is null ? before.Except(now).Any() : now.Count == 0);
            if (isGone)
            {
                (await world.IssuesAsync()).Sum(issue => issue.Count).Should().BeGreaterThan(issues, "what is gone is noticed");
                world.Logs.Lines.Skip(lines).Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal));
            }

            before = now.Count == 0 ? before : now;
            world.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        int runs = random.Next(2, 4);
        if (random.Next(2) == 0)
        {
            JsonNode profile = file.Items("answers")[0] is JsonArray { Count: > 0 } profiles && profiles[0]!["profileId"] is not null
                ? profiles[0]!
                : new JsonObject { ["profileId"] = 1, ["countryCode"] = "US", ["currencyCode"] = "USD", ["timezone"] = "America/Los_Angeles" };
            int first = random.Next(1, 4);
            return file.With("how", $"GET {Profiles} answers so, run after run.").With("answers", new JsonArray([.. Enumerable.Range(0, runs).Select(
                run => (JsonNode)new JsonArray([.. Enumerable.Range(0, run == 0 ? first : random.Next(0, first)).Select(i => Numbered(profile, 2000 + i))]))]));
        }

        ListSource list = PickList(random, byToken: random.Next(2) == 0);
        return file.With("how", $"{list.Method} {list.Path} answers so, run after run.").With("answers", new JsonArray([.. Enumerable.Range(0, runs).Select(
            run => list.Wrap([.. Enumerable.Range(1, run == 0 ? 3 : Pick(random, 0, 0, 2)).Select(i => Entity(list, i))]))]));
    }

    private static JsonNode Numbered(JsonNode profile, long id)
    {
        JsonNode copy = profile.DeepClone();
        copy["profileId"] = id;
        return copy;
    }

    private static IEnumerable<long> IdsOf(JsonNode? answer, ListSource? source) => source is null
        ? answer!.AsArray().Select(profile => profile!["profileId"]!.GetValue<long>())
        : source.Ids(answer);
}
