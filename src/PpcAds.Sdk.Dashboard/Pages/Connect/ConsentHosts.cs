using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>The hosts of Amazon's consent pages: the form of the Connect button leads there by a redirect.</summary>
internal static class ConsentHosts
{
    private static readonly Uri AnyAddress = new("https://localhost/");

    public static IReadOnlyCollection<string> Of(HttpContext context)
    {
        AmazonConsent consent = context.RequestServices.GetRequiredService<AmazonConsent>();
        return
        [
            .. Enum.GetValues<AmazonAdsRegion>().Select(region => consent.CreateAddress(new ConsentRequest
            {
                Region = region,
                RedirectUri = AnyAddress,
                State = AmazonConsent.NewSecret(),
                CodeVerifier = AmazonConsent.NewSecret(),
            }).GetLeftPart(UriPartial.Authority)).Distinct(StringComparer.Ordinal),
        ];
    }
}
