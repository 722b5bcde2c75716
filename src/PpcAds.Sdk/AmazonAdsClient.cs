using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Portfolios;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.SponsoredDisplay;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <summary>
/// The Amazon Ads API for one grant: one advertiser's consent, good in all regions. Immutable, safe for concurrent use; make
/// one per grant and keep it, since it holds the access token and the connections.
/// </summary>
/// <example>
/// <code>
/// using var client = new AmazonAdsClient(new LwaCredentials(clientId, clientSecret, refreshToken));
/// Profile profile = (await client.GetProfilesAsync())[0];
/// List&lt;Campaign&gt; campaigns = await client.ForProfile(profile).SponsoredProducts.ListCampaignsAsync().ToListAsync();
/// </code>
/// </example>
public sealed class AmazonAdsClient : IDisposable
{
    private readonly AmazonAdsClientOptions _options;
    private readonly AdsPipeline _pipeline;
    private readonly AccessTokenSource _tokens;
    private readonly FileDownloader _downloader;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _listLogger;
    private readonly ILogger _reportLogger;
    private readonly ILogger _exportLogger;
    private readonly HttpTransport? _ownTransport;
    private readonly AdaptiveRateGovernor? _ownGovernor;
    private readonly ClientMetrics? _ownMetrics;

    /// <summary>Makes a client without dependency injection.</summary>
    /// <param name="credentials">The application's and the advertiser's secrets.</param>
    /// <param name="options">How calls are made; copied, so that later changes have no effect.</param>
    /// <param name="services">Time, logs and the like.</param>
    /// <exception cref="PpcAdsValidationException">The options are not valid.</exception>
    public AmazonAdsClient(
        LwaCredentials credentials, AmazonAdsClientOptions? options = null, AmazonAdsClientServices? services = null)
        : this(
            credentials,
            AmazonAdsClientOptionsRules.Checked(options ?? new AmazonAdsClientOptions()),
            services ??= new AmazonAdsClientServices(),
            HttpTransport.Create(services.HttpMessageHandler),
            ownsTransport: true)
    {
    }

    internal AmazonAdsClient(
        LwaCredentials credentials,
        AmazonAdsClientOptions options,
        AmazonAdsClientServices services,
        HttpTransport transport,
        bool ownsTransport,
        AccountId? accountId = null,
        Func<LwaCredentials, LwaCredentials, Task<bool>>? onRotated = null,
        Func<Task<LwaCredentials?>>? findStored = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ILoggerFactory loggers = services.LoggerFactory ?? NullLoggerFactory.Instance;
        ClientMetrics metrics = services.Metrics ?? (_ownMetrics = new ClientMetrics(services.MeterFactory));
        var exchange = new HttpExchange(transport, options, services.TimeProvider, metrics.Requests);
        var pipelines = new CallPipelines(
            options, new CallServices(services.Random, services.TimeProvider, metrics.Requests, loggers));
        ILogger tokenLogger = loggers.CreateLogger("PpcAds.Sdk.Authentication");
        _options = options;
        _ownTransport = ownsTransport ? transport : null;
        _tokens = new AccessTokenSource(
            new LwaTokenClient(
                exchange, pipelines.Create(LwaTokenClient.PipelineName), options, tokenLogger, services.Application),
            credentials,
            options,
            services.TimeProvider,
            metrics.Tokens,
            tokenLogger,
            onRotated,
            findStored);
        IRateGovernor governor = services.RateGovernor
            ?? (_ownGovernor = new AdaptiveRateGovernor(options.ToGovernorOptions(), services.ToGovernorServices(metrics.Rates)));
        string account = accountId?.ToString() ?? credentials.ClientId;
        _pipeline = new AdsPipeline(
            exchange,
            pipelines,
            _tokens,
            governor,
            options,
            services.TimeProvider,
            account,
            loggers.CreateLogger("PpcAds.Sdk.Http"));
        _timeProvider = services.TimeProvider;
        _listLogger = loggers.CreateLogger("PpcAds.Sdk.Lists");
        _reportLogger = loggers.CreateLogger("PpcAds.Sdk.Reports");
        _exportLogger = loggers.CreateLogger("PpcAds.Sdk.Exports");
        _downloader = new FileDownloader(transport, pipelines, governor, options, _timeProvider, account, metrics.Requests);
    }

    /// <summary>
    /// Returns whether another client was made of the credentials that this one has, or had before their last rotation.
    /// </summary>
    /// <param name="other">The other client.</param>
    public bool HasCredentialsOf(AmazonAdsClient other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Knows(other.Credentials);
    }

    /// <inheritdoc cref="AccessTokenSource.Knows"/>
    internal bool Knows(LwaCredentials credentials) => _tokens.Knows(credentials);

    /// <summary>The credentials, with the refresh token that Amazon gave last.</summary>
    internal LwaCredentials Credentials => _tokens.Credentials;

    /// <summary>Gets the regions whose profiles it lists.</summary>
    internal IReadOnlyList<AmazonAdsRegion> Regions => _options.GetRegions();

    /// <summary>Lists the grant's profiles in all regions of <see cref="AmazonAdsClientOptions.Regions"/>.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that the grant can read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The profiles, each with its region. Those of type agency take no sponsored ads calls.</returns>
    /// <exception cref="AmazonAdsException">
    /// A region could not be asked. Nothing is left out in silence; ask regions one by one to have the others.
    /// </exception>
    public async Task<IReadOnlyList<Profile>> GetProfilesAsync(
        ProfileFilter? filter = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Profile>[] regions = await Task
            .WhenAll(Regions.Select(region => GetProfilesAsync(region, filter, cancellationToken)))
            .ConfigureAwait(false);
        return [.. regions.SelectMany(profiles => profiles)];
    }

    /// <summary>Lists the grant's profiles in one region.</summary>
    /// <inheritdoc cref="GetProfilesAsync(ProfileFilter?, CancellationToken)"/>
    public Task<IReadOnlyList<Profile>> GetProfilesAsync(
        AmazonAdsRegion region, ProfileFilter? filter = null, CancellationToken cancellationToken = default) =>
        GetProfilesAsync(region, filter, null, cancellationToken);

    /// <summary>
    /// Lists the grant's profiles in one region. What differs from the documented shape does not end the call; it is noted.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <param name="filter">Which; <see langword="null"/> for all that the grant can read.</param>
    /// <param name="drift">Where differences are noted; <see langword="null"/> to fail on them.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="AmazonAdsException">The region could not be asked.</exception>
    public Task<IReadOnlyList<Profile>> GetProfilesAsync(
        AmazonAdsRegion region, ProfileFilter? filter, SchemaDrift? drift, CancellationToken cancellationToken) =>
        new ProfileLister(_pipeline, drift).ListAsync(region, filter ?? new ProfileFilter(), cancellationToken);

    /// <summary>The operations of a profile that was listed. Sends nothing.</summary>
    public ProfileClient ForProfile(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Bind(profile.ProfileId, profile.Region, profile.TimeZone);
    }

    /// <summary>The operations of a profile whose region is known. Sends nothing.</summary>
    /// <exception cref="PpcAdsValidationException">The id is empty.</exception>
    public ProfileClient ForProfile(ProfileId profileId, AmazonAdsRegion region) => Bind(profileId, region, null);

    /// <summary>The operations of a profile. What differs from the documented shapes does not end a call; it is noted.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="region">Its region.</param>
    /// <param name="drift">Where differences are noted.</param>
    /// <param name="patience">How long a call may wait in all, where that is less than the options say.</param>
    /// <exception cref="PpcAdsValidationException">The id is empty.</exception>
    public ProfileClient ForProfile(ProfileId profileId, AmazonAdsRegion region, SchemaDrift drift, TimeSpan? patience = null) =>
        Bind(profileId, region, null, drift, patience);

    /// <summary>The operations of a profile in the only region that the options name. Sends nothing.</summary>
    /// <exception cref="PpcAdsValidationException">The id is empty, or the options name several regions.</exception>
    public ProfileClient ForProfile(ProfileId profileId)
    {
        if (Regions is not [AmazonAdsRegion only])
        {
            throw new PpcAdsValidationException("The profile", [
                new InputProblem(
                    "region",
                    null,
                    "is missing; a profile id is known to one region only. Pass the region or the listed profile.")
                {
                    AllowedValues = [.. Regions.Select(region => region.ToString())],
                },
            ]);
        }

        return Bind(profileId, only, null);
    }

    /// <summary>
    /// Closes the connections of a client made without dependency injection; does nothing to one that a factory made.
    /// </summary>
    public void Dispose()
    {
        _ownTransport?.Dispose();
        _ownGovernor?.Dispose();
        _ownMetrics?.Dispose();
    }

    private ProfileClient Bind(
        ProfileId profileId, AmazonAdsRegion region, string? timeZone, SchemaDrift? drift = null, TimeSpan? patience = null)
    {
        if (profileId == default)
        {
            throw new PpcAdsValidationException("The profile", [
                new InputProblem(nameof(profileId), "0", "is no id; an id that was never set looks like this."),
            ]);
        }

        // An unknown zone is no reason to refuse a profile; Amazon checks the days of its reports then.
        TimeZoneInfo? zone =
            timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? found) ? found : null;
        var calls = new ProfileCalls(
            _pipeline, _downloader, region, profileId, _options, _timeProvider)
        { Drift = drift, Patience = patience };
        var lists = new EntityLists(calls, _listLogger);
        return new ProfileClient(
            profileId,
            region,
            new SponsoredProductsClient(lists),
            new SponsoredBrandsClient(lists),
            new SponsoredDisplayClient(lists),
            new PortfoliosClient(lists),
            new ExportsClient(calls, _exportLogger),
            new ReportsClient(calls, zone, _reportLogger));
    }
}
