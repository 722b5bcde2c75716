using PpcAds.Sdk.Simulator.Authentication;
using PpcAds.Sdk.Simulator.Control;
using PpcAds.Sdk.Simulator.Exports;
using PpcAds.Sdk.Simulator.Faults;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator;

/// <summary>
/// A local Amazon Ads API on the loopback address: strict where Amazon is strict, deterministic from a seed, and able to fail
/// on command. All three regions and the token endpoint share one port.
/// </summary>
public sealed class AmazonAdsSimulator : IAsyncDisposable, IDisposable
{
    private readonly SimulatorServer _server;
    private readonly SimulatorOptions _options;
    private readonly ThrottleGate _throttle;

    private AmazonAdsSimulator(SimulatorOptions options)
    {
        _options = options;
        var world = new World(options);
        Clock = new SimulatorClock(options.AsOf, options.TimeProvider);
        Tokens = new SimulatorTokens(options, Clock);
        Consent = new SimulatorConsent(options);
        var codes = new ConsentCodes(options, Clock, Tokens, Consent);
        var retention = new ReportRetention(options, Quirks);
        var catalogue = new Catalogue();
        Truth = new SimulatorTruth(world, Clock, catalogue, retention);
        _throttle = new ThrottleGate(Clock) { Limit = options.Throttle };
        var reports = new ReportService(Clock, options, Quirks, catalogue, retention);
        var exports = new ExportService(Clock, options, Quirks);
        var dispatcher = new Dispatcher(
            options,
            Clock,
            Faults,
            Requests,
            new TokenEndpoint(options, Tokens, codes, Quirks),
            new ConsentEndpoint(options, Consent, codes),
            new AdsApi(world, Clock, options, Tokens, Quirks, _throttle, reports, exports),
            new DownloadEndpoint(reports, exports),
            new ControlEndpoint(
                Clock,
                Faults,
                Requests,
                Quirks,
                Consent,
                _throttle,
                new TruthEndpoint(Truth, GetEndpoint),
                new StartPage(options, Tokens, Clock, GetEndpoint)),
            reports,
            exports);

        _server = new SimulatorServer(options.Port, dispatcher.HandleAsync);
    }

    /// <summary>The address that stands for North America's host, and under which everything else lies.</summary>
    public Uri BaseAddress => _server.Address;

    /// <summary>Login with Amazon's token endpoint.</summary>
    public Uri TokenEndpoint => new(BaseAddress, "auth/o2/token");

    /// <summary>The only client id that is let in.</summary>
    public string ClientId => _options.ClientId;

    /// <summary>The client's secret.</summary>
    public string ClientSecret => _options.ClientSecret;

    /// <summary>The refresh token that is good now.</summary>
    public string RefreshToken => Tokens.RefreshToken;

    /// <summary>The simulator's time.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>What goes wrong on purpose.</summary>
    public SimulatorFaults Faults { get; } = new();

    /// <summary>What is true in the simulated world.</summary>
    public SimulatorTruth Truth { get; }

    /// <summary>The calls so far.</summary>
    public SimulatorRequestLog Requests { get; } = new();

    /// <summary>Oddities that can be switched on.</summary>
    public SimulatorQuirks Quirks { get; } = new();

    /// <summary>The tokens that were given out.</summary>
    public SimulatorTokens Tokens { get; }

    /// <summary>The consent page.</summary>
    public SimulatorConsent Consent { get; }

    /// <summary>The limit on calls; may change at any time.</summary>
    public SimulatorThrottle? Throttle
    {
        get => _throttle.Limit;
        set => _throttle.Limit = value;
    }

    /// <summary>Starts a simulator.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AmazonAdsSimulator> StartAsync(
        SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        AmazonAdsSimulator simulator = Create(options);
        try
        {
            await simulator.ListenAsync(cancellationToken).ConfigureAwait(false);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Makes a simulator that has its addresses and its data, and answers once <see cref="ListenAsync"/> was called.
    /// </summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static AmazonAdsSimulator Create(SimulatorOptions? options = null) => new(options ?? new SimulatorOptions());

    /// <summary>Begins to answer.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task ListenAsync(CancellationToken cancellationToken = default) => _server.StartAsync(cancellationToken);

    /// <summary>The address that stands for a region's host.</summary>
    public Uri GetEndpoint(SimulatorRegion region) => region switch
    {
        SimulatorRegion.EU => new Uri(BaseAddress, "eu/"),
        SimulatorRegion.FE => new Uri(BaseAddress, "fe/"),
        _ => BaseAddress,
    };

    /// <summary>The page on which advertisers of a region consent, as <c>https://www.amazon.com/ap/oa</c> is.</summary>
    public Uri GetConsentEndpoint(SimulatorRegion region) => new(GetEndpoint(region), "ap/oa");

    /// <summary>Stops the simulator; its port is free afterwards.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Stops the simulator; its port is free afterwards.</summary>
    public void Dispose() => _server.Dispose();
}
