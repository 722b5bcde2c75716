using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(1.0, new[] { 2.0, 4, 8, 16, 32 })]
    [InlineData(0.0, new[] { 1.0, 2, 4, 8, 16 })]
    [InlineData(0.5, new[] { 1.5, 3, 6, 12, 24 })]
    public async Task Waits_double_and_half_of_each_is_jitter(double jitter, double[] seconds)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(jitter: jitter);
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 500, times: 5));

        await amazon.Time.RunAsync(amazon.GetProfileAsync());

        amazon.Time.Waits.Should().Equal(seconds.Select(TimeSpan.FromSeconds));
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(6);
    }

    [Fact]
    public async Task Waits_are_capped()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options => options.MaxAttempts = 8);
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 502, times: 7));

        await amazon.Time.RunAsync(amazon.GetProfileAsync());

        amazon.Time.Waits.Select(wait => wait.TotalSeconds).Should().Equal(2, 4, 8, 16, 32, 60, 60);
    }

    [Fact]
    public async Task A_throttled_call_waits_as_long_as_the_governor_says_and_not_twice()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", retryAfterSeconds: 45));
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", retryAfterSeconds: 1));

        await amazon.Time.RunAsync(amazon.GetProfileAsync());

        amazon.Time.Waits.Select(wait => wait.TotalSeconds).Should().Equal(45, 1);
    }

    [Fact]
    public async Task With_a_governor_that_does_not_hold_it_back_it_waits_by_itself_with_retry_after_as_a_floor()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        using var client = new AmazonAdsClient(
            amazon.Credentials,
            SimulatedAmazon.OptionsFor(amazon.Simulator),
            new AmazonAdsClientServices { TimeProvider = amazon.Time, Random = new FixedRandom(1), RateGovernor = new Unlimited() });
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", retryAfterSeconds: 45));
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", retryAfterSeconds: 1));

        await amazon.Time.RunAsync(client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica));

        amazon.Time.Waits.Select(wait => wait.TotalSeconds).Should().Equal(45, 4);
    }

    [Fact]
    public async Task After_the_last_attempt_a_throttled_call_says_so()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options => options.MaxAttempts = 3);
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", int.MaxValue, 9));

        Func<Task> call = () => amazon.Time.RunAsync(amazon.GetProfileAsync());

        AmazonAdsThrottledException exception = (await call.Should().ThrowAsync<AmazonAdsThrottledException>()).Which;
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(9));
        exception.IsTransient.Should().BeTrue();
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(415)]
    [InlineData(422)]
    public async Task What_no_repetition_can_mend_is_not_repeated(int status)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", status));

        Func<Task> call = () => amazon.GetProfileAsync();

        AmazonAdsException exception = (await call.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.IsTransient.Should().BeFalse();
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(1);
    }

    [Theory]
    [InlineData("""{"code":"403","details":"Forbidden"}""", 2)]
    [InlineData("""{"code":"403","details":"Not authorized to access scope 1"}""", 1)]
    public async Task A_refusal_is_repeated_once_unless_it_names_the_profile(string body, int requests)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 403, body) with { Times = 5 });

        Func<Task> call = () => amazon.Time.RunAsync(amazon.GetProfileAsync());

        await call.Should().ThrowAsync<AmazonAdsAccessDeniedException>();
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(requests);
    }

    [Fact]
    public async Task Broken_connections_and_truncated_bodies_are_repeated()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("profiles.list"));
        amazon.Simulator.Faults.Add(SimulatorFault.Truncated("profiles.list", afterBytes: 20));

        Profile profile = await amazon.Time.RunAsync(amazon.GetProfileAsync());

        profile.CountryCode.Should().Be("US");
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(3);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_and_asked_for_again()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.Late("profiles.list", TimeSpan.FromMinutes(5)));
        Task<Profile> call = amazon.GetProfileAsync();
        await amazon.Time.NextWaitAsync();

        amazon.Time.Advance(The.AttemptTimeout);
        TimeSpan retry = await amazon.Time.NextWaitAsync();
        amazon.Time.Advance(retry);

        (await call).CountryCode.Should().Be("US");
        retry.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_call_that_is_not_done_within_its_total_time_says_so_and_after_how_many_attempts()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options =>
            (options.AttemptTimeout, options.TotalTimeout) = (options.TotalTimeout, options.AttemptTimeout));
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("profiles.list"));
        amazon.Simulator.Faults.Add(SimulatorFault.Late("profiles.list", TimeSpan.FromMinutes(5)));
        Task<Profile> call = amazon.GetProfileAsync();
        amazon.Time.Advance(await amazon.Time.NextWaitAsync());
        await amazon.Time.NextWaitAsync();

        amazon.Time.Advance(The.AttemptTimeout);

        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<AmazonAdsException>())
            .WithMessage($"profiles.list: not done within the total time of {The.AttemptTimeout}, after 2 attempts.").Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_total_time_is_not_begun()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("profiles.list", 1, retryAfterSeconds: 3600));

        Func<Task> call = () => amazon.GetProfileAsync();

        (await call.Should().ThrowAsync<AmazonAdsThrottledException>()).Which.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        amazon.Time.Waits.Should().BeEmpty();
    }

    [Fact]
    public async Task A_caller_can_end_a_wait()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 500, int.MaxValue));
        using var cancellation = new CancellationTokenSource();
        Task<IReadOnlyList<Profile>> call = amazon.Client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica, null, cancellation.Token);
        await amazon.Time.NextWaitAsync();

        await cancellation.CancelAsync();

        await call.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_honest_client_gets_through_a_strict_limit()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Throttle = new SimulatorThrottle(CallsPerSecond: 0.5, Burst: 2);

        for (int call = 0; call < 6; call++)
        {
            await amazon.Time.RunAsync(amazon.GetProfileAsync());
        }

        amazon.Simulator.Requests.Entries.Should().Contain(entry => entry.Status == 429);
    }

    private sealed class Unlimited : IRateGovernor
    {
        public ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IRatePermit>(new Permit());

        private sealed class Permit : IRatePermit
        {
            public void Complete(AttemptResult result, TimeSpan? retryAfter = null)
            {
            }

            public void Dispose()
            {
            }
        }
    }
}
