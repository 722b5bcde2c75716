namespace PpcAds.Sdk.Simulator.Model;

/// <summary>All entities, made from the seed alone: neither the clock nor the order of calls changes them.</summary>
internal sealed class World
{
    public World(SimulatorOptions options)
    {
        var factory = new WorldFactory(new Dice(options.Seed), options);
        int index = 0;
        var all = new List<SimulatedProfile>();
        Add(options.Profiles, "seller", false);
        Add(options.AgencyProfiles, "agency", false);
        Add(options.ViewOnlyProfiles, "seller", true);
        Add(options.AuthorProfiles, "vendor", false, isAuthor: true);
        Add(options.ProfilesWithoutBrand, "seller", false, hasBrand: false);
        Profiles = all;

        void Add(int count, string type, bool viewOnly, bool isAuthor = false, bool hasBrand = true)
        {
            for (int number = 0; number < count; number++, index++)
            {
                // Every third ordinary profile is a vendor's: attribution differs for them.
                string actual = type == "seller" && !viewOnly && hasBrand && number % 3 == 1 ? "vendor" : type;
                SimulatedProfile profile = factory.MakeProfile(index, actual, viewOnly);
                profile.IsAuthor = isAuthor;
                profile.HasBrand = hasBrand;
                if (hasBrand && !profile.IsAgency)
                {
                    profile.BrandCampaigns = BrandFactory.MakeCampaigns(profile, options.BrandCampaigns);
                    profile.DisplayCampaigns = DisplayFactory.MakeCampaigns(profile, options.DisplayCampaigns);
                }

                all.Add(profile);
            }
        }
    }

    public IReadOnlyList<SimulatedProfile> Profiles { get; }

    public SimulatedProfile? Find(long profileId) => Profiles.FirstOrDefault(profile => profile.ProfileId == profileId);
}
