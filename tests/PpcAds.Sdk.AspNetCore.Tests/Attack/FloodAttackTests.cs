using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.AspNetCore.Tests.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>Sixty at once of what costs calls to Amazon, or rows.</summary>
public sealed class FloodAttackTests
{
    private const int Flood = 60;

    [Fact]
    public async Task Sixty_connections_at_once_with_made_up_codes_cost_five_calls_to_Login_with_Amazon_at_most()
    {
        await using AttackHost host = await AttackHost.StartAsync(null, connectsPerMinute: new PpcAdsConnectOptions().RequestsPerMinute);
        string account = await host.Api.ConnectAsync();
        int before = host.Api.Amazon.Requests.Count("lwa.token");

        AttackAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, Flood).Select(i => ConnectAsync(host, account, $"made-up-{i}")));

        (host.Api.Amazon.Requests.Count("lwa.token") - before).Should().BeLessThanOrEqualTo(5);
        answers.Should().HaveCount(Flood).And.OnlyContain(answer => answer.Code == "connect_code_refused" || answer.Code == "too_many_requests");
        answers.Count(answer => answer.Status == 429).Should().BeGreaterThanOrEqualTo(Flood - 5);
    }

    [Fact]
    public async Task Sixty_returns_at_once_of_one_connection_cost_one_call()
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.ConnectAsync();
        int before = host.Api.Amazon.Requests.Count("lwa.token");
        (string path, string cookie) = await host.LeaveAsync(account, "ada", "made-up");
        AttackTarget callback = AttackHost.Of("GET /connect/amazon/callback");

        AttackAnswer[] answers = await Task.WhenAll(
            Enumerable.Range(0, Flood).Select(_ => host.SendAsync(callback, path, headers: ("Cookie", cookie))));

        (host.Api.Amazon.Requests.Count("lwa.token") - before).Should().Be(1);
        answers.Count(answer => answer.Code == "connect_state_used").Should().Be(Flood - 1);
    }

    [Theory]
    [InlineData("POST /accounts/", 30, 201)]
    [InlineData("POST /ingestion/sync-account/{accountId}", 30, 202)]
    [InlineData("POST /accounts/{accountId}/credentials/", 10, 422)]
    [InlineData("DELETE /accounts/{accountId}/credentials/", 10, 204)]
    public async Task Sixty_at_once_are_as_many_as_the_default_limit_and_others_are_served(string name, int most, int status)
    {
        var defaults = new PpcAdsEndpointOptions();
        await using AttackHost host = await AttackHost.StartAsync(null, options =>
            (options.SyncRequestsPerMinute, options.CredentialRequestsPerMinute, options.AccountRequestsPerMinute) =
                (defaults.SyncRequestsPerMinute, defaults.CredentialRequestsPerMinute, defaults.AccountRequestsPerMinute));
        string account = await host.Api.AddAccountAsync("mallory");
        string own = await host.Api.ConnectAsync("ada");
        ((TenantPolicy)host.Api.Services.GetService(typeof(IPpcAdsAccessPolicy))!).Give("mallory", own);
        AttackTarget target = AttackHost.Of(name);
        int spent = name == "POST /accounts/" ? 1 : 0;

        AttackAnswer[] answers = await Task.WhenAll(
            Enumerable.Range(0, Flood).Select(i => host.SendAsync(target, target.PathOf(own, "1"), "mallory", BodyOf(target,
                i))));

        answers.Count(answer => answer.Status == status).Should().Be(most - spent, string.Join(',', answers.Select(answer => answer.Status)));
        answers.Count(answer => answer.Status == 429).Should().Be(Flood - most + spent);
        (await host.SendAsync(target, target.PathOf(own, "1"), "root")).Status.Should().NotBe(429, "each user has a limit of its own");
        account.Should().NotBe(own);
    }

    /// <summary>Accounts with the same key are one account.</summary>
    private static byte[]? BodyOf(AttackTarget target, int call) =>
        target.Body is { } body ? System.Text.Encoding.UTF8.GetBytes(body.Replace("customer-42", $"customer-{call}",
            StringComparison.Ordinal)) : null;

    private static async Task<AttackAnswer> ConnectAsync(AttackHost host, string account, string code)
    {
        AttackTarget start = AttackHost.Of("GET /connect/amazon/{accountId}");
        AttackAnswer left = await host.SendAsync(start, start.PathOf(account, "1"));
        string state = left.Status == 302
            ? System.Web.HttpUtility.ParseQueryString(new Uri(left.Headers["Location"]).Query)["state"]!
            : new string('A', 43);
        string cookie = left.Status == 302 ? left.Headers["Set-Cookie"].Split(';')[0] : "a=b";
        return await host.SendAsync(
            AttackHost.Of("GET /connect/amazon/callback"), $"/api/v1/connect/amazon/callback?state={state}&code={code}", headers: ("Cookie", cookie));
    }
}
