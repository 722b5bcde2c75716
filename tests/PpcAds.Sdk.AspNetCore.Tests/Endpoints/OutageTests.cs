using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Tests.Connect;
using PpcAds.Sdk.AspNetCore.Tests.Health;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>A database that is down, over every endpoint that the host has.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData("57P03")]
    [InlineData("08006")]
    [InlineData("53300")]
    public async Task While_the_database_is_down_every_endpoint_answers_503_and_says_when_to_try_again(string state)
    {
        await using TestApi api = await StartAsync(state);
        using var client = new HttpClient { BaseAddress = api.Address };

        foreach (RouteEndpoint endpoint in OfAccounts(api))
        {
            using HttpResponseMessage response = await SendAsync(client, endpoint);
            response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, endpoint.DisplayName);
            response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
            (await response.Content.ReadAsStringAsync()).Should().Contain("storage_unavailable").And.NotContain("db-7");
        }
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_is_no_outage()
    {
        await using TestApi api = await StartAsync("23505");
        using var client = new HttpClient { BaseAddress = api.Address };

        foreach (RouteEndpoint endpoint in OfAccounts(api))
        {
            using HttpResponseMessage response = await SendAsync(client, endpoint);
            response.StatusCode.Should().Be(HttpStatusCode.InternalServerError, endpoint.DisplayName);
            response.Headers.RetryAfter.Should().BeNull();
        }
    }

    private static Task<TestApi> StartAsync(string state) => TestApi.StartAsync(ppcAds =>
    {
        ppcAds.UseInMemory();
        ppcAds.Services.Replace(ServiceDescriptor.Singleton<IAccountStore>(new BrokenAccountStore(WrappedException.Of(state))));
    });

    private static RouteEndpoint[] OfAccounts(TestApi api)
    {
        RouteEndpoint[] endpoints =
            [.. api.Endpoints.Where(endpoint => TestApi.PathOf(endpoint, "7", "1").Contains('7', StringComparison.Ordinal))];
        endpoints.Should().HaveCountGreaterThan(10);
        return endpoints;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, RouteEndpoint endpoint)
    {
        var method = new HttpMethod(TestApi.MethodOf(endpoint));
        using var request = new HttpRequestMessage(method, TestApi.PathOf(endpoint, "7", "1"));
        request.Headers.Add(UserHeaderHandler.Header, "root");
        if (TestApi.TakesBody(endpoint))
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request);
    }
}
