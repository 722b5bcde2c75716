using System.Net;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests.Security;

/// <summary>Only forms of these pages change anything.</summary>
public sealed class AntiforgeryTests
{
    private const string Words = "This page was open too long to be sent safely. Nothing was changed. Load it again and repeat.";

    [Fact]
    public async Task A_form_without_a_key_or_with_one_of_another_user_changes_nothing()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync();
        using var bob = new Visitor(host, "bob");
        await bob.GetAsync("/ads/accounts/new");
        string foreign = bob.Page.Document.QuerySelector("input[name=form-key]")!.GetAttribute("value")!;
        using var ada = new Visitor(host);
        await ada.GetAsync("/ads/accounts");
        RouteEndpoint[] forms =
            [.. host.Endpoints.Where(one => one.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))];
        forms.Should().HaveCountGreaterThan(8);

        foreach (RouteEndpoint form in forms)
        {
            string path = "/" + form.RoutePattern.RawText!.TrimStart('/')
                .Replace("{accountId}", account.AccountId.ToString(), StringComparison.Ordinal)
                .Replace("{runId}", "1", StringComparison.Ordinal);
            foreach (string? key in new[] { null, "forged", foreign })
            {
                KeyValuePair<string, string>[] fields = [new("name", "Acme"), .. key is null ? []
                    : new[] { KeyValuePair.Create("form-key", key) }];
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
                using HttpResponseMessage answer = await ada.SendAsync(request);
                answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, $"{path} with {key}");
                (await answer.Content.ReadAsStringAsync()).Should().Contain(Words);
            }
        }

        (await host.Storage.Accounts.ListAsync()).Should().ContainSingle().Which.Status.Should().Be(AccountStatus.Active);
        (await host.Storage.Runs.ListOpenAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var ada = new Visitor(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ads/accounts") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using HttpResponseMessage answer = await ada.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("This form was sent from another site. Nothing was changed.");
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var ada = new Visitor(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ads/accounts")
        {
            Content = new FormUrlEncodedContent([new("name", new string('x', 20_000))]),
        };

        using HttpResponseMessage answer = await ada.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }
}
