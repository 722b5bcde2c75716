using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// How advertisers connect their accounts by consenting at Amazon. Closed until <see cref="MayConnect"/> is set or there is an
/// <see cref="IPpcAdsAccessPolicy"/>.
/// </summary>
public sealed class PpcAdsConnectOptions
{
    /// <summary>
    /// Whether the user of a request may connect an account: called when the browser leaves and again when it comes back.
    /// Default: <see langword="null"/>: every user who may see the account by the host's <see cref="IPpcAdsAccessPolicy"/>;
    /// without such a policy, every request is answered with 403. <see langword="false"/> is answered like an account that does
    /// not exist, which does not reveal the accounts that do.
    /// </summary>
    public Func<HttpContext, AccountId, CancellationToken, ValueTask<bool>>? MayConnect { get; set; }

    /// <summary>
    /// Gets or sets how the user of a request is identified: the user who returns must be the one who left. Default: the claim
    /// <see cref="ClaimTypes.NameIdentifier"/>, else <c>sub</c>, else the name; <see langword="null"/> for a user who is not
    /// signed in, who is bound by the cookie alone.
    /// </summary>
    public Func<HttpContext, string?> UserId { get; set; } = IdOf;

    /// <summary>
    /// Whose consent page is shown when the request names no region. Default: North America's. A grant works in all regions.
    /// </summary>
    public AmazonAdsRegion Region { get; set; } = AmazonAdsRegion.NorthAmerica;

    /// <summary>How long an advertiser may take on Amazon's pages. Default: 10 minutes.</summary>
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How many requests one user, or one address without a user, may make in a minute; a connection takes two. Default: 10.
    /// Codes are traded half as often. More are answered 429: each that comes back costs a call to Login with Amazon, whose
    /// throttling holds for all users of the application.
    /// </summary>
    public int RequestsPerMinute { get; set; } = 10;

    /// <summary>
    /// Where the browser goes once the account is connected, unless the request named a local <c>return_url</c>: a local path or
    /// an https address, which gets <c>account_id</c>. Default: <see langword="null"/>, the answer is JSON.
    /// </summary>
    public string? ConnectedPage { get; set; }

    /// <summary>
    /// Where the browser goes when the advertiser does not consent: a local path or an https address, which gets
    /// <c>account_id</c> and <c>error</c>. Default: <see langword="null"/>, the answer is a ProblemDetails.
    /// </summary>
    public string? RefusedPage { get; set; }

    private static string? IdOf(HttpContext context) => context.User.Identity is { IsAuthenticated: true } identity
        ? context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? context.User.FindFirst("sub")?.Value ?? identity.Name
        : null;
}
