using System.Net;
using FluentAssertions;
using Polly;
using Polly.CircuitBreaker;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Http;

/// <summary>What <see cref="AmazonAdsClientOptions.ConfigureResilience"/> promises to a host that adds strategies.</summary>
public sealed class HostResilienceTests
{
    private const string Api = "PpcAds.Api";
    private const string LoginWithAmazon = "PpcAds.LoginWithAmazon";
    private const string Downloads = "PpcAds.Downloads";

    [Fact]
    public async Task A_hosts_strategies_see_each_attempt_of_their_own_pipeline_and_no_other()
    {
        var witnesses = new Dictionary<string, AttemptWitness>();
        await using SimulatedAmazon amazon = await StartAsync(builder =>
        {
            witnesses.Add(builder.Name!, new AttemptWitness());
            witnesses[builder.Name!].AddTo(builder);
        });
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("lwa.token", 500));
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 503, times: 2));
        amazon.Simulator.Faults.Add(SimulatorFault.WithDownloadStatus(500, "InternalError"));

        ProfileClient profile = amazon.Client.ForProfile(await amazon.Time.RunAsync(amazon.GetProfileAsync()));
        Report report = await profile.Reports.CreateReportAsync(Small);
        amazon.Time.Advance(TimeSpan.FromMinutes(10));
        await (await amazon.Time.RunAsync(profile.Reports.DownloadReportAsync(report.ReportId))).DisposeAsync();

        witnesses.Keys.Should().BeEquivalentTo(Api, LoginWithAmazon, Downloads);
        StatusesOf(witnesses[LoginWithAmazon]).Should().Equal(HttpStatusCode.InternalServerError, null);
        StatusesOf(witnesses[Api]).Should().Equal(
            HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, null, null, null);
        StatusesOf(witnesses[Downloads]).Should().Equal(HttpStatusCode.InternalServerError, null);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_a_transient_failure_to_a_hosts_strategy()
    {
        var witness = new AttemptWitness();
        await using SimulatedAmazon amazon = await StartAsync(OnlyApi(witness.AddTo));
        amazon.Simulator.Faults.Add(SimulatorFault.Late("profiles.list", TimeSpan.FromMinutes(5)));
        Task<Profile> call = amazon.GetProfileAsync();
        await amazon.Time.NextWaitAsync();

        amazon.Time.Advance(The.AttemptTimeout);
        amazon.Time.Advance(await amazon.Time.NextWaitAsync());
        await call;

        witness.Outcomes.Should().HaveCount(2);
        witness.Outcomes[0].Should().BeAssignableTo<AmazonAdsException>().Which.IsTransient.Should().BeTrue();
        witness.Outcomes[1].Should().BeNull();
    }

    [Fact]
    public async Task An_attempt_that_a_timeout_of_the_host_ends_is_made_again()
    {
        await using SimulatedAmazon amazon = await StartAsync(OnlyApi(builder => builder.AddTimeout(TimeSpan.FromSeconds(5))));
        amazon.Simulator.Faults.Add(SimulatorFault.Late("profiles.list", TimeSpan.FromMinutes(5)));
        Task<Profile> call = amazon.GetProfileAsync();
        await amazon.Time.NextWaitAsync();

        amazon.Time.Advance(TimeSpan.FromSeconds(5));
        amazon.Time.Advance(await amazon.Time.NextWaitAsync());

        // The first answer is minutes away: only a second attempt can have given it.
        (await call).CountryCode.Should().Be("US");
    }

    [Fact]
    public async Task A_timeout_of_the_host_is_not_reported_as_the_total_time()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options =>
        {
            options.MaxAttempts = 1;
            options.ConfigureResilience = OnlyApi(builder => builder.AddTimeout(TimeSpan.FromSeconds(5)));
        });
        amazon.Simulator.Faults.Add(SimulatorFault.Late("profiles.list", TimeSpan.FromMinutes(5)));
        Task<Profile> call = amazon.GetProfileAsync();
        await amazon.Time.NextWaitAsync();

        amazon.Time.Advance(TimeSpan.FromSeconds(5));

        AmazonAdsException exception = (await FluentActions.Awaiting(() => call).Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.Message.Should().Contain("within 00:00:05, the limit of a resilience strategy of the host");
        exception.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_circuit_breaker_of_the_host_opens_between_two_attempts_of_one_call()
    {
        await using SimulatedAmazon amazon = await StartAsync(OnlyApi(
            builder => builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromMinutes(5),
                BreakDuration = TimeSpan.FromMinutes(1),
                ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is AmazonAdsException { IsTransient: true }),
            })));
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 500, times: 2));

        Func<Task> broken = () => amazon.Time.RunAsync(amazon.GetProfileAsync());

        (await broken.Should().ThrowAsync<AmazonAdsException>()).WithInnerException<BrokenCircuitException>();
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(2);
        amazon.Time.Advance(TimeSpan.FromMinutes(1));
        (await amazon.GetProfileAsync()).CountryCode.Should().Be("US");
    }

    [Fact]
    public async Task A_call_that_a_hosts_strategy_refuses_takes_no_permit_and_is_not_sent()
    {
        var governor = new CountingGovernor();
        var control = new CircuitBreakerManualControl();
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        using var client = new AmazonAdsClient(
            amazon.Credentials,
            SimulatedAmazon.OptionsFor(amazon.Simulator, options => options.ConfigureResilience = OnlyApi(
                builder => builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions { ManualControl = control }))),
            new AmazonAdsClientServices { TimeProvider = amazon.Time, LoggerFactory = amazon.Logs, RateGovernor = governor });
        await control.IsolateAsync();

        Func<Task> refused = () => amazon.Time.RunAsync(client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica));

        AmazonAdsException exception = (await refused.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.Message.Should().Contain("a resilience strategy of the host did not let it pass");
        exception.IsTransient.Should().BeTrue();
        governor.Permits.Should().Be(0);
        amazon.Simulator.Requests.Entries.Should().BeEmpty();

        await control.CloseAsync();
        (await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)).Should().NotBeEmpty();
        governor.Permits.Should().Be(1);
    }

    private static Task<SimulatedAmazon> StartAsync(Action<ResiliencePipelineBuilder> configure) =>
        SimulatedAmazon.StartAsync(clientOptions: options => options.ConfigureResilience = configure);

    private static ReportRequest Small => new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "campaignId", "cost"],
        StartDate = new DateOnly(2026, 3, 10),
        EndDate = new DateOnly(2026, 3, 12),
        Name = "campaigns",
    };

    private static Action<ResiliencePipelineBuilder> OnlyApi(Action<ResiliencePipelineBuilder> add) => builder =>
    {
        if (builder.Name == Api)
        {
            add(builder);
        }
    };

    private static IEnumerable<HttpStatusCode?> StatusesOf(AttemptWitness witness) =>
        witness.Outcomes.Select(failure =>
            failure is null ? null : failure.Should().BeAssignableTo<AmazonAdsException>().Which.StatusCode);

    private sealed class CountingGovernor : IRateGovernor
    {
        public int Permits { get; private set; }

        public ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default)
        {
            Permits++;
            return ValueTask.FromResult<IRatePermit>(new Permit());
        }

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
