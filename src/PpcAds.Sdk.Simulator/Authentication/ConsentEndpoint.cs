using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>
/// Login with Amazon's page on which an advertiser consents. A client or an address that is not known gets an error page and no
/// redirect, or else anybody could be sent anywhere (RFC 6749, 4.1.2.1); every other fault goes back to the address.
/// </summary>
internal sealed class ConsentEndpoint(SimulatorOptions options, SimulatorConsent consent, ConsentCodes codes)
{
    public const string Operation = "lwa.consent";
    private const string Html = "text/html; charset=utf-8";

    public Answer Handle(IncomingCall call)
    {
        if (call.Method is not ("GET" or "POST"))
        {
            return ErrorPage(405, "Only GET and POST are taken here.");
        }

        Dictionary<string, StringValues> parameters = call.Method == "GET"
            ? call.Query.ToDictionary(pair => pair.Key, pair => pair.Value)
            : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        var ask = new ConsentAsk(parameters);
        if (ask.ClientId != options.ClientId || ask.Repeated is "client_id")
        {
            return ErrorPage(400, "An unknown or wrong client id: client_id.");
        }

        if (!consent.Allows(ask.RedirectUri) || ask.Repeated is "redirect_uri")
        {
            return ErrorPage(400, "The redirect URI you provided has not been whitelisted for your application.");
        }

        if (ask.Problem is { } problem)
        {
            return BackWithError(ask, problem.Error, problem.Description);
        }

        SimulatorConsentAnswer answer = call.Method == "POST" && parameters.TryGetValue("answer", out StringValues pressed)
            ? pressed == "allow" ? SimulatorConsentAnswer.Allow : SimulatorConsentAnswer.Deny
            : consent.Answer;
        return answer switch
        {
            SimulatorConsentAnswer.Allow => BackWithCode(ask),
            SimulatorConsentAnswer.Deny => BackWithError(ask, "access_denied", "Access was not permitted"),
            _ => AskPage(ask, call.Region),
        };
    }

    private Answer BackWithCode(ConsentAsk ask) => Back(
        ask,
        ("code", codes.Add(ask.ClientId, ask.RedirectUri, ask.Challenge, ask.ChallengeMethod == "S256")),
        ("scope", ask.Value("scope")),
        ("state", ask.State));

    private static Answer BackWithError(ConsentAsk ask, string error, string description) =>
        Back(ask, ("error", error), ("error_description", description), ("state", ask.State));

    private static Answer Back(ConsentAsk ask, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        string address = ask.RedirectUri;
        foreach ((string name, string? value) in parameters)
        {
            if (value is not null)
            {
                address = QueryHelpers.AddQueryString(address, name, value);
            }
        }

        return new Answer(302, Html, default) { Location = address };
    }

    private static Answer AskPage(ConsentAsk ask, SimulatorRegion region)
    {
        var fields = new StringBuilder();
        foreach (string name in ConsentAsk.Names)
        {
            if (ask.Value(name) is { } value)
            {
                fields.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<input type="hidden" name="{name}" value="{WebUtility.HtmlEncode(value)}">""").Append('\n');
            }
        }

        return Page(200, $"""
            <h1>Simulated Amazon ({region})</h1>
            <p>The application <code>{WebUtility.HtmlEncode(ask.ClientId)}</code> requests
            <code>{WebUtility.HtmlEncode(ask.Value("scope"))}</code>: to see and manage your advertising. You go back to <code>{WebUtility.HtmlEncode(ask.RedirectUri)}</code>.</p>
            <form method="post">
            {fields}<button name="answer" value="allow">Allow</button>
            <button name="answer" value="deny">Cancel</button>
            </form>
            """);
    }

    private static Answer ErrorPage(int status, string text) =>
        Page(status, $"<h1>We're sorry!</h1>\n<p>{WebUtility.HtmlEncode(text)}</p>");

    private static Answer Page(int status, string body) =>
        Answer.Text(
            status,
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + $"<title>Simulated Amazon</title></head><body>\n{body}\n</body></html>\n",
            Html);
}
