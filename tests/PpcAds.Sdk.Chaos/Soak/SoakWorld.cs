using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Three advertisers, and what happens to them.</summary>
internal sealed class SoakWorld
{
    public const string ReportWillLackRows = "a report will lack most of its rows";

    private const string IncompleteType = "spTargeting";

    private const double MissingShare = 0.9;

    /// <summary>How many rows of five days a profile must have for the loss of most to be suspect, whatever goes.</summary>
    private const int SureRows = 40;

    private readonly AmazonAdsSimulator _amazon;
    private readonly SoakPlan _plan;
    private readonly long _first;
    private readonly long? _added;
    private readonly long? _removed;
    private bool _isOneToCome;

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
    public async Task<IReadOnlyList<string>> PassAsync(int day, Func<SoakAccount, string, Task> reconnect)
    {
        var told = new List<string>();

        // Two in a row that lack just the same rows would be taken for the truth, as a second report is.
        _isOneToCome &= !_amazon.Requests.Entries.Any(request =>
            request.Operation == "reports.create" && request.Status == 200 && request.ProfileId == _first && request.Body.Contains(IncompleteType, StringComparison.Ordinal));
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
                case SoakEvent.IncompleteReport when !_isOneToCome && CountRows() >= SureRows:
                    _isOneToCome = true;
                    _amazon.Faults.Add(SimulatorFault.IncompleteReport(MissingShare) with { ProfileId = _first, ReportTypeId = IncompleteType });
                    told.Add(ReportWillLackRows);
                    break;
            }
        }

        return told;
    }

    public DateOnly DateAt(long profileId, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Profiles[profileId].TimeZone)).DateTime);

    /// <summary>The rows by target of the four days that are known of those that are asked for daily.</summary>
    private int CountRows()
    {
        DateOnly today = DateAt(_first, _amazon.Clock.GetUtcNow());
        return _amazon.Truth.GetTotals(_first, IncompleteType, ["targeting"], today.AddDays(-5), today.AddDays(-2)).Rows;
    }

    private void Add(string name, long[] profileIds) => Accounts.Add(new SoakAccount(name, _amazon.Tokens.AddGrant(profileIds), profileIds));
}
