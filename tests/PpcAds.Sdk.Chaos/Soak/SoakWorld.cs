using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Four advertisers, and what happens to them in thirty days.</summary>
internal sealed class SoakWorld
{
    private const int ProfileAddedOn = 10;
    private const int ProfileRemovedOn = 15;
    private const int FirstRevokedOn = 8;
    private const int ConsentedAnewOn = 13;
    private const int SecondRevokedOn = 20;

    private readonly AmazonAdsSimulator _amazon;
    private readonly long _first;
    private readonly long _added;
    private readonly long _removed;

    public SoakWorld(AmazonAdsSimulator amazon)
    {
        _amazon = amazon;
        Profiles = amazon.Truth.Profiles.ToDictionary(profile => profile.ProfileId);
        long[] ids = [.. amazon.Truth.Profiles.Where(profile => profile.Type != "agency").Select(profile => profile.ProfileId)];
        long[] agencies = [.. amazon.Truth.Profiles.Where(profile => profile.Type == "agency").Select(profile => profile.ProfileId)];
        (_first, _added, _removed) = (ids[0], ids[3], ids[6]);
        Add("Americas and Britain", [ids[0], ids[1], .. agencies]);
        Add("Pacific", [ids[2], ids[5]]);
        Add("Germany and Mexico", [ids[4], _removed]);
        Add("An agency's client, as the first account", [ids[0]]);
    }

    public List<SoakAccount> Accounts { get; } = [];

    public IReadOnlyDictionary<long, SimulatorProfileInfo> Profiles { get; }

    /// <summary>What happens before the sync of a day, said in words.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="reconnect">Gives an account its new refresh token.</param>
    public async Task<IReadOnlyList<string>> PassAsync(int day, Func<SoakAccount, string, Task> reconnect)
    {
        var events = new List<string>();
        switch (day)
        {
            case FirstRevokedOn:
                Accounts[2].Grant.Revoke();
                events.Add($"'{Accounts[2].Name}' revoked its grant");
                break;
            case ConsentedAnewOn:
                await reconnect(Accounts[2], Accounts[2].Grant.ConsentAnew());
                events.Add($"'{Accounts[2].Name}' consented anew");
                break;
            case SecondRevokedOn:
                Accounts[3].Grant.Revoke();
                events.Add($"'{Accounts[3].Name}' revoked its grant");
                break;
            case ProfileAddedOn:
                Accounts[1].Grant.Show(_added);
                Accounts[1].Visible.Add(_added);
                events.Add($"a profile was added to '{Accounts[1].Name}'");
                break;
            case ProfileRemovedOn:
                Accounts[2].Grant.Hide(_removed);
                Accounts[2].Visible.Remove(_removed);
                events.Add($"a profile was removed from '{Accounts[2].Name}'");
                break;
        }

        // Every sixth day a report lacks most of its rows, once: the next one has them.
        if (day % 6 == 5)
        {
            _amazon.Faults.Add(SimulatorFault.IncompleteReport(0.8) with { ProfileId = _first });
            events.Add("a report will lack most of its rows");
        }

        return events;
    }

    private void Add(string name, long[] profileIds) => Accounts.Add(new SoakAccount(name, _amazon.Tokens.AddGrant(profileIds), profileIds));
}
