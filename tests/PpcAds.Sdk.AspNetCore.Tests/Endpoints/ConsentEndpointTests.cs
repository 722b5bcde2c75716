using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>When the advertiser consented, in requests and answers.</summary>
public sealed class ConsentEndpointTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private TestApi _api = null!;
    private string _account = "";

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync(builder =>
        {
            builder.Services.RemoveAll<TimeProvider>();
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.UseInMemory();
        });
        _account = await _api.AddAccountAsync();
    }

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    [Theory]
    [InlineData("2027-08-01", "2027-08-01T00:00:00+00:00", "2028-07-31T00:00:00+00:00")]
    [InlineData("2027-08-01T12:30:00Z", "2027-08-01T12:30:00+00:00", "2028-07-31T12:30:00+00:00")]
    [InlineData("2027-08-01T12:30:00.125+02:00", "2027-08-01T10:30:00.125+00:00", "2028-07-31T10:30:00.125+00:00")]
    [InlineData("2027-09-01T12:04:00Z", "2027-09-01T12:04:00+00:00", "2028-08-31T12:04:00+00:00")]
    [InlineData("2026-07-29", "2026-07-29T00:00:00+00:00", null)]
    public async Task The_day_of_consent_is_stored_with_the_credentials_and_answered_with_its_end(string given, string consentedAt, string? end)
    {
        ApiAnswer stored = await StoreAsync($"\"{given}\"");

        stored.Status.Should().Be(HttpStatusCode.OK, stored.Text);
        ShouldHave(stored, consentedAt, end);
        ShouldHave(await _api.GetAsync($"/api/v1/accounts/{_account}"), consentedAt, end);
        ApiAnswer listed = await _api.GetAsync("/api/v1/accounts");
        listed.Json.GetProperty("items")[0].GetProperty("consented_at").GetDateTimeOffset().Should().Be(DateTimeOffset.Parse(consentedAt, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"consented_at\":null")]
    public async Task Without_it_the_day_is_unknown(string more)
    {
        ApiAnswer stored = await SendAsync(_api.Amazon.RefreshToken, more);

        stored.Status.Should().Be(HttpStatusCode.OK, stored.Text);
        ShouldHave(stored, null, null);
        ShouldHave(await _api.GetAsync($"/api/v1/accounts/{_account}"), null, null);
    }

    [Theory]
    [InlineData("\"2027-09-01T12:06:00Z\"", "to now")]
    [InlineData("\"2027-09-02\"", "to now")]
    [InlineData("\"2012-12-31\"", "from 2013-01-01")]
    [InlineData("\"0001-01-01\"", "from 2013-01-01")]
    [InlineData("\"2027-08-01T12:00:00\"", "offset")]
    [InlineData("\"2027-02-29\"", "2026-08-01T12:00:00Z")]
    [InlineData("\"yesterday\"", "2026-08-01T12:00:00Z")]
    [InlineData("\"\"", "2026-08-01T12:00:00Z")]
    [InlineData("1785585600", "wrong type")]
    [InlineData("\"2026-08-15\"", "ended on 2027-08-15. It must be less than 365 days ago")]
    public async Task A_day_that_cannot_be_is_refused_by_name_and_nothing_is_stored(string given, string says)
    {
        ApiAnswer refused = await StoreAsync(given);

        refused.Status.Should().Be(HttpStatusCode.BadRequest, refused.Text);
        refused.Fields.Should().Equal("consented_at");
        refused.Json.GetProperty("errors").GetProperty("consented_at")[0].GetString().Should().Contain(says);
        (await _api.GetAsync($"/api/v1/accounts/{_account}"))["status"].Should().Be("needs_consent");
        _api.Amazon.Requests.Count("lwa.token").Should().Be(0);
    }

    [Fact]
    public async Task The_day_is_kept_for_the_same_refresh_token_and_forgotten_with_another_one_or_with_the_credentials()
    {
        await StoreAsync("\"2027-08-01\"");
        ShouldHave(await SendAsync(_api.Amazon.RefreshToken, ""), "2027-08-01T00:00:00+00:00", "2028-07-31T00:00:00+00:00");

        ShouldHave(await SendAsync(_api.Amazon.Tokens.Grants[0].ConsentAnew(), ""), null, null);

        await _api.PostAsync($"/api/v1/accounts/{_account}/credentials", Body(_api.Amazon.Tokens.Grants[0].RefreshToken, ",\"consented_at\":\"2027-08-02\""));
        await _api.SendAsync("DELETE", $"/api/v1/accounts/{_account}/credentials");
        ShouldHave(await _api.GetAsync($"/api/v1/accounts/{_account}"), null, null);
    }

    [Fact]
    public async Task A_sync_of_an_account_whose_consent_ended_is_refused_with_the_day_of_the_end()
    {
        await StoreAsync("\"2027-08-01\"");
        var accounts = _api.Services.GetRequiredService<IAccountStore>();
        await accounts.SetStatusAsync(new AccountId(long.Parse(_account, System.Globalization.CultureInfo.InvariantCulture)), AccountStatus.NeedsConsent);
        (await _api.PostAsync($"/api/v1/ingestion/sync-account/{_account}"))["detail"].Should().Be("Store credentials first.");
        _time.Advance(TimeSpan.FromDays(365));

        ApiAnswer refused = await _api.PostAsync($"/api/v1/ingestion/sync-account/{_account}");

        (refused["code"], refused["detail"]).Should().Be(("needs_consent", "The advertiser's consent ended on 2028-07-31; connect the account again."));
    }

    private Task<ApiAnswer> StoreAsync(string consentedAt) => SendAsync(_api.Amazon.RefreshToken, $",\"consented_at\":{consentedAt}");

    private Task<ApiAnswer> SendAsync(string token, string more) => _api.PostAsync($"/api/v1/accounts/{_account}/credentials", Body(token, more));

    private string Body(string token, string more) => _api.Credentials(token: token)[..^1] + more + "}";

    private static void ShouldHave(ApiAnswer answer, string? consentedAt, string? end)
    {
        Instant(answer, "consented_at").Should().Be(consentedAt);
        Instant(answer, "consent_ends_at").Should().Be(end);
    }

    private static string? Instant(ApiAnswer answer, string name)
    {
        JsonElement value = answer.Json.GetProperty(name);
        return value.ValueKind == JsonValueKind.Null ? null : value.GetString();
    }
}
