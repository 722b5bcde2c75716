using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A long pause: each call that fails for it says that it is throttled and until when, and it has an end.</summary>
internal sealed class RetryAfterKind : CaseKind
{
    public override bool Takes(CaseFile file) => file.Has("header") && file.Statuses.Any(status => status is 429 or 503);

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        ListSource first = ListSource.Campaigns;
        ListSource second = ListSource.All.First(list => list.Id == first.Other);
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [first.Id, second.Id]);
        ReplayAnswer answer = ReplayAnswer.Text("""{"code":"429","details":"Too Many Requests"}""", 429) with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = file.Json["header"]!.ToString() },
        };
        bool isThrottled = true;
        world.Server.Answer = request => isThrottled && first.IsCalledBy(request) ? answer : null;
        using (AmazonAdsClient client = world.CreateClient())
        {
            ProfileClient profile = client.ForProfile(world.Profile, AmazonAdsRegion.NorthAmerica);
            foreach (ListSource list in new[] { first, second })
            {
                Func<Task> call = () => world.Time.RunAsync(list.List(profile).CountAsync().AsTask());
                AmazonAdsThrottledException failure = (await call.Should().ThrowAsync<AmazonAdsThrottledException>()).Which;
                failure.RetryAfter.Should().BePositive();
                failure.Message.Should().NotContain("after 1 attempts");
            }
        }

        IngestionResult result = await world.SyncAsync();
        result.Steps.Where(step => step.Outcome == StepOutcome.Failed).Should().NotBeEmpty()
            .And.OnlyContain(step => step.Exception is AmazonAdsThrottledException);
        isThrottled = false;
        world.Time.Advance(TimeSpan.FromDays(1.1));
        (await world.SyncAsync()).Succeeded.Should().BeTrue("a pause has an end");
    }

    public override CaseFile Vary(CaseFile file, Random random) => file.With("header", Pick(random,
        $"{random.Next(5_000, 200_000)}", $"{random.Next(50_000, int.MaxValue)}", "86400", "99999",
        PpcAds.Sdk.Testing.The.Start.AddHours(random.Next(3, 40)).ToString("r", System.Globalization.CultureInfo.InvariantCulture)));
}
