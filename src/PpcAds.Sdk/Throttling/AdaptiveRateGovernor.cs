using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Throttling;

/// <summary>
/// The default governor. It bounds the calls that an account has in flight, and finds for each account, region and class of
/// operations the rate that Amazon allows: up while calls succeed, down on 429, silent while <c>Retry-After</c> lasts, in turns
/// between profiles. Make one per process and give it to all clients; <c>AddPpcAds</c> does.
/// </summary>
public sealed class AdaptiveRateGovernor : IRateGovernor, IDisposable, IAsyncDisposable
{
    // Amazon Ads, rate limiting: limits of report creation follow its queues, which move slowly.
    private const double ReportCreationSlowness = 3;

    private readonly ConcurrentDictionary<string, AccountRateLimiter> _gates = new();
    private readonly RateGovernorOptions _options;
    private readonly RateGovernorServices _services;
    private readonly TaskCreationOptions _continuations;
    private readonly RatePersistence? _persistence;
    private readonly Meter? _ownMeter;

    /// <summary>Initializes a governor.</summary>
    /// <param name="options">Rates, calls in flight, pauses; copied, so that later changes have no effect.</param>
    /// <param name="services">Time, logs, where learned rates are kept.</param>
    /// <exception cref="PpcAdsValidationException">The options are not valid.</exception>
    public AdaptiveRateGovernor(RateGovernorOptions? options = null, RateGovernorServices? services = null)
        : this(
            options ?? new RateGovernorOptions(),
            services ?? new RateGovernorServices(),
            TaskCreationOptions.RunContinuationsAsynchronously)
    {
    }

    internal AdaptiveRateGovernor(RateGovernorOptions options, RateGovernorServices services, TaskCreationOptions continuations)
    {
        _options = RateGovernorOptionsRules.Checked(options);
        _services = services;
        _continuations = continuations;
        RateMetrics metrics = services.Metrics ?? new RateMetrics(_ownMeter = PpcAdsMeter.Create(services.MeterFactory));
        metrics.Observe(() => _gates.Values.SelectMany(gate => gate.Rates()));
        IRateStore? memory = _options.Throttling.StateFile is { } file
            ? new JsonFileRateStore(file, _options.Throttling.RememberFor, services.TimeProvider)
            : services.RateStore;
        if (memory is not null)
        {
            ILogger logger = (services.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("PpcAds.Sdk.Throttling");
            _persistence = new RatePersistence(memory, Snapshot, _options.Throttling, services.TimeProvider, logger);
        }
    }

    /// <inheritdoc/>
    public bool PacesRetries => true;

    /// <inheritdoc/>
    public TimeSpan? GetPause(RateScope scope) =>
        _gates.TryGetValue(scope.Account, out AccountRateLimiter? gate) ? gate.GetPause(scope) : null;

    /// <inheritdoc/>
    public ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default) =>
        _persistence is null or { IsLoaded: true }
            ? GateFor(scope).AcquireAsync(scope, cancellationToken)
            : LoadAndAcquireAsync(_persistence, scope, cancellationToken);

    /// <summary>
    /// Ends all waits with an <see cref="ObjectDisposedException"/>. Rates of the last seconds may not be kept;
    /// <see cref="DisposeAsync"/> keeps them.
    /// </summary>
    public void Dispose()
    {
        _persistence?.Dispose();
        _ownMeter?.Dispose();
        foreach (AccountRateLimiter gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    /// <summary>Saves what was learned, then ends all waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await SaveAsync().ConfigureAwait(false);
        Dispose();
    }

    /// <summary>Writes the learned rates that are not written yet to the rate store.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public Task SaveAsync(CancellationToken cancellationToken = default) =>
        _persistence?.SaveAsync(cancellationToken) ?? Task.CompletedTask;

    private async ValueTask<IRatePermit> LoadAndAcquireAsync(
        RatePersistence persistence, RateScope scope, CancellationToken cancellationToken)
    {
        await persistence.LoadAsync(cancellationToken).ConfigureAwait(false);
        return await GateFor(scope).AcquireAsync(scope, cancellationToken).ConfigureAwait(false);
    }

    private AccountRateLimiter GateFor(RateScope scope) => _gates.GetOrAdd(
        scope.Account,
        static (account, governor) => new AccountRateLimiter(
            account,
            governor._options.MaxConcurrentCallsPerAccount,
            governor.CreateLaw,
            governor._persistence is { } persistence ? persistence.Changed : null,
            governor._continuations,
            governor._services.TimeProvider),
        this);

    private RateController CreateLaw(AccountRateLimiter gate, AmazonAdsRegion region, OperationClass operationClass)
    {
        RateBounds bounds = _options.Throttling.For(operationClass);
        double slowness = operationClass == OperationClass.ReportCreation ? ReportCreationSlowness : 1;
        var settings = new RateControllerSettings
        {
            InitialRate = bounds.InitialRate,
            MinRate = bounds.MinRate,
            MaxRate = bounds.MaxRate,
            BasePause = _options.BasePause,
            MaxPause = _options.MaxPause,
            LongestPause = _options.Throttling.LongestPause,
            RememberFor = _options.Throttling.RememberFor,
        };
        var law = new RateController(
            settings with { Recovery = settings.Recovery * slowness, Doubling = settings.Doubling * slowness },
            _services.Random);
        if (_persistence?.Find(gate.Account, region, operationClass) is { } learned)
        {
            // A pause that another build, or a clock that was wrong, kept is bounded like one that is learned.
            DateTimeOffset now = _services.TimeProvider.GetUtcNow();
            DateTimeOffset latest = now + _options.Throttling.LongestPause;
            DateTimeOffset quietUntil = learned.QuietUntil ?? now;
            law.Restore(learned.CallsPerSecond, gate.InLawTime(quietUntil < latest ? quietUntil : latest));
        }

        return law;
    }

    private IReadOnlyList<LearnedRate> Snapshot() => [.. _gates.Values.SelectMany(gate => gate.Snapshot())];
}
