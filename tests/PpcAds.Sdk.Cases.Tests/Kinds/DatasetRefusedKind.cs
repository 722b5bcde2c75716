using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A report type that Amazon always refuses: its dataset rests, the run says so, and the others are loaded.</summary>
internal sealed class DatasetRefusedKind : ReportKind
{
    private const int Days = 4;
    private const int SyncsOfDay = 6;

    public override bool Takes(CaseFile file) => file.Call is ("POST", Reports) && IsAlways(file) && file.Answer?["status"] is not null;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        Dataset refused = Datasets.All.FirstOrDefault(dataset => file.Says(dataset.ReportType.Id)) ?? Datasets.SpSearchTerm;
        Dataset other = refused == Datasets.SpCampaign ? Datasets.SpAdGroup : Datasets.SpCampaign;
        await using CaseWorld world = await stage.StartAsync(options =>
        {
            options.Datasets = [refused.Id, other.Id];
            options.Restatement = [];
        });
        bool IsRefused(ReplayRequest request) => IsCreation(request) && request.Body.Contains($"\"{refused.ReportType.Id}\"", StringComparison.Ordinal)
            && request.Body.Contains($"\"{refused.GroupBy[0]}\"", StringComparison.Ordinal);
        world.Server.Answer = request => IsRefused(request) ? AnswerOf(file) : null;

        var skipped = new List<StepResult>();
        int before = 0;
        for (int day = 0; day < Days; day++)
        {
            before = world.Server.Requests.Count(IsRefused);
            for (int i = 0; i < SyncsOfDay; i++)
            {
                (IngestionResult sync, _) = await LoadAsync(world);
                skipped.AddRange(sync.Steps.Where(step => step.Outcome == StepOutcome.Skipped));
                world.Time.Advance(TimeSpan.FromDays(1) / SyncsOfDay);
            }
        }

        (world.Server.Requests.Count(IsRefused) - before).Should().BeLessThanOrEqualTo(2, "the dataset rests");
        skipped.Should().Contain(step => step.Step.Contains(refused.Id, StringComparison.Ordinal) && step.Reason != null);
        (await world.RecordsAsync(other.Id)).Should().NotBeEmpty();
        (await world.IssuesAsync()).Should().NotBeEmpty();
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        Dataset dataset = Pick(random, Datasets.SpSearchTerm, Datasets.SbCampaign, Datasets.SdCampaign, Datasets.SbPurchasedProduct);
        CaseFile varied = file.With("how", $"POST {Reports} for {dataset.ReportType.Id} answers so always.");
        varied.Answer!["status"] = Pick(random, 400, 422);
        return varied;
    }
}
