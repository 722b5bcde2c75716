using System.Net;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>A browser with its cookies, which goes one step at a time.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Browser(ConnectHost host, string? user)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies });
        if (user is not null)
        {
            SignIn(host, user);
        }
    }

    public IEnumerable<Cookie> Tickets => _cookies.GetAllCookies().Where(cookie => cookie.Name.StartsWith(".PpcAds.Connect.", StringComparison.Ordinal) && !cookie.Expired);

    public void SignIn(ConnectHost host, string user) => _cookies.Add(host.BaseAddress, new Cookie("session", user, "/"));

    /// <summary>Takes over another browser's tickets, as a thief would.</summary>
    public void Take(IEnumerable<Cookie> tickets)
    {
        foreach (Cookie ticket in tickets)
        {
            _cookies.Add(new Cookie(ticket.Name, ticket.Value, ticket.Path, ticket.Domain));
        }
    }

    public async Task<Page> GetAsync(Uri address, CancellationToken cancellationToken = default) => await ReadAsync(await _http.GetAsync(address, cancellationToken));

    public async Task<Page> SendAsync(HttpRequestMessage message) => await ReadAsync(await _http.SendAsync(message));

    /// <summary>Presses a button of a form that sends itself to its own address.</summary>
    public async Task<Page> PressAsync(Uri address, Page page, string button)
    {
        var fields = HiddenField().Matches(page.Text)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Append(new("answer", button));
        using var form = new FormUrlEncodedContent(fields);
        return await ReadAsync(await _http.PostAsync(address, form));
    }

    /// <summary>Leaves for Amazon, whose page answers at once, and is about to come back: the callback's address.</summary>
    public async Task<Uri> LeaveAsync(ConnectHost host, AccountId accountId, string query = "")
    {
        Page left = await GetAsync(host.Start(accountId, query));
        left.Status.Should().Be(HttpStatusCode.Redirect, left.Text);
        Page back = await GetAsync(left.Location!);
        back.Status.Should().Be(HttpStatusCode.Redirect, back.Text);
        return back.Location!;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Page(
                response.StatusCode,
                response.Headers.Location,
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsStringAsync(),
                response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)">""")]
    private static partial Regex HiddenField();
}
