using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A list of many entities: a page costs what is on it, not what is stored. <c>benchmarks -- entities</c> measures the real sizes.</summary>
internal sealed class ListSizeKind : CaseKind
{
    private const int PageSize = 1000;
    private const int Pages = 8;

    public override bool Takes(CaseFile file) => Source(file) is not null && file.Json["rows"] is null && !file.Says("export");

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        ListSource source = Source(file)!;
        string sample = Sample(file, source)!.ToJsonString();
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [source.Id]);
        var times = new List<long>();
        world.Server.Answer = request =>
        {
            if (!source.IsCalledBy(request))
            {
                return null;
            }

            times.Add(Stopwatch.GetTimestamp());
            int start = int.Parse(request.NextToken ?? request.StartIndex ?? "0", CultureInfo.InvariantCulture);
            int count = Math.Max(0, Math.Min(PageSize, (PageSize * Pages) - start));
            IEnumerable<string> page = Enumerable.Range(start + 1, count).Select(n => Number(sample, n));
            string items = $"[{string.Join(',', page)}]";
            string token = start + count < PageSize * Pages ? $"\"{start + count}\"" : "null";
            return ReplayAnswer.Text(source.Array is null ? items : $$"""{"{{source.Array}}":{{items}},"nextToken":{{token}},"totalResults":{{PageSize * Pages}}}""");
        };

        IngestionResult result = await world.SyncAsync();

        Step(result, source.Id).Load!.Inserted.Should().Be(PageSize * Pages);
        TimeSpan first = Stopwatch.GetElapsedTime(times[1], times[3]);
        TimeSpan last = Stopwatch.GetElapsedTime(times[Pages - 3], times[Pages - 1]);
        last.Should().BeLessThan((first * 5) + TimeSpan.FromSeconds(2), "a page must not cost what is stored");
        (await world.SyncAsync()).Steps.Sum(step => step.Load?.Inserted + step.Load?.Changed ?? 0).Should().Be(0);
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        ListSource list = Pick(random, [.. ListSource.All.Where(list => list.Method == "POST" && list.Id.StartsWith("sp.", StringComparison.Ordinal))]);
        JsonObject entity = Entity(list, 0);
        entity[list.IdMember] = "<n>";
        return file with
        {
            Json = new JsonObject { ["how"] = $"{list.Method} {list.Path} answers pages of 1000 for N.", ["entity"] = entity },
        };
    }

    private static string Number(string sample, int n) => sample
        .Replace("\\u003Cn\\u003E", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("<n>", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static ListSource? Source(CaseFile file) =>
        file.Call is { } call && ListSource.All.FirstOrDefault(list => list.Method == call.Method && list.Path == call.Path) is { } source
        && Sample(file, source) is not null ? source : null;

    private static JsonObject? Sample(CaseFile file, ListSource source) =>
        file.Json.Select(member => member.Value).OfType<JsonObject>().FirstOrDefault(entity => entity[source.IdMember]?.ToString() == "<n>");
}
