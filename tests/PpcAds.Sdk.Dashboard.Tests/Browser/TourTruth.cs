using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>What the simulator knows of the newest 28 days, each as it was when its report was made.</summary>
internal sealed class TourTruth
{
    private const int Days = 28;

    private readonly Dictionary<DatasetGrain, IReadOnlyList<SimulatorTruthRow>> _rows = [];

    private TourTruth(AccountId account, ProfileId profile, DateOnly yesterday) =>
        (Account, Profile, Yesterday) = (account, profile, yesterday);

    public AccountId Account { get; }

    public ProfileId Profile { get; }

    public DateOnly Yesterday { get; }

    /// <summary>The truth about the only profile of the only account.</summary>
    public static async Task<TourTruth> ReadAsync(DashboardHost host, params Dataset[] datasets)
    {
        Account account = (await host.Storage.Accounts.ListAsync()).Single();
        StoredEntity<ProfileRecord> profile = (
            await host.Storage.Reader.ListProfilesAsync(new EntityQuery(account.AccountId))).Items.Single();
        DateOnly yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
            TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(profile.Entity.TimeZone!)).DateTime).AddDays(-1);
        var truth = new TourTruth(account.AccountId, profile.ProfileId, yesterday);
        foreach (Dataset dataset in datasets)
        {
            PerformanceDay[] days =
            [
                .. (await host.Storage.Reader.ListDaysAsync(account.AccountId, profile.ProfileId, dataset.Id))
                    .Where(day => day.Date > yesterday.AddDays(-Days) && day.Date <= yesterday),
            ];
            days.Should().HaveCount(Days, $"the first sync loads {dataset.Id}");
            truth._rows[dataset.Grain] =
            [
                .. days.SelectMany(day => host.Amazon.Truth.GetRows(
                    profile.ProfileId.Value, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, day.ReportGeneratedAt)),
            ];
        }

        return truth;
    }

    public IReadOnlyList<SimulatorTruthRow> Rows(DatasetGrain grain) => _rows[grain];

    /// <summary>The sums of rows.</summary>
    public TourFigures Sum(DatasetGrain grain, Func<SimulatorTruthRow, bool>? only = null) =>
        TourFigures.Sum(_rows[grain].Where(row => only?.Invoke(row) != false).Select(row => row.Totals));
}
