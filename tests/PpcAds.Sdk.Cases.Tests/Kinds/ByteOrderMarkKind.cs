using System.Globalization;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Bytes before the JSON that a reader may ignore: lists, profiles, tokens, reports and exports are read all the same.</summary>
internal sealed class ByteOrderMarkKind : ReportKind
{
    public override bool Takes(CaseFile file) => file.Has("bytes");

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        byte[] mark =
        [
            .. file.Json["bytes"]!.ToString().Split(' ').TakeWhile(value => value is not ("7B" or "5B" or "..."))
                .Select(value => byte.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ];
        await using CaseWorld world = await stage.StartAsync(options =>
        {
            options.Entities = [.. ListSource.All.Select(list => list.Id)];
            options.Datasets = ["sp.campaign"];
        });
        bool IsMarked(ReplayRequest request) => !request.Path.StartsWith("/_download", StringComparison.Ordinal);
        world.Server.Change = (request, body) => IsMarked(request) ? [.. mark, .. body] : body;

        (IngestionResult sync, IngestionResult rest) = await LoadAsync(world);

        sync.Succeeded.Should().BeTrue();
        rest.Succeeded.Should().BeTrue();
        await ShouldBeLoadedAsync(world, "sp.campaign");
        (await world.StoredAsync()).Select(row => row.Table).Distinct().Should().HaveCount(9);
        (await world.CallAsync(async profile => await ListSource.Campaigns.List(profile).CountAsync())).Should().BePositive();
    }

    public override CaseFile Vary(CaseFile file, Random random) =>
        file.With("bytes", $"EF BB BF {string.Concat(Enumerable.Repeat(Pick(random, "20 ", "0A ", "0D 0A ", "09 "), random.Next(0, 4)))}7B ...");
}
