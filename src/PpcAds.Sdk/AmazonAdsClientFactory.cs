using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <inheritdoc cref="IAmazonAdsClientFactory"/>
internal sealed class AmazonAdsClientFactory(
    ITokenStore tokenStore,
    IOptions<AmazonAdsOptions> options,
    IHttpMessageHandlerFactory handlers,
    IRateGovernor governor,
    ClientMetrics metrics,
    TimeProvider timeProvider,
    ILoggerFactory loggerFactory) : IAmazonAdsClientFactory, IDisposable
{
    private static readonly TimeSpan VerificationTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AccountId, AmazonAdsClient> _clients = new();
    private readonly AmazonAdsClientOptions _options = options.Value.Client.Clone();

    // The factory rotates its handlers, so each request gets the current one.
    private readonly HttpTransport _transport = new(
        () => new HttpMessageInvoker(handlers.CreateHandler(AmazonAdsHttpClients.Api), disposeHandler: false),
        () => new HttpMessageInvoker(handlers.CreateHandler(AmazonAdsHttpClients.Downloads), disposeHandler: false));

    public async ValueTask<AmazonAdsClient> CreateAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        LwaCredentials credentials = await tokenStore.FindAsync(accountId, cancellationToken).ConfigureAwait(false)
            ?? throw new PpcAdsValidationException("The account", [
                new InputProblem(
                    "accountId",
                    accountId.ToString(),
                    $"has no credentials; store them with {nameof(ITokenStore)}.{nameof(ITokenStore.SaveAsync)}."),
            ]);
        return _clients.AddOrUpdate(
            accountId,
            _ => Make(accountId, credentials),
            (_, known) => known.Knows(credentials) ? known : Make(accountId, credentials));
    }

    /// <summary>
    /// Creates a client for credentials that no account has yet. It gives up early, since a caller waits for the answer.
    /// </summary>
    public AmazonAdsClient CreateUnstored(LwaCredentials credentials)
    {
        AmazonAdsClientOptions quick = _options.Clone();
        quick.MaxAttempts = Math.Min(quick.MaxAttempts, 2);
        quick.TotalTimeout = quick.TotalTimeout < VerificationTimeout ? quick.TotalTimeout : VerificationTimeout;

        // With the secret that came with the credentials, never with the host's: what is verified is what the caller sent.
        return new AmazonAdsClient(credentials, quick, ServicesWith(application: null), _transport, ownsTransport: false);
    }

    public void Dispose() => _transport.Dispose();

    private AmazonAdsClientServices ServicesWith(LwaApplication? application) => new()
    {
        TimeProvider = timeProvider,
        LoggerFactory = loggerFactory,
        RateGovernor = governor,
        Metrics = metrics,
        Application = application,
    };

    private AmazonAdsClient Make(AccountId accountId, LwaCredentials credentials) =>
        new(
            credentials,
            _options,
            ServicesWith(options.Value.Application),
            _transport,
            ownsTransport: false,
            accountId,
            (used, rotated) => tokenStore.TryReplaceAsync(accountId, used, rotated),
            () => tokenStore.FindAsync(accountId));
}
