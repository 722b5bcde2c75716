using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>Whoever holds another's refresh token, and not the secret of its application, gets nowhere with it.</summary>
public sealed class SecretAttackTests
{
    [Theory]
    [InlineData("amzn1.oa2-cs.v1.guess", 422)]
    [InlineData("upper", 422)]
    [InlineData("first half", 422)]
    [InlineData("twice", 422)]
    [InlineData("with a null", 400)]
    [InlineData("", 400)]
    [InlineData(" ", 400)]
    [InlineData(null, 400)]
    public async Task The_hosts_client_id_without_its_secret_reaches_no_account(string? guess, int status)
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.AddAccountAsync("mallory");
        string secret = host.Api.Amazon.ClientSecret;
        string? given = guess switch
        {
            "upper" => secret.ToUpperInvariant(),
            "first half" => secret[..(secret.Length / 2)],
            "twice" => secret + secret,
            "with a null" => secret + "\0",
            _ => guess,
        };

        AttackAnswer answer = await SendAsync(host, account, host.Api.Amazon.ClientId, given);

        answer.Status.Should().Be(status, answer.Text);
        answer.Text.Should().NotContain(secret);
        await CheckAsync(host, account);
    }

    [Theory]
    [InlineData("amzn1.application-oa2-client.other")]
    [InlineData("upper")]
    public async Task The_hosts_secret_is_of_no_use_with_another_client_id(string clientId)
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.AddAccountAsync("mallory");
        string given = clientId == "upper" ? host.Api.Amazon.ClientId.ToUpperInvariant() : clientId;

        (await SendAsync(host, account, given, host.Api.Amazon.ClientSecret)).Status.Should().Be(422);

        await CheckAsync(host, account);
    }

    [Fact]
    public async Task Whoever_has_the_secret_is_served()
    {
        await using AttackHost host = await AttackHost.StartAsync();
        string account = await host.Api.AddAccountAsync("mallory");

        (await SendAsync(host, account, host.Api.Amazon.ClientId, host.Api.Amazon.ClientSecret)).Status.Should().Be(200);
    }

    private static Task<AttackAnswer> SendAsync(AttackHost host, string account, string clientId, string? secret)
    {
        AttackTarget target = AttackHost.Of("POST /accounts/{accountId}/credentials/");
        string body = JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["refresh_token"] = host.Api.Amazon.RefreshToken,
        });
        return host.SendAsync(target, target.PathOf(account, "1"), "mallory", Encoding.UTF8.GetBytes(body));
    }

    private static async Task CheckAsync(AttackHost host, string account)
    {
        (await host.Api.GetAsync($"/api/v1/accounts/{account}", "mallory"))["status"].Should().Be("needs_consent");
        var id = new AccountId(long.Parse(account, CultureInfo.InvariantCulture));
        (await host.Api.Services.GetRequiredService<ITokenStore>().FindAsync(id)).Should().BeNull();
    }
}
