namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>A simulator that answers no calls, and looks at its figures from any day.</summary>
internal sealed class Sight : IDisposable
{
    public const int BeforeReturns = 31;

    private readonly AmazonAdsSimulator _simulator;

    public Sight(int seed = 7, int campaigns = 20)
    {
        _simulator = AmazonAdsSimulator.Create(new SimulatorOptions
        {
            Seed = seed,
            Campaigns = campaigns,
            BrandCampaigns = campaigns,
            DisplayCampaigns = campaigns,
        });
        Profile = _simulator.Truth.Profiles[0];
        Parameters = _simulator.Truth.GetParameters(Profile.ProfileId);
    }

    public SimulatorProfileInfo Profile { get; }

    public SimulatorParameters Parameters { get; }

    /// <summary>The rows of one day, as a report shows them that was made some days later, at noon.</summary>
    public IReadOnlyList<SimulatorTruthRow> Rows(string type, string groupBy, DateOnly day, int age = BeforeReturns) =>
        _simulator.Truth.GetRows(Profile.ProfileId, type, [groupBy], day, day, Noon(day.AddDays(age)));

    /// <summary>The rows of some days, each seen at the same age.</summary>
    public IEnumerable<SimulatorTruthRow> Range(
        string type, string groupBy, DateOnly start, int days, int age = BeforeReturns) =>
        Enumerable.Range(0, days).SelectMany(day => Rows(type, groupBy, start.AddDays(day), age));

    public SimulatorTotals Totals(string type, string groupBy, DateOnly day, int age = BeforeReturns) =>
        _simulator.Truth.GetTotals(Profile.ProfileId, type, [groupBy], day, day, Noon(day.AddDays(age)));

    public IReadOnlyList<SimulatorExpectation> Expectations(DateOnly start, int days) =>
        _simulator.Truth.GetExpectations(Profile.ProfileId, start, start.AddDays(days - 1));

    public void Dispose() => _simulator.Dispose();

    // Noon in Los Angeles, where the first profile is.
    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(20, 0), TimeSpan.Zero);
}
