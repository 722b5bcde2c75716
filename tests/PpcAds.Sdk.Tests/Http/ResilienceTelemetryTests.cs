using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Http;

/// <summary>Polly writes a log entry and a measurement for each attempt and retry, with its result: no secret may be in them.</summary>
public sealed class ResilienceTelemetryTests
{
    [Fact]
    public async Task Retries_of_all_pipelines_leave_no_secret_in_logs_of_any_level_and_in_tags_of_metrics()
    {
        var measurements = new ConcurrentQueue<string>();
        using MeterListener listener = ListenToPolly(measurements);
        var witness = new SecretWitness();
        using DelegatingHandler handler = witness.CreateHandler();
        handler.InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(handler: handler);
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("lwa.token", 500, times: 2));
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("profiles.list"));
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 401));
        amazon.Simulator.Faults.Add(SimulatorFault.Throttled("reports.create", retryAfterSeconds: 3));
        amazon.Simulator.Faults.Add(SimulatorFault.WithDownloadStatus(503, "SlowDown"));

        ProfileClient profile = amazon.Client.ForProfile(await amazon.Time.RunAsync(amazon.GetProfileAsync()));
        await (await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Small))).DisposeAsync();

        string[] ofPolly = [.. amazon.Logs.Lines.Where(line => line.Contains(" Polly[", StringComparison.Ordinal))];
        foreach (string pipeline in (string[])["PpcAds.LoginWithAmazon", "PpcAds.Api", "PpcAds.Downloads"])
        {
            string[] lines = [.. ofPolly.Where(line => line.Contains(pipeline, StringComparison.Ordinal))];
            lines.Should().Contain(line => line.Contains("OnRetry", StringComparison.Ordinal));
            lines.Should().Contain(line => line.Contains("Execution attempt", StringComparison.Ordinal));
            measurements.Should().Contain(tags => tags.Contains(pipeline, StringComparison.Ordinal));
        }

        witness.Count("access token").Should().BePositive();
        witness.Count("signature").Should().BePositive();
        string[] secrets = [.. witness.Secrets, amazon.Simulator.ClientSecret, amazon.Simulator.RefreshToken];
        SecretSearch.Find(Encoding.UTF8.GetBytes(string.Join('\n', amazon.Logs.Lines)), secrets).Should().BeEmpty();
        SecretSearch.Find(Encoding.UTF8.GetBytes(string.Join('\n', measurements)), secrets).Should().BeEmpty();
    }

    private static ReportRequest Small => new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "campaignId", "cost"],
        StartDate = new DateOnly(2026, 3, 10),
        EndDate = new DateOnly(2026, 3, 12),
        Name = "campaigns",
    };

    // Polly has one meter for all; those of tests that run beside this one are looked through as well.
    private static MeterListener ListenToPolly(ConcurrentQueue<string> measurements)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Polly")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measurements.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
    }
}
