using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Reads what is stored of an account.</summary>
internal static class StoredStates
{
    private const string Figures = "impressions, clicks, {cost}, {sales}, orders, units";

    private static readonly string[] OtherTables =
    [
        "ppc_profiles", "ppc_portfolios", "ppc_ad_groups", "ppc_ads", "ppc_dataset_refusals", "ppc_queued_runs", "ppc_sync_issues",
        "ppc_account_credentials",
    ];

    private static readonly (string Table, string Id)[] Sums =
        [("ppc_campaigns", "campaign_id"), ("ppc_keywords", "keyword_id"), ("ppc_targets", "target_id")];

    public static async Task<StoredState> ReadAsync(IInterleavedDatabase database, AccountId accountId)
    {
        string of = $"WHERE account_id = {accountId.Value}";
        List<string[]> account = await database.QueryAsync($"SELECT status, consented_at FROM ppc_accounts {of}");
        string totals = "impressions_total, clicks_total, {cost_total}, {sales_total}, orders_total, units_total";
        string windows = totals.Replace("_total", "_30d", StringComparison.Ordinal);
        List<string[]> entities = await database.QueryAsync(string.Join(" UNION ALL ", Sums.Select(table =>
            $"SELECT '{table.Table}', {table.Id}, state, source, as_of, currency, {totals}, {windows} FROM {table.Table} {of}")));
        List<string[]> rows = await database.QueryAsync(
            $"SELECT dataset, date, campaign_id, target_id, target_kind, currency, {Figures} FROM performance_records {of}");
        List<string[]> days = await database.QueryAsync($"SELECT dataset, date, state, rows, impressions, clicks, {{cost}} FROM performance_days {of}");
        List<string[]> jobs = await database.QueryAsync($"SELECT state, report_id FROM ppc_report_jobs {of}");
        List<string[]> others = await database.QueryAsync(string.Join(" UNION ALL ", OtherTables.Append("ppc_loads").Select(table =>
            $"SELECT '{table}', COUNT(*) FROM {table} {of}")));
        Dictionary<string, long> counts = others.ToDictionary(row => row[0], row => Number(row[1]));
        return new StoredState
        {
            Status = account.Count == 0 ? null : account[0][0],
            HasConsent = account.Count > 0 && account[0][1].Length > 0,
            RefreshToken = (await database.Quiet.GetRequiredService<ITokenStore>().FindAsync(accountId))?.RefreshToken,
            Entities =
            [
                .. entities.Select(row => new StoredEntity(
                    row[0], Number(row[1]), row[2], row[3], row[4], row[5], [.. row[6..12].Select(Optional)], [.. row[12..18].Select(Optional)])),
            ],
            Rows =
            [
                .. rows.Select(row => new StoredRow(
                    row[0], row[1], Optional(row[2]) ?? 0, Optional(row[3]) ?? 0, row[4], row[5], [.. row[6..12].Select(text => Optional(text) ?? 0)])),
            ],
            Days = [.. days.Select(row => new StoredDay(row[0], row[1], row[2], Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6])))],
            Jobs = [.. jobs.Select(row => (row[0], row[1]))],
            Loads = (int)counts["ppc_loads"],
            Others = counts,
        };
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long? Optional(string text) => text.Length == 0 ? null : Number(text);
}
