using System.Globalization;
using System.Net;
using System.Text;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Control;

/// <summary>The page for people: addresses and credentials to copy, and what the control surface has.</summary>
internal sealed class StartPage(
    SimulatorOptions options, SimulatorTokens tokens, SimulatorClock clock, Func<SimulatorRegion, Uri> endpointOf)
{
    private static readonly string[] Pages = ["clock", "truth", "requests", "faults", "throttle", "consent", "quirks"];

    public Answer Get()
    {
        Uri root = endpointOf(SimulatorRegion.NA);
        var rows = new StringBuilder();
        Add("North America", root.AbsoluteUri);
        Add("Europe", endpointOf(SimulatorRegion.EU).AbsoluteUri);
        Add("Far East", endpointOf(SimulatorRegion.FE).AbsoluteUri);
        Add("Token endpoint", new Uri(root, "auth/o2/token").AbsoluteUri);
        Add("Consent page", new Uri(root, "ap/oa").AbsoluteUri);
        Add("Client id", options.ClientId);
        Add("Client secret", options.ClientSecret);
        Add("Refresh token", tokens.RefreshToken);
        Add("Seed", options.Seed.ToString(CultureInfo.InvariantCulture));
        Add("Time", clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        string links = string.Concat(Pages.Select(page => $"""<li><a href="{ControlEndpoint.Prefix}{page}">{page}</a></li>"""));
        string html = $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Amazon Ads simulator</title>
            <style>
            body { font: 16px/1.5 system-ui,
                sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem; color-scheme: light dark }
            th { text-align: left; padding-right: 2rem; font-weight: 600; white-space: nowrap; vertical-align: top }
            td { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <h1>Amazon Ads simulator</h1>
            <p>A local Amazon Ads API. Its data is made up, and so are these credentials.</p>
            <table>{{rows}}</table>
            <h2>Control surface</h2>
            <ul>{{links}}</ul>
            </body>
            </html>
            """;
        return new Answer(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

        void Add(string name, string value) =>
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th>{name}</th><td>{WebUtility.HtmlEncode(value)}</td></tr>");
    }
}
