using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests;

/// <summary>Each option can be set in a configuration file, and counts.</summary>
public sealed class OptionTests
{
    public static TheoryData<string> Options =>
        [.. typeof(PpcAdsDashboardOptions).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_in_a_configuration_file_reaches_the_guard(string option)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create($"Dashboard:{option}", (string?)"77")]).Build();
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup(),
            _ => { },
            (app, _) => app.MapPpcAdsDashboard("/ads", configuration.GetSection("Dashboard").Bind).AllowUnprotectedPpcAds());

        PpcAdsEndpointOptions limits = host.Endpoints[0].Metadata.GetMetadata<PpcAdsEndpointOptions>()!;
        var before = new PpcAdsEndpointOptions();
        foreach (PropertyInfo limit in typeof(PpcAdsEndpointOptions).GetProperties())
        {
            limit.GetValue(limits).Should().Be(limit.Name == option ? 77 : limit.GetValue(before), limit.Name);
        }
    }

    [Fact]
    public async Task A_limit_out_of_its_range_is_reported_when_the_dashboard_is_mapped()
    {
        Func<Task> start = () =>
            DashboardHost.StartAsync(new DashboardSetup { Limits = limits => limits.SyncRequestsPerMinute = 0 });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage(
            "*SyncRequestsPerMinute is 0; it must be 1 or more*");
    }

    [Fact]
    public void Without_the_SDK_the_error_says_what_to_call()
    {
        WebApplication app = WebApplication.CreateSlimBuilder().Build();

        Action map = () => app.MapPpcAdsDashboard();

        map.Should().Throw<InvalidOperationException>().WithMessage("*MapPpcAdsDashboard() needs the SDK's services*");
    }
}
