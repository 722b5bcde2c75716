using System.Globalization;
using PpcAds.Sdk.Chaos.Databases;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Holds stored profiles and entities against what Amazon listed.</summary>
internal sealed class SoakEntities(ChaosDatabase databases, string connection, SoakWorld world)
{
    public async Task CheckAsync(SoakAccount account, SoakFindings findings)
    {
        List<string> found = await databases.QueryAsync(
            connection, $"SELECT profile_id, country_code, currency, time_zone, type FROM ppc_profiles WHERE account_id = {account.Id} ORDER BY profile_id");
        string[] expected = [.. account.Ever.Order().Select(id => world.Profiles[id]).Select(profile => string.Create(
            CultureInfo.InvariantCulture, $"{profile.ProfileId}|{profile.CountryCode}|{profile.CurrencyCode}|{profile.TimeZone}|{profile.Type}"))];
        string[] regions = [.. account.Ever.Select(id => world.Profiles[id].Region.ToString()).Distinct()];
        if (Compare(expected, found) is { } difference)
        {
            findings.LateLists.Add((account, null, ["profiles", "account"], $"profiles in {string.Join(", ", regions)}: {difference}"));
        }

        foreach ((long profileId, (SoakLists before, SoakLists after)) in account.Lists)
        {
            foreach (SoakTable table in SoakTable.All)
            {
                found = await databases.QueryAsync(
                    connection, $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name} WHERE account_id = {account.Id} AND profile_id = {profileId} AND source = 'list'");
                found.Sort(StringComparer.Ordinal);

                // A day may have ended while they were listed.
                if (Compare(after[table], found) is { } wrong && Compare(before[table], found) is not null)
                {
                    string[] steps = [.. SoakList.All.Where(list => list.Table == table).Select(list => list.Type), "account", "profile"];
                    findings.LateLists.Add((account, profileId, steps, $"{table.Name} of '{account.Name}', profile {profileId}: {wrong}"));
                }
            }
        }
    }

    private static string? Compare(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        List<string> more = [.. found];
        List<string> lost = [.. expected.Where(line => !more.Remove(line))];
        return lost.Count + more.Count == 0
            ? null
            : $"{lost.Count} of {expected.Count} are not stored, such as {lost.FirstOrDefault() ?? "none"}; {more.Count} are stored that should not be, such as {more.FirstOrDefault() ?? "none"}";
    }
}
