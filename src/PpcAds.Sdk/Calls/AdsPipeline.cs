using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Every call of the Ads API goes through here. From the outside in: total time, retries, the host's strategies, authorization,
/// the rate governor (each attempt takes a permit), the time of one attempt, the wire.
/// </summary>
internal sealed class AdsPipeline
{
    private readonly HttpExchange _exchange;
    private readonly CallExecutor _executor;
    private readonly AccessTokenSource _tokens;
    private readonly AmazonAdsClientOptions _options;
    private readonly string _account;
    private readonly ILogger _logger;

    public AdsPipeline(
        HttpExchange exchange,
        CallPipelines pipelines,
        AccessTokenSource tokens,
        IRateGovernor governor,
        AmazonAdsClientOptions options,
        TimeProvider timeProvider,
        string account,
        ILogger logger)
    {
        _exchange = exchange;
        _tokens = tokens;
        _options = options;
        _account = account;
        _logger = logger;
        _executor = pipelines.Create("PpcAds.Api", builder => builder
            .AddNamed("authorization", new AuthorizationStrategy(tokens, governor, options, timeProvider))
            .AddNamed("rate permit", new RatePermitStrategy(governor, options, timeProvider)));
    }

    /// <summary>Makes a call.</summary>
    /// <exception cref="AmazonAdsException">It failed for good; the subclass says how.</exception>
    public Task<AdsResponse> SendAsync(AdsRequest request, CancellationToken cancellationToken)
    {
        var context = new CallContext(
            request.Operation.Name,
            request.ProfileId,
            request.Region,
            new SecretRedactor(_tokens.Credentials.ClientSecret, _tokens.Credentials.RefreshToken))
        {
            Account = _account,
            Patience = request.Patience,
        };
        var scope = new RateScope(_account, request.Region, request.Operation.Class, request.ProfileId);
        var call = new ApiCall(context, scope, request)
        {
            OnRetry = (number, failure, delay) => HttpLog.Retrying(
                _logger, context.Operation, context.ProfileId, number, ReasonFor(failure), failure.RequestId, delay),
        };
        return _executor.RunAsync(call, SendOnceAsync, cancellationToken);
    }

    private async Task<AdsResponse> SendOnceAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = BuildMessage(call.Request, call.Token!);
        AdsResponse response = await _exchange.SendAsync(call, message, cancellationToken).ConfigureAwait(false);
        HttpLog.Answered(_logger, call.Context.Operation, call.Context.ProfileId, (int)response.StatusCode, response.RequestId);
        return response;
    }

    private HttpRequestMessage BuildMessage(AdsRequest request, AccessToken token)
    {
        string root = _options.Endpoints[request.Region].AbsoluteUri.TrimEnd('/');
        var message = new HttpRequestMessage(request.Operation.Method, new Uri($"{root}/{request.Path}"));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        message.Headers.Add(AdsHeaders.ClientId, _tokens.Credentials.ClientId);
        message.Headers.Add("Accept", request.Operation.Accept);
        message.Headers.Add("User-Agent", AdsHeaders.UserAgent);
        if (request.ProfileId is { } profileId)
        {
            message.Headers.Add(AdsHeaders.Scope, profileId.ToString());
        }

        if (request.Operation.ContentType is { } contentType)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        return message;
    }

    private static string ReasonFor(AmazonAdsException failure) =>
        failure.StatusCode is { } status ? $"status {(int)status}" : failure.Message;
}
