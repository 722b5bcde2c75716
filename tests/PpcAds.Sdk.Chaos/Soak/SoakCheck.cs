using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Holds what is stored against the simulator's truth, read by SQL of its own.</summary>
internal sealed class SoakCheck(ChaosDatabase databases, string connection, AmazonAdsSimulator amazon, SoakWorld world)
{
    private static readonly (string Dataset, string[] GroupBy, string ReportType)[] Datasets =
    [
        ("sp.campaign", ["campaign"], "spCampaigns"), ("sp.ad_group", ["campaign", "adGroup"], "spCampaigns"), ("sp.target", ["targeting"], "spTargeting"),
    ];

    private readonly Dictionary<(long Account, long Profile, string Dataset, DateOnly Date), DateTimeOffset> _checked = [];

    public List<string> Wrong { get; } = [];

    /// <summary>How many days of figures were held against the truth.</summary>
    public int Days { get; private set; }

    /// <summary>Every day whose figures were taken since the last look, or every day at all; entities, profiles, sums.</summary>
    public async Task RunAsync(bool all)
    {
        foreach (SoakAccount account in world.Accounts)
        {
            await ProfilesAsync(account);
            foreach (long profileId in account.Ever.Where(id => world.Profiles[id].Type != "agency"))
            {
                await EntitiesAsync(account, profileId);
                foreach ((string dataset, string[] groupBy, string reportType) in Datasets)
                {
                    await FiguresAsync(account, profileId, dataset, groupBy, reportType, all);
                }
            }
        }

        int wrongSums = await databases.CountWrongSumsAsync(connection);
        if (wrongSums > 0)
        {
            Wrong.Add($"{wrongSums} campaigns have wrong sums");
        }
    }

    /// <summary>Every day that Amazon has is there for a profile that is synced, and none is staler than its window allows.</summary>
    public async Task FreshAsync(SoakAccount account, DateTimeOffset syncedAt)
    {
        foreach (long profileId in account.Visible.Where(id => world.Profiles[id].Type != "agency"))
        {
            DateOnly today = DateAt(profileId, syncedAt);
            foreach ((string dataset, _, _) in Datasets)
            {
                Dictionary<DateOnly, DateTimeOffset> ledger = await LedgerAsync(account, profileId, dataset);
                for (int age = 1; age <= 95; age++)
                {
                    if (!ledger.TryGetValue(today.AddDays(-age), out DateTimeOffset generated))
                    {
                        Wrong.Add($"{account.Name}, profile {profileId}, {dataset}: {today.AddDays(-age):O} was never loaded");
                        continue;
                    }

                    int taken = today.DayNumber - DateAt(profileId, generated).DayNumber;
                    if ((age <= 5 && taken >= 1) || (age <= 31 && taken >= 7) || (age <= 90 && taken >= 30))
                    {
                        Wrong.Add($"{account.Name}, profile {profileId}, {dataset}: {today.AddDays(-age):O} was taken {taken} days ago");
                    }
                }
            }
        }
    }

    /// <summary>No report was asked for that has a day which was not over in its profile, or that Amazon no longer had.</summary>
    public void Asked()
    {
        foreach (SimulatorRequest request in amazon.Requests.Entries.Where(entry => entry.Operation == "reports.create"))
        {
            JsonNode body = JsonNode.Parse(request.Body)!;
            DateOnly today = DateAt(request.ProfileId!.Value, request.At);
            var start = DateOnly.Parse((string)body["startDate"]!, CultureInfo.InvariantCulture);
            var end = DateOnly.Parse((string)body["endDate"]!, CultureInfo.InvariantCulture);
            if (end >= today || start < today.AddDays(-95) || end.DayNumber - start.DayNumber > 30)
            {
                Wrong.Add($"{start:O} to {end:O} was asked for on {today:O} in profile {request.ProfileId}");
            }
        }
    }

    private async Task ProfilesAsync(SoakAccount account)
    {
        List<string> found = await databases.QueryAsync(
            connection, $"SELECT profile_id, country_code, currency, time_zone, type FROM ppc_profiles WHERE account_id = {account.Id} ORDER BY profile_id");
        Compare(
            $"profiles of {account.Name}",
            account.Ever.Order().Select(id => world.Profiles[id]).Select(profile => string.Create(
                CultureInfo.InvariantCulture, $"{profile.ProfileId}|{profile.CountryCode}|{profile.CurrencyCode}|{profile.TimeZone}|{profile.Type}")),
            found);
    }

    private async Task EntitiesAsync(SoakAccount account, long profileId)
    {
        SoakLists lists = account.Lists[profileId];
        foreach ((string table, string columns, IReadOnlyList<string> expected) in new[]
        {
            ("ppc_campaigns", "campaign_id, name, state", lists.Campaigns),
            ("ppc_ad_groups", "ad_group_id, name, state", lists.AdGroups),
            ("ppc_keywords", "keyword_id, keyword_text, state", lists.Keywords),
        })
        {
            List<string> found = await databases.QueryAsync(
                connection, $"SELECT {columns} FROM {table} WHERE account_id = {account.Id} AND profile_id = {profileId} AND source = 'list'");
            found.Sort(StringComparer.Ordinal);
            Compare($"{table} of {account.Name}, profile {profileId}", expected, found);
        }
    }

    private async Task FiguresAsync(SoakAccount account, long profileId, string dataset, string[] groupBy, string reportType, bool all)
    {
        Dictionary<DateOnly, DateTimeOffset> ledger = await LedgerAsync(account, profileId, dataset);
        ILookup<string, string> found = (await databases.QueryAsync(
                connection,
                "SELECT CAST(date AS text), campaign_id, ad_group_id, target_id, impressions, clicks, {cost}, {sales_1d}, {sales_7d}, {sales_14d}, {sales_30d}, "
                + $"orders_7d, orders_30d, units_14d, units_30d FROM performance_records WHERE account_id = {account.Id} AND profile_id = {profileId} AND dataset = '{dataset}'"))
            .ToLookup(line => line[..10]);
        foreach ((DateOnly date, DateTimeOffset generated) in ledger)
        {
            var key = (account.Id.Value, profileId, dataset, date);
            if (!all && _checked.GetValueOrDefault(key) == generated)
            {
                continue;
            }

            _checked[key] = generated;
            Days++;
            IEnumerable<string> expected = amazon.Truth.GetRows(profileId, reportType, groupBy, date, date, generated).Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{date:yyyy-MM-dd}|{row.CampaignId}|{row.AdGroupId}|{row.TargetId}|{row.Totals.Impressions}|{row.Totals.Clicks}|{Micros(row.Totals.Cost)}|"
                + $"{Micros(row.Totals.Sales1d)}|{Micros(row.Totals.Sales7d)}|{Micros(row.Totals.Sales14d)}|{Micros(row.Totals.Sales30d)}|"
                + $"{row.Totals.Purchases7d}|{row.Totals.Purchases30d}|{row.Totals.UnitsSold14d}|{row.Totals.UnitsSold30d}"));
            Compare($"{dataset} of {account.Name}, profile {profileId}, on {date:O}", expected.Order(StringComparer.Ordinal), found[$"{date:yyyy-MM-dd}"].Order(StringComparer.Ordinal));
        }

        if (found.Any(day => !ledger.ContainsKey(DateOnly.Parse(day.Key, CultureInfo.InvariantCulture))))
        {
            Wrong.Add($"{dataset} of {account.Name}, profile {profileId}, has rows on days that the ledger does not know");
        }
    }

    private async Task<Dictionary<DateOnly, DateTimeOffset>> LedgerAsync(SoakAccount account, long profileId, string dataset)
    {
        string instant = databases.Kind == "sqlite" ? "report_generated_at" : "(EXTRACT(EPOCH FROM report_generated_at) * 1000000)::bigint";
        List<string> lines = await databases.QueryAsync(
            connection,
            $"SELECT CAST(date AS text), {instant} FROM performance_days WHERE account_id = {account.Id} AND profile_id = {profileId} AND dataset = '{dataset}'");
        return lines.Select(line => line.Split('|')).ToDictionary(
            parts => DateOnly.Parse(parts[0], CultureInfo.InvariantCulture),
            parts => DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    private void Compare(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        List<string> more = [.. found];
        List<string> lost = [.. expected.Where(line => !more.Remove(line))];
        if (lost.Count + more.Count > 0)
        {
            Wrong.Add($"{what}: {lost.Count} rows are not there, such as {lost.FirstOrDefault()}; {more.Count} should not be, such as {more.FirstOrDefault()}");
        }
    }

    private DateOnly DateAt(long profileId, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(world.Profiles[profileId].TimeZone)).DateTime);

    private static long Micros(decimal amount) => (long)(amount * 1_000_000m);
}
