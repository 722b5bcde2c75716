using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Connect;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints by which advertisers connect their accounts.</summary>
public static class PpcAdsConnectEndpointExtensions
{
    /// <summary>
    /// Maps <c>GET {prefix}/connect/amazon/{accountId}</c>, which sends the browser to Amazon's consent page, and
    /// <c>GET {prefix}/connect/amazon/callback</c>, which takes it back; the latter's address must be among the Allowed Return
    /// URLs of your security profile. Both answer 403 until <see cref="PpcAdsConnectOptions.MayConnect"/> is set or there is an
    /// <see cref="IPpcAdsAccessPolicy"/>.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">What stands before the paths.</param>
    /// <returns>Both, to add conventions such as <c>RequireAuthorization</c>.</returns>
    /// <exception cref="InvalidOperationException">The services are not there.</exception>
    public static RouteGroupBuilder MapPpcAdsConnect(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (!ConnectEndpoints.AreAdded(endpoints.ServiceProvider))
        {
            throw new InvalidOperationException(
                "PpcAds: the services of connecting are not registered. Call AddPpcAds(…).AddConnectWithAmazon(…) before the "
                + "host is built.");
        }

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        ConnectEndpoints.Map(group);
        return group;
    }
}
