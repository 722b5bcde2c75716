using System.Text;

namespace PpcAds.Sdk.Authentication;

/// <summary>What the host's application must satisfy.</summary>
internal static class LwaApplicationRules
{
    /// <summary>Login with Amazon, "Authorization Code Grant": the client id has at most 100 bytes.</summary>
    private const int LongestClientId = 100;

    /// <summary>Every problem. None when the host has no application.</summary>
    public static IReadOnlyList<InputProblem> Check(LwaApplication? application)
    {
        var problems = new List<InputProblem>();
        if (application is null)
        {
            return problems;
        }

        if (string.IsNullOrWhiteSpace(application.ClientId))
        {
            problems.Add(new InputProblem(
                nameof(application.ClientId),
                null,
                "is missing; expected is the client id of your security profile, amzn1.application-oa2-client.…."));
        }
        else if (application.ClientId.Any(char.IsWhiteSpace)
            || Encoding.UTF8.GetByteCount(application.ClientId) > LongestClientId)
        {
            problems.Add(new InputProblem(
                nameof(application.ClientId),
                application.ClientId,
                $"must have no white space and at most {LongestClientId} bytes."));
        }

        if (string.IsNullOrWhiteSpace(application.ClientSecret))
        {
            problems.Add(new InputProblem(
                nameof(application.ClientSecret), null, "is missing; expected is the client secret of the client id."));
        }

        if (application.RedirectUri is { } address && CheckRedirect(address) is { } reason)
        {
            problems.Add(new InputProblem(nameof(application.RedirectUri), address.OriginalString, reason));
        }

        return problems;
    }

    /// <summary>
    /// What keeps Login with Amazon from sending a browser to an address, or null. http is taken for this machine only.
    /// </summary>
    public static string? CheckRedirect(Uri address) =>
        !address.IsAbsoluteUri
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? "must be an absolute https address (http only on this machine)."
            : address.Fragment.Length > 0 || address.UserInfo.Length > 0
                ? "must have no fragment and no user name."
                : null;
}
