using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>Sends a browser to Amazon's consent page.</summary>
internal sealed class ConnectStart(
    AmazonConsent consent,
    ConnectAccess access,
    ConnectTickets tickets,
    IOptions<PpcAdsOptions> sdk,
    IOptions<PpcAdsConnectOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(ConnectLog.Category);

    public async Task<IResult> RunAsync(
        HttpContext context, string accountText, string[] regions, string[] returnUrls, CancellationToken cancellationToken)
    {
        if (!AccountId.TryParse(accountText, out AccountId accountId))
        {
            return ConnectProblem.NoAccount();
        }

        (string? userId, IResult? problem) = access.UserOf(context);
        if ((problem ?? await access.RefuseAsync(context, accountId, userId, cancellationToken).ConfigureAwait(false))
            is { } refusal)
        {
            return refusal;
        }

        Dictionary<string, string[]> errors = [];
        AmazonAdsRegion region = ReadRegion(regions, errors);
        string? returnUrl = ReadReturnUrl(returnUrls, errors);
        if (errors.Count > 0)
        {
            return ConnectProblem.Invalid(errors);
        }

        var request = new ConsentRequest
        {
            Region = region,
            RedirectUri = sdk.Value.Application?.RedirectUri ?? CallbackOf(context.Request),
            State = AmazonConsent.NewSecret(),
            CodeVerifier = AmazonConsent.NewSecret(),
        };
        Uri address;
        try
        {
            address = consent.CreateAddress(request);
        }
        catch (PpcAdsValidationException exception)
        {
            ConnectLog.RequestFailed(_logger, exception);
            return ConnectProblem.NoHttps();
        }

        TimeSpan lifetime = options.Value.StateLifetime;
        tickets.Give(
            context,
            new ConnectTicket
            {
                AccountId = accountId.Value,
                State = request.State,
                CodeVerifier = request.CodeVerifier,
                RedirectUri = request.RedirectUri,
                Region = region,
                UserId = userId,
                ReturnUrl = returnUrl,
                ExpiresAt = timeProvider.GetUtcNow() + lifetime,
            },
            lifetime);
        ConnectLog.Started(_logger, accountId, userId, region);
        return TypedResults.Redirect(address.AbsoluteUri);
    }

    /// <summary>
    /// The callback next to this address, as the browser sees it: the two endpoints differ in their last segment only.
    /// </summary>
    private static Uri CallbackOf(HttpRequest request)
    {
        string path = (request.Path.Value ?? "").TrimEnd('/');
        return new Uri(UriHelper.BuildAbsolute(
            request.Scheme, request.Host, request.PathBase, path[..(path.LastIndexOf('/') + 1)] + ConnectEndpoints.Callback));
    }

    private AmazonAdsRegion ReadRegion(string[] regions, Dictionary<string, string[]> errors)
    {
        AmazonAdsRegion? region = regions switch
        {
            [] => options.Value.Region,
            [var text] => text.ToUpperInvariant() switch
            {
                "NA" => AmazonAdsRegion.NorthAmerica,
                "EU" => AmazonAdsRegion.Europe,
                "FE" => AmazonAdsRegion.FarEast,
                _ => null,
            },
            _ => null,
        };
        if (region is null)
        {
            errors[ConnectEndpoints.RegionParameter] = ["Must be one of NA, EU, FE."];
        }

        return region ?? default;
    }

    private static string? ReadReturnUrl(string[] returnUrls, Dictionary<string, string[]> errors)
    {
        if (returnUrls.Length == 0 || (returnUrls.Length == 1 && ReturnAddress.IsLocal(returnUrls[0])))
        {
            return returnUrls.FirstOrDefault();
        }

        errors[ConnectEndpoints.ReturnUrlParameter] =
            [$"Must be one path of this host such as /settings, percent-encoded, of at most {ReturnAddress.Longest} characters."];
        return null;
    }
}
