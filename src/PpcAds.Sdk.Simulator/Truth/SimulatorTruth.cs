using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator;

/// <summary>
/// What is true in the simulated world, computed from its figures and not from any file: what was read through the API must equal
/// it. Knows the reports of Sponsored Products, Brands and Display by campaign, ad group, placement, target, search term, ad and
/// product.
/// </summary>
public sealed class SimulatorTruth
{
    private readonly World _world;
    private readonly SimulatorClock _clock;
    private readonly Catalogue _catalogue;
    private readonly ReportRetention _retention;
    private readonly Lazy<IReadOnlyList<SimulatorProfileInfo>> _profiles;

    internal SimulatorTruth(World world, SimulatorClock clock, Catalogue catalogue, ReportRetention retention)
    {
        _world = world;
        _clock = clock;
        _catalogue = catalogue;
        _retention = retention;
        _profiles = new Lazy<IReadOnlyList<SimulatorProfileInfo>>(() => [.. world.Profiles.Select(Describe)]);
    }

    /// <summary>All profiles.</summary>
    public IReadOnlyList<SimulatorProfileInfo> Profiles => _profiles.Value;

    /// <summary>The rows of a daily report.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="reportTypeId">Such as spCampaigns.</param>
    /// <param name="groupBy">Such as campaign.</param>
    /// <param name="start">The first day, in the profile's time zone.</param>
    /// <param name="end">The last day, inclusive.</param>
    /// <param name="observedAt">When the report was made; null for now.</param>
    /// <exception cref="ArgumentException">The profile or the report type is not known here.</exception>
    public IReadOnlyList<SimulatorTruthRow> GetRows(
        long profileId,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateTimeOffset? observedAt = null)
    {
        SimulatedProfile profile = Find(profileId);
        return
        [
            .. Rows(profile, reportTypeId, groupBy, start, end, observedAt).Select(row => new SimulatorTruthRow(
                row.Key,
                row.Date!.Value,
                row.Campaign.CampaignId,
                row.AdGroup?.AdGroupId,
                row.Target?.TargetId,
                Totals(profile, row.Metrics, 1))
            {
                AdId = row.Ad is { Brand.IsMadeWithVersion3: true } ? null : row.Ad?.AdId,
                Placement = row.Placement,
                SearchTerm = row.SearchTerm,
                PurchasedAsin = row.PurchasedAsin,
            }),
        ];
    }

    /// <summary>The sums over those rows.</summary>
    /// <inheritdoc cref="GetRows"/>
    public SimulatorTotals GetTotals(
        long profileId,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateTimeOffset? observedAt = null)
    {
        SimulatedProfile profile = Find(profileId);
        var sum = new Metrics();
        int rows = 0;
        foreach (FigureRow row in Rows(profile, reportTypeId, groupBy, start, end, observedAt))
        {
            sum.Add(row.Metrics);
            rows++;
        }

        return Totals(profile, sum, rows);
    }

    /// <summary>
    /// Gets how many days back reports of a type have rows. The rows and totals here know nothing of it: they stay complete for
    /// days that Amazon no longer keeps.
    /// </summary>
    /// <param name="reportTypeId">Such as spCampaigns.</param>
    /// <exception cref="ArgumentException">There is no such report type.</exception>
    public int GetRetentionDays(string reportTypeId) => _retention.GetDays(reportTypeId);

    /// <summary>
    /// How the rows of a report that was made first, and those of one that was made second, differ. A row is restated if a figure
    /// changed that reports of this type can show: those of Sponsored Brands and Display have no windows but the one of 14 days.
    /// </summary>
    /// <inheritdoc cref="GetRows"/>
    public SimulatorChanges GetChanges(
        long profileId,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateTimeOffset first,
        DateTimeOffset second)
    {
        SimulatedProfile profile = Find(profileId);
        Func<Metrics, Metrics, bool> showSame = ComparerOf(profile, reportTypeId, groupBy);
        var before = Rows(profile, reportTypeId, groupBy, start, end, first)
            .ToDictionary(row => (row.Date, row.Key), row => row.Metrics);
        int added = 0, restated = 0, unchanged = 0;
        foreach (FigureRow row in Rows(profile, reportTypeId, groupBy, start, end, second))
        {
            if (!before.Remove((row.Date, row.Key), out Metrics? old))
            {
                added++;
            }
            else if (showSame(old, row.Metrics))
            {
                unchanged++;
            }
            else
            {
                restated++;
            }
        }

        return new SimulatorChanges(added, restated, before.Count, unchanged);
    }

    /// <summary>
    /// Gets what the figures of a profile are drawn from: seasons, delays, rates and budgets of each campaign, ad group and
    /// target.
    /// </summary>
    /// <param name="profileId">The profile.</param>
    /// <exception cref="ArgumentException">The profile is not known here.</exception>
    public SimulatorParameters GetParameters(long profileId)
    {
        SimulatedProfile profile = Find(profileId);
        return Expected.ParametersOf(profile, profile.Marketplace.DateAt(_clock.GetUtcNow()));
    }

    /// <summary>
    /// Gets what each target that runs should have had on each day, without chance and without an end of the budget.
    /// </summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="start">The first day, in the profile's time zone.</param>
    /// <param name="end">The last day, inclusive.</param>
    /// <exception cref="ArgumentException">The profile is not known here.</exception>
    public IReadOnlyList<SimulatorExpectation> GetExpectations(long profileId, DateOnly start, DateOnly end) =>
        [.. Expected.Daily(Find(profileId), start, end)];

    private static SimulatorProfileInfo Describe(SimulatedProfile profile)
    {
        List<SimulatedAdGroup> adGroups = [.. profile.Campaigns.SelectMany(campaign => campaign.AdGroups)];
        int keywords = adGroups.Sum(adGroup => adGroup.Targets.Count(target => target.IsKeyword));
        return new SimulatorProfileInfo(
            profile.ProfileId,
            profile.Region,
            profile.Marketplace.CountryCode,
            profile.Marketplace.CurrencyCode,
            profile.Marketplace.TimeZone,
            profile.Type,
            profile.IsViewOnly,
            profile.Campaigns.Count,
            adGroups.Count,
            keywords)
        {
            Targets = adGroups.Sum(adGroup => adGroup.Targets.Count) - keywords,
            IsAuthor = profile.IsAuthor,
            Brands = CountBrands(profile),
            Display = CountDisplay(profile),
        };
    }

    private static SimulatorBrandCounts CountBrands(SimulatedProfile profile)
    {
        List<SimulatedAdGroup> adGroups = [.. profile.BrandCampaigns.SelectMany(campaign => campaign.AdGroups)];
        List<SimulatedTarget> targets = [.. adGroups.SelectMany(adGroup => adGroup.Targets)];
        List<SimulatedTarget> negatives = [.. adGroups.SelectMany(adGroup => adGroup.Negatives)];
        int themes = targets.Count(target => target.MatchType == "THEME");
        int negativeTargets = negatives.Count(target => target.MatchType == "TARGETING_EXPRESSION");
        return new SimulatorBrandCounts(
            profile.BrandCampaigns.Count,
            adGroups.Count,
            adGroups.Sum(adGroup => adGroup.Ads.Count),
            targets.Count(target => target.IsKeyword),
            targets.Count(target => !target.IsKeyword) - themes,
            themes,
            negatives.Count - negativeTargets,
            negativeTargets);
    }

    private static SimulatorDisplayCounts CountDisplay(SimulatedProfile profile)
    {
        List<SimulatedAdGroup> adGroups = [.. profile.DisplayCampaigns.SelectMany(campaign => campaign.AdGroups)];
        return new SimulatorDisplayCounts(
            profile.DisplayCampaigns.Count,
            adGroups.Count,
            adGroups.Sum(adGroup => adGroup.Ads.Count),
            adGroups.Sum(adGroup => adGroup.Targets.Count),
            adGroups.Sum(adGroup => adGroup.Negatives.Count));
    }

    /// <summary>Compares figures by all columns of a report type.</summary>
    private Func<Metrics, Metrics, bool> ComparerOf(SimulatedProfile profile, string reportTypeId, IReadOnlyList<string> groupBy)
    {
        IReportModel model = FindModel(reportTypeId);
        CatalogueType type = _catalogue.Find(reportTypeId)!;
        string[] columns = [.. type.ColumnsFor(groupBy.Where(type.GroupBys.ContainsKey))];
        return (first, second) => first.IsSameAs(second) || columns.All(column => Equals(
            model.FigureOf(column, first, type, profile.Marketplace), model.FigureOf(column, second, type, profile.Marketplace)));
    }

    private static IReportModel FindModel(string reportTypeId) =>
        ReportModels.Find(reportTypeId) ?? throw new ArgumentException(
            $"There is no truth about reports of type '{reportTypeId}'.", nameof(reportTypeId));

    private IEnumerable<FigureRow> Rows(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateTimeOffset? observedAt) =>
        FindModel(reportTypeId).Daily(
            profile, reportTypeId, groupBy, start, end, profile.Marketplace.DateAt(observedAt ?? _clock.GetUtcNow()));

    private SimulatedProfile Find(long profileId) =>
        _world.Find(profileId) ?? throw new ArgumentException($"There is no profile {profileId}.", nameof(profileId));

    private static SimulatorTotals Totals(SimulatedProfile profile, Metrics metrics, int rows)
    {
        Sold newToBrand = metrics.NewToBrand + metrics.ViewNewToBrand;
        Reading read = metrics.Read + metrics.ViewRead;
        return new SimulatorTotals
        {
            Rows = rows,
            Impressions = metrics.Impressions,
            Clicks = metrics.Clicks,
            Cost = Money(metrics.CostMinor),
            Purchases1d = metrics.Purchases[0],
            Purchases7d = metrics.Purchases[1],
            Purchases14d = metrics.Purchases[2],
            Purchases30d = metrics.Purchases[3],
            UnitsSold1d = metrics.Units[0],
            UnitsSold7d = metrics.Units[1],
            UnitsSold14d = metrics.Units[2],
            UnitsSold30d = metrics.Units[3],
            Sales1d = Money(metrics.SalesMinor[0]),
            Sales7d = Money(metrics.SalesMinor[1]),
            Sales14d = Money(metrics.SalesMinor[2]),
            Sales30d = Money(metrics.SalesMinor[3]),
            ViewableImpressions = metrics.ViewableImpressions,
            Purchases = metrics.Purchases[2] + metrics.ViewPurchases,
            UnitsSold = metrics.Units[2] + metrics.ViewUnits,
            Sales = Money(metrics.SalesMinor[2] + metrics.ViewSalesMinor),
            NewToBrandPurchases = newToBrand.Purchases,
            NewToBrandUnitsSold = newToBrand.Units,
            NewToBrandSales = Money(newToBrand.SalesMinor),
            KindlePagesReadAfterClicks = metrics.Read.Pages,
            KindlePagesRead = read.Pages,
            KindleRoyaltiesAfterClicks = Money(metrics.Read.RoyaltiesMinor),
            KindleRoyalties = Money(read.RoyaltiesMinor),
        };

        decimal Money(long minor) => profile.Marketplace.ToMajor(minor);
    }
}
