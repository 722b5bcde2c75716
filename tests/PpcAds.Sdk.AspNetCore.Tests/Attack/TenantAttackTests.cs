using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>One tenant with another's ids and page tokens, and nobody at all.</summary>
public sealed class TenantAttackTests(PostgreSqlCluster cluster) : IClassFixture<PostgreSqlCluster>, IAsyncLifetime
{
    private const string Nobodys = "999999";

    private AttackHost _host = null!;
    private string _adas = "";
    private string _eves = "";

    public async Task InitializeAsync()
    {
        Action<IPpcAdsBuilder>? store = await AttackStore.CreateAsync(cluster);
        _host = await AttackHost.StartAsync(ppcAds => (store is null ? ppcAds.UseInMemory() : Add(ppcAds)).AddIngestionWorker());
        _adas = await _host.Api.ConnectAsync("ada");
        _eves = await _host.Api.ConnectAsync("eve");

        IPpcAdsBuilder Add(IPpcAdsBuilder ppcAds)
        {
            store(ppcAds);
            return ppcAds;
        }
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Anothers_account_and_run_are_answered_as_those_of_nobody_are()
    {
        string run = (await _host.Api.PostAsync($"/api/v1/ingestion/sync-account/{_adas}"))["run_id"];

        foreach (AttackTarget target in AttackTargets.OfAccounts)
        {
            AttackAnswer missing = await _host.SendAsync(target, target.PathOf(Nobodys, Nobodys), "eve");
            foreach ((string account, string id) in new[] { (_adas, run), ("0" + _adas, "0" + run), ("%3" + _adas, "%3" + run) })
            {
                AttackAnswer foreign = await _host.SendAsync(target, target.PathOf(account, id), "eve");
                (foreign.Status, foreign.WithoutTrace).Should().Be((missing.Status, missing.WithoutTrace), target.Name);
                foreign.Status.Should().Be(404, target.Name);
                foreign.Headers.Keys.Should().BeEquivalentTo(missing.Headers.Keys, target.Name);
            }
        }

        (await _host.Api.GetAsync($"/api/v1/accounts/{_adas}"))["status"].Should().Be("active");
        (await _host.Api.GetAsync($"/api/v1/ingestion/runs/{run}")).Json.GetProperty("run").GetProperty("cancel_requested").GetBoolean()
            .Should().BeFalse();
    }

    [Fact]
    public async Task Two_accounts_in_one_address_are_refused()
    {
        foreach (AttackTarget target in AttackTargets.All.Where(target => target.Query.Contains("account_id")))
        {
            AttackAnswer answer = await _host.SendAsync(target, $"{target.PathOf(_eves, "1")}&account_id={_adas}", "eve");

            answer.Fields.Should().Equal("account_id");
        }
    }

    [Fact]
    public async Task Without_a_user_nobody_gets_in()
    {
        foreach (AttackTarget target in AttackTargets.All)
        {
            AttackAnswer answer = await _host.SendAsync(target, target.PathOf(_adas, "1"), user: null);

            (answer.Status, answer.Text).Should().Be((401, ""), target.Name);
        }
    }

    [Fact]
    public async Task Tokens_of_another_tenant_and_forged_ones_give_what_is_the_users_own_or_are_refused()
    {
        foreach ((string account, string user) in new[] { (_adas, "ada"), (_eves, "eve") })
        {
            await _host.Api.CompleteAsync((await _host.Api.PostAsync($"/api/v1/ingestion/sync-account/{account}", null, user))["run_id"], user);
            await _host.Api.AddAccountAsync(user);
        }

        var all = new List<string>();
        foreach (AttackTarget target in AttackTargets.All.Where(target => target.HasPages))
        {
            all.AddRange(await TokensAsync(target));
        }

        all.Should().HaveCountGreaterThan(10);
        string[] forged = [.. all.SelectMany(Forge).Distinct(StringComparer.Ordinal)];
        foreach (AttackTarget target in AttackTargets.All.Where(target => target.HasPages))
        {
            string[] own = Items(await _host.SendAsync(target, target.PathOf(_eves, "limit", "1000"), "eve"));
            own.Should().NotBeEmpty(target.Name);
            foreach (string token in forged)
            {
                AttackAnswer answer = await _host.SendAsync(
                    target, $"{target.PathOf(_eves, "limit", "1000")}&after={Uri.EscapeDataString(token)}", "eve");
                if (answer.Status == 200)
                {
                    Items(answer).Should().BeSubsetOf(own, $"{target} {token}");
                }
                else
                {
                    answer.Fields.Should().Equal(["after"], $"{target} {token}: {answer.Text}");
                }
            }
        }
    }

    private static string[] Items(AttackAnswer answer)
    {
        using JsonDocument page = JsonDocument.Parse(answer.Text);
        return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())];
    }

    /// <summary>What ada is given as next, over the first pages of a list.</summary>
    private async Task<List<string>> TokensAsync(AttackTarget target)
    {
        var tokens = new List<string>();
        while (tokens.Count < 2)
        {
            string path = target.PathOf(_adas, "limit", "1") + (tokens.Count == 0 ? "" : $"&after={Uri.EscapeDataString(tokens[^1])}");
            using JsonDocument page = JsonDocument.Parse((await _host.SendAsync(target, path)).Text);
            if (page.RootElement.GetProperty("next").GetString() is not { } next)
            {
                break;
            }

            tokens.Add(next);
        }

        return tokens;
    }

    /// <summary>The token, its beginnings, and what can be made of it.</summary>
    private static IEnumerable<string> Forge(string token)
    {
        for (int length = 1; length <= token.Length; length += token.Length > 8 ? 5 : 1)
        {
            yield return token[..length];
            yield return token[(length - 1)..];
        }

        yield return token + "~";
        yield return "~" + token;
        yield return token + "~" + token;
        yield return token.Replace('~', ' ');
        yield return token.Replace('1', '0');
        yield return "-" + token;
        yield return token + "' OR '1'='1";
        yield return token + "\u202E";
        yield return token + "\uD7FF\uE000";
        yield return long.MaxValue + "~" + token;
        yield return "00000000000000000000" + token;
    }
}
