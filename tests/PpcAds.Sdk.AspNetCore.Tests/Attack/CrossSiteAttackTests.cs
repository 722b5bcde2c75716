using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.AspNetCore.Tests.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>What a page of another site can make a signed-in user's browser send.</summary>
public sealed class CrossSiteAttackTests
{
    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("own.evil.example", null)]
    [InlineData("own, https://evil.example", null)]
    [InlineData(null, "cross-site")]
    [InlineData("own", "cross-site")]
    [InlineData("https://evil.example", "cross-site")]
    public async Task Whatever_changes_something_is_refused_from_another_site_and_costs_nothing(string? origin, string? site)
    {
        await using AttackHost host = await AttackHost.StartAsync(null, options =>
            (options.SyncRequestsPerMinute, options.CredentialRequestsPerMinute, options.AccountRequestsPerMinute) = (10, 10, 10));
        string account = await host.Api.ConnectAsync();
        var policy = (TenantPolicy)host.Api.Services.GetRequiredService<IPpcAdsAccessPolicy>();
        int questions = policy.Questions;

        foreach (AttackTarget target in AttackTargets.Unsafe)
        {
            for (int i = 0; i < 12; i++)
            {
                AttackAnswer answer = await host.SendAsync(target, target.PathOf(account, "1"), headers: Headers(host, origin, site));
                answer.Code.Should().Be("cross_site", target.Name);
            }
        }

        policy.Questions.Should().Be(questions, "nothing was asked for them");
        (await host.Api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("active");
        (await host.Api.PostAsync($"/api/v1/ingestion/sync-account/{account}")).Status
            .Should().Be(System.Net.HttpStatusCode.Accepted, "the user's limit is whole");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("own", null)]
    [InlineData("own", "same-origin")]
    [InlineData(null, "none")]
    [InlineData("https://evil.example", "same-origin")]
    public async Task The_sites_own_pages_and_programs_are_served(string? origin, string? site)
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.ConnectAsync();

        foreach (AttackTarget target in AttackTargets.Unsafe)
        {
            AttackAnswer answer = await host.SendAsync(target, target.PathOf(account, "1"), headers: Headers(host, origin, site));
            answer.Code.Should().NotBe("cross_site", target.Name);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=a")]
    [InlineData("text/json-not")]
    [InlineData("application/jsonx")]
    [InlineData(null)]
    public async Task What_a_form_can_send_is_no_body(string? mediaType)
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.ConnectAsync();
        using var client = new HttpClient { BaseAddress = host.Api.Address };

        foreach (AttackTarget target in AttackTargets.Bodies)
        {
            using var request = new HttpRequestMessage(new HttpMethod(target.Method), target.PathOf(account, "1"));
            request.Headers.Add(UserHeaderHandler.Header, target.User);
            request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(target.Body!));
            request.Content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
            using HttpResponseMessage response = await client.SendAsync(request);
            ((int)response.StatusCode).Should().Be(415, target.Name);
        }
    }

    [Fact]
    public async Task No_other_method_does_what_one_does()
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.ConnectAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Api.Address };

        foreach (IGrouping<string, string> methods in AttackTargets.All
            .GroupBy(target => target.PathOf(account, "1").Split('?')[0].TrimEnd('/'), target => target.Method))
        {
            string path = methods.Key;
            string[] known = [.. methods];
            foreach (string method in ((string[])["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"]).Except(known))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add(UserHeaderHandler.Header, "root");
                request.Headers.Add("X-HTTP-Method-Override", known[0]);
                using HttpResponseMessage response = await client.SendAsync(request);
                ((int)response.StatusCode).Should().BeOneOf([404, 405], $"{method} {path}");
            }
        }
    }

    private static (string Name, string Value)[] Headers(AttackHost host, string? origin, string? site) =>
    [
        .. origin is null
            ? []
            : new[] { ("Origin", origin.Replace("own", host.Api.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)) },
        .. site is null ? [] : new[] { ("Sec-Fetch-Site", site) },
    ];
}
