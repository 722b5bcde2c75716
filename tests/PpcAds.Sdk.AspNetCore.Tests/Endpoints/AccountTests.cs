using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

public sealed class AccountTests : IAsyncLifetime
{
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    [Fact]
    public async Task An_account_is_added_read_changed_and_closed()
    {
        ApiAnswer added = await _api.PostAsync("/api/v1/accounts", """{"company_name":" Acme ","primary_contact_email":"ada@acme.example"}""");
        string path = $"/api/v1/accounts/{added["account_id"]}";
        added.Status.Should().Be(HttpStatusCode.Created);
        added.Location!.ToString().Should().Be(path);
        added.Json.GetProperty("account_id").ValueKind.Should().Be(JsonValueKind.String);
        (added["company_name"], added["primary_contact_email"], added["status"]).Should().Be(("Acme", "ada@acme.example", "needs_consent"));
        (await _api.GetAsync(path)).Text.Should().Be(added.Text);

        ApiAnswer renamed = await _api.SendAsync("PATCH", path, "ada", """{"company_name":"Acme Ltd"}""");
        (renamed["company_name"], renamed["primary_contact_email"]).Should().Be(("Acme Ltd", "ada@acme.example"));
        (await _api.SendAsync("PATCH", path, "ada", """{"status":"active"}"""))["code"].Should().Be("needs_consent");

        (await _api.SendAsync("DELETE", path)).Status.Should().Be(HttpStatusCode.NoContent);
        (await _api.SendAsync("DELETE", path)).Status.Should().Be(HttpStatusCode.NoContent);
        (await _api.GetAsync(path))["status"].Should().Be("closed");
        (await _api.SendAsync("PATCH", path, "ada", """{"company_name":"Again"}"""))["code"].Should().Be("account_closed");
        (await _api.PostAsync(path + "/credentials", _api.Credentials()))["code"].Should().Be("account_closed");
    }

    [Fact]
    public async Task A_call_that_is_repeated_with_the_same_key_adds_no_second_account()
    {
        const string Body = """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42"}""";
        ApiAnswer added = await _api.PostAsync("/api/v1/accounts", Body);
        ApiAnswer again = await _api.PostAsync("/api/v1/accounts", Body
            .Replace("Acme", "Another name", StringComparison.Ordinal));

        (added.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        again.Text.Should().Be(added.Text);
        added["external_key"].Should().Be("customer-42");
        await _api.SendAsync("DELETE", $"/api/v1/accounts/{added["account_id"]}");
        ApiAnswer anew = await _api.PostAsync("/api/v1/accounts", Body);
        anew.Status.Should().Be(HttpStatusCode.Created, "a closed account frees its key");
        anew["account_id"].Should().NotBe(added["account_id"]);
    }

    [Fact]
    public async Task Calls_at_the_same_time_with_the_same_key_add_one_account()
    {
        ApiAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _api.PostAsync(
            "/api/v1/accounts",
            """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42"}""")));

        answers.Where(answer => answer.Status == HttpStatusCode.Created).Should().ContainSingle();
        foreach (ApiAnswer answer in answers.Where(answer => answer.Status is not (HttpStatusCode.Created or HttpStatusCode.OK)))
        {
            // Before the service noted whose account it is, nobody sees it.
            (answer.Status, answer["code"]).Should().Be((HttpStatusCode.Conflict, "external_key_taken"));
        }

        (await _api.GetAsync("/api/v1/accounts")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task The_key_of_another_tenants_account_is_answered_409_without_the_account()
    {
        const string Body = """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42"}""";
        ApiAnswer added = await _api.PostAsync("/api/v1/accounts", Body);

        ApiAnswer foreign = await _api.PostAsync("/api/v1/accounts", Body
            .Replace("ada@", "eve@", StringComparison.Ordinal), "eve");

        (foreign.Status, foreign["code"]).Should().Be((HttpStatusCode.Conflict, "external_key_taken"));
        foreign.Text.Should().NotContain("ada@").And.NotContain($"\"{added["account_id"]}\"");
        (await _api.GetAsync("/api/v1/accounts", "eve")).Text.Should().Contain("\"items\":[]");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("customer-42 ")]
    [InlineData("customer\\u000042")]
    [InlineData(null)]
    public async Task A_wrong_key_is_answered_400_with_the_field(string? key)
    {
        ApiAnswer answer = await _api.PostAsync(
            "/api/v1/accounts",
            $$"""
            {"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"{{key ?? new string('k', 201)}}"}
            """);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Fields.Should().Equal("external_key");
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_answered_404()
    {
        ApiAnswer answer = await _api.GetAsync("/api/v1/accounts/4711");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.MediaType.Should().Be("application/problem+json");
        answer["code"].Should().Be("not_found");
    }

    [Fact]
    public async Task A_wrong_address_is_answered_400_with_the_field()
    {
        ApiAnswer answer = await _api.PostAsync("/api/v1/accounts", """{"company_name":"Acme","primary_contact_email":"ada at acme"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Fields.Should().Equal("primary_contact_email");
        (await _api.GetAsync("/api/v1/accounts")).Text.Should().Contain("\"items\":[]");
    }

    [Fact]
    public async Task Accounts_are_listed_page_by_page()
    {
        var added = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            added.Add(await _api.AddAccountAsync());
            await _api.AddAccountAsync("eve");
        }

        var listed = new List<string>();
        string? after = null;
        do
        {
            ApiAnswer page = await _api.GetAsync($"/api/v1/accounts?limit=2{(after is null ? "" : $"&after={after}")}");
            listed.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("account_id").GetString()!));
            after = page.Json.GetProperty("next").GetString();
        }
        while (after is not null);

        listed.Should().Equal(added);
    }

    [Fact]
    public async Task Good_credentials_are_stored_and_never_given_out()
    {
        string account = await _api.AddAccountAsync();

        ApiAnswer stored = await _api.PostAsync($"/api/v1/accounts/{account}/credentials", _api.Credentials());

        stored.Status.Should().Be(HttpStatusCode.OK, stored.Text);
        (stored["account_id"], stored["client_id"], stored["profiles"]).Should().Be((account, _api.Amazon.ClientId, "3"));
        stored.Json.GetProperty("regions").EnumerateArray().Select(region => region.GetString()).Should().Equal("NA", "EU", "FE");
        (await FindAsync(account))!.RefreshToken.Should().Be(_api.Amazon.RefreshToken);
        (await _api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("active");
        (stored.Text + (await _api.GetAsync($"/api/v1/accounts/{account}")).Text).Should().NotContain(_api.Amazon.ClientSecret).And.NotContain("Atzr");
        (await _api.GetAsync($"/api/v1/accounts/{account}/credentials")).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_region_is_checked_when_it_is_given()
    {
        string account = await _api.AddAccountAsync();

        ApiAnswer stored = await _api.PostAsync($"/api/v1/accounts/{account}/credentials", _api.Credentials(region: "EU"));

        stored.Json.GetProperty("regions").EnumerateArray().Select(region => region.GetString()).Should().Equal("EU");
    }

    [Theory]
    [InlineData("wrong-secret", null, "invalid_client")]
    [InlineData(null, "Atzr|wrong", "invalid_grant")]
    public async Task Wrong_credentials_are_answered_422_with_the_reason_and_nothing_is_stored(string? secret, string? token, string code)
    {
        string account = await _api.AddAccountAsync();

        ApiAnswer answer = await _api.PostAsync($"/api/v1/accounts/{account}/credentials", _api.Credentials(secret, token));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer["code"].Should().Be(code);
        answer["detail"].Should().StartWith(code + ": ");
        (await FindAsync(account)).Should().BeNull();
        (await _api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("needs_consent");
    }

    [Fact]
    public async Task The_hosts_own_secret_is_not_used_for_credentials_that_came_with_a_wrong_one()
    {
        var defaults = new SimulatorOptions();
        await using TestApi api = await TestApi.StartAsync(ppcAds =>
        {
            ppcAds.UseInMemory();
            ppcAds.Services.Configure<PpcAdsOptions>(options => options.Application = new LwaApplication
            {
                ClientId = defaults.ClientId,
                ClientSecret = defaults.ClientSecret,
            });
        });
        string account = await api.AddAccountAsync();

        ApiAnswer answer = await api.PostAsync($"/api/v1/accounts/{account}/credentials", api.Credentials("wrong-secret"));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer["code"].Should().Be("invalid_client");
        (await api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("needs_consent");
    }

    [Fact]
    public async Task Wrong_credentials_do_not_replace_good_ones()
    {
        string account = await _api.ConnectAsync();

        await _api.PostAsync($"/api/v1/accounts/{account}/credentials", _api.Credentials("wrong"));

        (await FindAsync(account))!.ClientSecret.Should().Be(_api.Amazon.ClientSecret);
        (await _api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("active");
    }

    [Fact]
    public async Task When_Amazon_does_not_answer_nothing_is_stored_and_503_says_when_to_try_again()
    {
        string account = await _api.AddAccountAsync();
        _api.Amazon.Faults.Add(SimulatorFault.WithStatus("lwa.token", 503, times: 4));

        ApiAnswer answer = await _api.PostAsync($"/api/v1/accounts/{account}/credentials", _api.Credentials());

        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable, answer.Text);
        (await FindAsync(account)).Should().BeNull();
    }

    [Fact]
    public async Task Credentials_are_removed_at_once()
    {
        string account = await _api.ConnectAsync();

        (await _api.SendAsync("DELETE", $"/api/v1/accounts/{account}/credentials")).Status.Should().Be(HttpStatusCode.NoContent);

        (await FindAsync(account)).Should().BeNull();
        (await _api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().Be("needs_consent");
        (await _api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["code"].Should().Be("needs_consent");
    }

    private async Task<LwaCredentials?> FindAsync(string account) => await _api.Services.GetRequiredService<ITokenStore>()
        .FindAsync(new AccountId(long.Parse(account, System.Globalization.CultureInfo.InvariantCulture)));
}
