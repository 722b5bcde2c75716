namespace PpcAds.Sdk.Simulator;

/// <summary>What a simulator holds and how it behaves. The same options give the same data, run after run.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The TCP port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The seed of everything that looks random.</summary>
    public int Seed { get; set; } = 7;

    /// <summary>How many ordinary profiles there are: sellers and vendors, dealt out over the three regions in turn.</summary>
    public int Profiles { get; set; } = 3;

    /// <summary>How many Sponsored Products campaigns each profile has.</summary>
    public int Campaigns { get; set; } = 20;

    /// <summary>
    /// How many ad groups each Sponsored Products campaign has; <see langword="null"/> for one to three, by chance.
    /// </summary>
    public int? AdGroupsPerCampaign { get; set; }

    /// <summary>
    /// How many keywords each ad group of a manual Sponsored Products campaign has; <see langword="null"/> for two to six, by
    /// chance.
    /// </summary>
    public int? KeywordsPerAdGroup { get; set; }

    /// <summary>
    /// How many product targets, products and categories in turn, each ad group of a manual Sponsored Products campaign has
    /// in addition to its keywords; <see langword="null"/> for none. Automatic campaigns have their four automatic targets in any
    /// case.
    /// </summary>
    public int? TargetsPerAdGroup { get; set; }

    /// <summary>How many agency profiles there are besides: listed, but sponsored ads calls for them are refused.</summary>
    public int AgencyProfiles { get; set; }

    /// <summary>
    /// How many profiles are shared for viewing only: hidden from the default list, and not allowed to list keywords.
    /// </summary>
    public int ViewOnlyProfiles { get; set; }

    /// <summary>How many Sponsored Brands campaigns each profile has.</summary>
    public int BrandCampaigns { get; set; } = 8;

    /// <summary>How many Sponsored Display campaigns each profile has.</summary>
    public int DisplayCampaigns { get; set; } = 8;

    /// <summary>How many profiles of authors there are besides: vendors of subtype KDP_AUTHOR, without themes.</summary>
    public int AuthorProfiles { get; set; }

    /// <summary>
    /// How many sellers there are besides whose brand is not registered: Sponsored Brands and Display are refused to them (403).
    /// </summary>
    public int ProfilesWithoutBrand { get; set; }

    /// <summary>
    /// Whether every other profile has an id above 2^53, which a JavaScript number or a double cannot hold, as Amazon's may be.
    /// </summary>
    public bool LargeProfileIds { get; set; } = true;

    /// <summary>
    /// Whether the countries of the profiles, and so their currencies and time zones, follow the seed. The regions still take
    /// turns. By default the large countries come first, whatever the seed.
    /// </summary>
    public bool ShuffleMarketplaces { get; set; }

    /// <summary>The instant at which the simulator's clock starts. Fixed by default, so that runs repeat.</summary>
    public DateTimeOffset AsOf { get; set; } = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What makes the clock go on from <see cref="AsOf"/>; the system's by default. Tests pass a fake one.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether the control surface under <c>/_simulator/</c> is open.</summary>
    public bool ControlSurface { get; set; }

    /// <summary>
    /// How long a report takes: pending for the first half, then processing. Amazon takes minutes, up to three hours.
    /// </summary>
    public TimeSpan ReportGenerationTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many days back reports have rows, by report type, in place of Amazon's own retention. A type that refuses older days
    /// refuses those before this; search terms of Sponsored Products come without rows then, as always.
    /// </summary>
    public IDictionary<string, int> RetentionDays { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How long an export takes. Amazon names no time.</summary>
    public TimeSpan ExportGenerationTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an access token lives; an hour at Amazon.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a consent lasts; <see langword="null"/> for ever. Amazon ends consents given since 2026-07-30 after 365 days,
    /// however often their refresh token is used; the token endpoint then answers <c>invalid_grant</c>.
    /// </summary>
    public TimeSpan? ConsentLifetime { get; set; }

    /// <summary>How long a presigned link lives; an hour at Amazon.</summary>
    public TimeSpan DownloadUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The limit on calls; none by default.</summary>
    public SimulatorThrottle? Throttle { get; set; }

    /// <summary>The only client that is let in.</summary>
    public string ClientId { get; set; } = "amzn1.application-oa2-client.5e0a7c1d2b3f4a6988776655443322aa";

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; set; } = "amzn1.oa2-cs.v1.simulated0123456789abcdef0123456789abcdef";

    /// <summary>
    /// The addresses that advertisers are sent back to after consent, letter for letter: the client's Allowed Return URLs.
    /// </summary>
    public IList<string> AllowedReturnUrls { get; set; } = [];

    /// <summary>
    /// Whether advertisers may be sent back to any address on this machine as well, whatever its port. At Amazon each has to
    /// be listed.
    /// </summary>
    public bool AllowLocalReturnUrls { get; set; }

    /// <summary>Who answers on the consent page; the person at the browser by default.</summary>
    public SimulatorConsentAnswer ConsentAnswer { get; set; }

    /// <summary>How long the code of a consent lives; 5 minutes at Amazon.</summary>
    public TimeSpan ConsentCodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The one grant's refresh token at the start.</summary>
    public string RefreshToken { get; set; } = "Atzr|IwEBISimulatedRefreshToken0123456789";
}
