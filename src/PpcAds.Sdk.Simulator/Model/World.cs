namespace PpcAds.Sdk.Simulator.Model;

/// <summary>All entities, made from the seed alone: neither the clock nor the order of calls changes them.</summary>
internal sealed class World
{
    public World(int seed, int profiles, int campaigns, int agencyProfiles, int viewOnlyProfiles)
    {
        var factory = new WorldFactory(new Dice(seed), campaigns);
        int index = 0;
        var all = new List<SimulatedProfile>();
        Add(profiles, "seller", false);
        Add(agencyProfiles, "agency", false);
        Add(viewOnlyProfiles, "seller", true);
        Profiles = all;

        void Add(int count, string type, bool viewOnly)
        {
            for (int number = 0; number < count; number++, index++)
            {
                // Every third ordinary profile is a vendor's: attribution differs for them.
                string actual = type == "seller" && !viewOnly && number % 3 == 1 ? "vendor" : type;
                all.Add(factory.MakeProfile(index, actual, viewOnly));
            }
        }
    }

    public IReadOnlyList<SimulatedProfile> Profiles { get; }

    public SimulatedProfile? Find(long profileId) => Profiles.FirstOrDefault(profile => profile.ProfileId == profileId);
}
