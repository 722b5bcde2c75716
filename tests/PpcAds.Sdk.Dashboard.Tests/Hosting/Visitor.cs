using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>A browser without JavaScript: it has cookies, follows links and sends forms with all their fields.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    public Visitor(DashboardHost host, string? user = "ada")
    {
        _http = new HttpClient(_handler) { BaseAddress = host.Address };
        if (user is not null)
        {
            _handler.CookieContainer.Add(host.Address, new Cookie(UserCookieHandler.Cookie, user, "/"));
        }
    }

    /// <summary>The page that it is on.</summary>
    public VisitedPage Page { get; private set; } = null!;

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    public async Task<VisitedPage> GetAsync(string address) =>
        Page = await FollowAsync(await _http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _http.SendAsync(request);

    /// <summary>Gets an answer whose body is still to come.</summary>
    public Task<HttpResponseMessage> OpenAsync(string address) =>
        _http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Goes where a link of the page leads, by its text.</summary>
    public Task<VisitedPage> ClickAsync(string text) => GetAsync(Page.Link(text).GetAttribute("href")!);

    /// <summary>Presses a button of the page by its text, after filling in fields.</summary>
    public async Task<VisitedPage> PressAsync(string button, params (string Name, string Value)[] fields)
    {
        IElement pressed = Page.Document.QuerySelectorAll("button")
            .First(one => one.TextContent.Trim().StartsWith(button, StringComparison.Ordinal));
        IElement form = pressed.Closest("form")!;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IElement field in form.QuerySelectorAll("input[name],select[name]"))
        {
            string? value = field is IHtmlSelectElement select ? select.Value : ((IHtmlInputElement)field).Value;
            values[field.GetAttribute("name")!] = value ?? "";
        }

        foreach ((string name, string value) in fields)
        {
            values.Should().ContainKey(name, "the form has the field");
            values[name] = value;
        }

        if (pressed.GetAttribute("name") is { } pressedName)
        {
            values[pressedName] = pressed.GetAttribute("value") ?? "";
        }

        using var content = new FormUrlEncodedContent(values);
        string address = new Uri(Page.Address, form.GetAttribute("action") ?? Page.Address.ToString()).ToString();
        return Page = form.GetAttribute("method") == "post"
            ? await FollowAsync(await _http.PostAsync(new Uri(address), content))
            : await FollowAsync(await _http.GetAsync(new Uri($"{address}?{await content.ReadAsStringAsync()}")));
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<VisitedPage> FollowAsync(HttpResponseMessage response)
    {
        for (int i = 0; i < 8 && response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400; i++)
        {
            response.Dispose();
            response = await _http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, location));
        }

        string html = await response.Content.ReadAsStringAsync();
        return new VisitedPage(
            response.RequestMessage!.RequestUri!, response, html,
                await new HtmlParser().ParseDocumentAsync(html, CancellationToken.None));
    }
}
