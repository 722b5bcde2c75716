namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Verification;

/// <summary>Something that is done to a store by hand, and what a verification finds of it.</summary>
/// <param name="Kind">The kind of difference.</param>
/// <param name="Sql">
/// The statement. <c>$cost</c>, <c>$sales14</c> and <c>$share</c> are columns of amounts, <c>$unit</c> is one currency unit in them, <c>$hour</c> what
/// is added to an instant, and <c>$scope</c> the number of <c>sp.campaign</c>.
/// </param>
/// <param name="Date">The day that it is about.</param>
/// <param name="EntityId">The entity that it is about.</param>
public sealed record Corruption(StoreDifferenceKind Kind, string Sql, string? Date = null, long? EntityId = null)
{
    private const string First = "2026-03-01";
    private const string Second = "2026-03-02";
    private const string Row = "scope_id = $scope AND date = '2026-03-01'";

    public static IReadOnlyDictionary<string, Corruption> All { get; } = new Dictionary<string, Corruption>
    {
        ["a metric of a row"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET clicks = clicks + 7 WHERE {Row} AND campaign_id = 1",
            First),
        ["an amount that nothing sums"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET $sales14 = $sales14 + $unit WHERE {Row} AND campaign_id = 2",
            First),
        ["a metric that was 0"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET units_30d = 1 WHERE {Row} AND campaign_id = 2",
            First),
        ["a figure that went from one row to another"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET impressions = impressions + CASE WHEN campaign_id = 1 THEN 1 ELSE -1 END WHERE {Row} AND campaign_id IN (1, 2)",
            First),
        ["a share"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET $share = $unit WHERE {Row} AND campaign_id = 2",
            First),
        ["a text of the same length"] = new(
            StoreDifferenceKind.DayRows,
            "UPDATE performance_facts SET match_type = 'BROAD' WHERE target_id = 3",
            First),
        ["an id"] = new(StoreDifferenceKind.DayRows, "UPDATE performance_facts SET ad_group_id = 12 WHERE target_id = 4", First),
        ["an id that is no longer there"] = new(
            StoreDifferenceKind.DayRows,
            "UPDATE performance_facts SET ad_group_id = NULL WHERE target_id = 4",
            First),
        ["the key of a row"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET campaign_id = 22 WHERE {Row} AND campaign_id = 2",
            First),
        ["a currency"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET currency = 'EUR' WHERE {Row} AND campaign_id = 2",
            First),
        ["a window"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET attribution_days = 14 WHERE {Row} AND campaign_id = 2",
            First),
        ["a row that is gone"] = new(
            StoreDifferenceKind.DayRows,
            $"DELETE FROM performance_facts WHERE {Row} AND campaign_id = 2",
            First),
        ["a row that was added"] = new(
            StoreDifferenceKind.DayRows,
            $"INSERT INTO performance_facts (scope_id, date, campaign_id, detail, attribution_days, currency, changed_at, clicks) SELECT scope_id, date, 77, detail, attribution_days, currency, changed_at, 5 FROM performance_facts WHERE {Row} AND campaign_id = 1",
            First),
        ["a row on another day"] = new(
            StoreDifferenceKind.DayRows,
            $"UPDATE performance_facts SET date = '2026-03-02' WHERE {Row} AND campaign_id = 2",
            Second),
        ["a row on a day that was not loaded"] = new(
            StoreDifferenceKind.DayMissing,
            $"UPDATE performance_facts SET date = '2026-03-09' WHERE {Row} AND campaign_id = 2",
            "2026-03-09"),
        ["a checksum"] = new(StoreDifferenceKind.DayRows, Day("checksum = checksum + 1"), First),
        ["the cost of a day"] = new(StoreDifferenceKind.DayFigures, Day("$cost = $cost + $unit"), First),
        ["the number of rows of a day"] = new(StoreDifferenceKind.DayFigures, Day("rows = rows + 1"), First),
        ["the state of a day"] = new(StoreDifferenceKind.DayState, Day("state = 'empty'"), First),
        ["a day of the ledger that is gone"] = new(
            StoreDifferenceKind.DayMissing,
            $"DELETE FROM performance_days WHERE dataset = 'sp.campaign' AND date = '{First}'",
            First),
        ["the report of a day"] = new(
            StoreDifferenceKind.DayLoads,
            Day("report_generated_at = report_generated_at + 30 * $hour"),
            First),
        ["the first load of a day"] = new(StoreDifferenceKind.DayLoads, Day("first_loaded_at = first_loaded_at - $hour"), First),
        ["a load that is gone"] = new(
            StoreDifferenceKind.DayLoads,
            $"DELETE FROM performance_day_loads WHERE {Row} AND loaded_at = (SELECT MAX(loaded_at) FROM performance_day_loads WHERE {Row})",
            First),
        ["a first load that is gone"] = new(
            StoreDifferenceKind.DayLoads,
            $"DELETE FROM performance_day_loads WHERE {Row} AND loaded_at = (SELECT MIN(loaded_at) FROM performance_day_loads WHERE {Row})",
            First),
        ["a load to come"] = new(
            StoreDifferenceKind.DayLoads,
            $"UPDATE performance_day_loads SET loaded_at = loaded_at + 1000 * $hour WHERE {Row} AND loaded_at = (SELECT MAX(loaded_at) FROM performance_day_loads WHERE {Row})",
            First),
        ["a change that no load made"] = new(
            StoreDifferenceKind.HistoryChange,
            "UPDATE performance_changes SET known_at = known_at + $hour / 60",
            First,
            1),
        ["a change before the first load"] = new(
            StoreDifferenceKind.HistoryChange,
            "UPDATE performance_changes SET known_at = known_at - 100 * $hour",
            First,
            1),
        ["a change by more than there was"] = new(
            StoreDifferenceKind.HistoryFigure,
            "UPDATE performance_changes SET clicks = 1000",
            First,
            1),
        ["a total"] = new(
            StoreDifferenceKind.EntitySums,
            "UPDATE ppc_campaigns SET clicks_total = clicks_total + 1 WHERE campaign_id = 1",
            null,
            1),
        ["a sum of 30 days"] = new(StoreDifferenceKind.EntitySums, "UPDATE ppc_ad_groups SET impressions_30d = NULL", null, 2),
        ["the days of a sum"] = new(StoreDifferenceKind.EntitySums, "UPDATE ppc_targets SET as_of = NULL", null, 4),
        ["a keyword that is gone"] = new(StoreDifferenceKind.EntityMissing, "DELETE FROM ppc_keywords", null, 3),
        ["reported metrics"] = new(
            StoreDifferenceKind.Scope,
            "UPDATE performance_scopes SET metrics = 1 WHERE dataset = 'sp.campaign'"),
        ["the newest load"] = new(
            StoreDifferenceKind.Scope,
            "UPDATE performance_scopes SET known_at = known_at - 50 * $hour WHERE dataset = 'sp.campaign'"),
        ["a number that is gone"] = new(
            StoreDifferenceKind.Orphans,
            "DELETE FROM performance_scopes WHERE dataset = 'sp.campaign'"),
        ["changes of nobody"] = new(StoreDifferenceKind.Orphans, "UPDATE performance_changes SET scope_id = 999"),
    };

    private static string Day(string set) => $"UPDATE performance_days SET {set} WHERE dataset = 'sp.campaign' AND date = '{First}'";
}
