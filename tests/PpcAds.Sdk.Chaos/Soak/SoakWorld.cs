using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Three advertisers, and what happens to them.</summary>
internal sealed class SoakWorld
{
    public const string ReportWillLackRows = "a report will lack most of its rows";

    private const string IncompleteType = "spTargeting";

    private const double MissingShare = 0.9;

    private const string IncompleteDataset = "sp.target";

    /// <summary>How many rows of a day must be stored for the loss of most to be suspect: docs/storing.md, and some more.</summary>
    private const int SureRows = 24;

    private readonly AmazonAdsSimulator _amazon;
    private readonly SoakPlan _plan;
    private readonly long _first;
    private readonly long? _added;
    private readonly long? _removed;
    private DateOnly? _dayToCome;

    public SoakWorld(AmazonAdsSimulator amazon, SoakPlan plan)
    {
        _amazon = amazon;
        _plan = plan;
        Profiles = amazon.Truth.Profiles.ToDictionary(profile => profile.ProfileId);
        long[] agencies = [.. amazon.Truth.Profiles.Where(profile => profile.Type == "agency").Select(profile => profile.ProfileId)];
        long[] ids = [.. amazon.Truth.Profiles.Where(profile => profile.Type != "agency").Select(profile => profile.ProfileId)];
        _first = ids[0];
        _added = ids.Length > 3 ? ids[3] : null;
        _removed = ids.Length > 2 ? ids[2] : null;
        Add("First", [ids[0], .. ids.Skip(4), .. agencies]);
        Add("Second", [.. ids.Skip(1).Take(2)]);
        Add("An agency's client, as the first account", [ids[0]]);
    }

    public List<SoakAccount> Accounts { get; } = [];

    public IReadOnlyDictionary<long, SimulatorProfileInfo> Profiles { get; }

    /// <summary>What happens before the sync of a day, said in words.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="reconnect">Gives an account its new refresh token.</param>
    /// <param name="ledger">What is stored.</param>
    public async Task<IReadOnlyList<string>> PassAsync(int day, Func<SoakAccount, string, Task> reconnect, SoakLedger ledger)
    {
        var told = new List<string>();

        // Two in a row that lack just the same rows would be taken for the truth, as a second report is.
        _dayToCome = _amazon.Requests.Entries.Any(IsIncomplete) ? null : _dayToCome;
        foreach (SoakEvent happens in _plan.GetEvents(day))
        {
            SoakAccount second = Accounts[1];
            switch (happens)
            {
                case SoakEvent.Revoked:
                    second.Grant.Revoke();
                    told.Add($"'{second.Name}' revoked its grant");
                    break;
                case SoakEvent.ConsentedAgain when second.Grant.IsRevoked:
                    await reconnect(second, second.Grant.ConsentAnew());
                    told.Add($"'{second.Name}' consented again");
                    break;
                case SoakEvent.RevokedForGood:
                    Accounts[2].Grant.Revoke();
                    told.Add($"'{Accounts[2].Name}' revoked its grant");
                    break;
                case SoakEvent.ProfileAdded when _added is { } added:
                    second.Grant.Show(added);
                    second.Visible.Add(added);
                    told.Add($"a profile was added to '{second.Name}'");
                    break;
                case SoakEvent.ProfileRemoved when _removed is { } removed:
                    second.Grant.Hide(removed);
                    second.Visible.Remove(removed);
                    told.Add($"a profile was removed from '{second.Name}'");
                    break;
                case SoakEvent.IncompleteReport when _dayToCome is null && await FindSureDayAsync(ledger) is { } sure:
                    _dayToCome = sure;
                    _amazon.Faults.Add(
                        SimulatorFault.IncompleteReport(MissingShare) with { ProfileId = _first, ReportTypeId = IncompleteType, ReportDay = sure });
                    told.Add(ReportWillLackRows);
                    break;
            }
        }

        return told;
    }

    public DateOnly DateAt(long profileId, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Profiles[profileId].TimeZone)).DateTime);

    /// <summary>
    /// A day of which so many rows are stored, for each account that sees the profile, that the loss of most is noticed. Nobody can tell that
    /// the first report of a day lacks rows.
    /// </summary>
    private async Task<DateOnly?> FindSureDayAsync(SoakLedger ledger)
    {
        DateOnly today = DateAt(_first, _amazon.Clock.GetUtcNow());
        SoakDataset dataset = SoakDataset.All.Single(known => known.Name == IncompleteDataset);
        HashSet<DateOnly> days = [.. Enumerable.Range(2, 4).Select(age => today.AddDays(-age))];
        foreach (SoakAccount account in Accounts.Where(account => !account.Grant.IsRevoked && account.Visible.Contains(_first)))
        {
            var stored = await ledger.ReadRowsAsync(account, _first, dataset, today.AddDays(-5), today.AddDays(-2));
            days.RemoveWhere(date => !stored.TryGetValue(date, out var rows) || rows.Count < SureRows);
        }

        return days.Count == 0 ? null : days.Max();
    }

    private bool IsIncomplete(SimulatorRequest request)
    {
        if (request is not { Operation: "reports.create", Status: 200 } || request.ProfileId != _first || _dayToCome is not { } day)
        {
            return false;
        }

        using JsonDocument body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("configuration").GetProperty("reportTypeId").ValueEquals(IncompleteType)
            && DateOf("startDate") <= day && day <= DateOf("endDate");

        DateOnly DateOf(string member) => DateOnly.Parse(body.RootElement.GetProperty(member).GetString()!, CultureInfo.InvariantCulture);
    }

    private void Add(string name, long[] profileIds) => Accounts.Add(new SoakAccount(name, _amazon.Tokens.AddGrant(profileIds), profileIds));
}
