using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Diagnostics;

/// <summary>One ingestion in which much goes wrong, watched from outside.</summary>
public sealed class ChaosTelemetryTests
{
    [Fact]
    public async Task Everything_on_the_page_is_seen_and_nothing_else()
    {
        await using Ingestion.Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);

        await RunAsync(ingestion, capture);

        capture.Measurements.Select(measurement => measurement.Name).Distinct().Should().BeEquivalentTo(TelemetryDocs.Constants("Metric"));
        capture.Spans.Select(span => span.OperationName).Distinct().Should().BeEquivalentTo(TelemetryDocs.Constants("Span"));
        foreach (TelemetryDocs.Metric metric in TelemetryDocs.Metrics)
        {
            capture.Of(metric.Name).SelectMany(measurement => measurement.Tags).Select(tag => tag.Key).Distinct().Should()
                .BeEquivalentTo(metric.Tags, $"these are the tags of {metric.Name}");
        }

        foreach (Activity span in capture.Spans)
        {
            span.TagObjects.Select(tag => tag.Key).Should().BeSubsetOf(TelemetryDocs.Spans[span.OperationName], $"these are the tags of {span.OperationName}");
        }

        capture.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().Should()
            .BeEquivalentTo(TelemetryDocs.Spans.Values.SelectMany(tags => tags).Distinct());
    }

    [Fact]
    public async Task Tags_of_metrics_have_few_values_and_no_ids()
    {
        await using Ingestion.Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);

        await RunAsync(ingestion, capture);

        foreach (var tag in capture.Measurements.SelectMany(measurement => measurement.Tags).GroupBy(tag => tag.Key))
        {
            string[] values = [.. tag.Select(value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!).Distinct()];
            TelemetryDocs.MetricTags.Should().Contain(tag.Key);
            values.Should().HaveCountLessThan(16, $"{tag.Key} is a tag of few values");
            values.Should().NotContain(value => value.Count(char.IsAsciiDigit) > 3, $"{tag.Key} is no id");
        }
    }

    [Fact]
    public async Task What_went_wrong_can_be_read_from_the_figures()
    {
        await using Ingestion.Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);

        await RunAsync(ingestion, capture);

        capture.Of(PpcAdsTelemetry.ClientThrottledMetric).Sum(measurement => measurement.Value).Should().Be(1);
        Values(capture, PpcAdsTelemetry.ClientRetriesMetric, PpcAdsTelemetry.ErrorTypeTag).Should().BeEquivalentTo("429", "500", "no_answer");
        Values(capture, PpcAdsTelemetry.TokenRefreshesMetric, PpcAdsTelemetry.OutcomeTag).Should().Contain("done").And.Contain("refused");
        capture.Of(PpcAdsTelemetry.ClientRequestDurationMetric).Count().Should().Be(ingestion.Simulator.Requests.Entries.Count);
        capture.Of(PpcAdsTelemetry.IngestionDataLagMetric).Select(measurement => measurement.Value).Should().StartWith(10);
        (await ingestion.RecordsAsync()).Should().HaveCount((int)capture.Of(PpcAdsTelemetry.IngestionRowsMetric)
            .Where(measurement => measurement.Tags.Contains(new(PpcAdsTelemetry.DatasetTag, "sp.campaign")) && measurement.Tags.Contains(new(PpcAdsTelemetry.ChangeTag, "inserted")))
            .Sum(measurement => measurement.Value));
        capture.Of(PpcAdsTelemetry.ReportWaitDurationMetric).Should().OnlyContain(measurement => measurement.Value >= 480);
        capture.Of(PpcAdsTelemetry.IngestionJobAgeMetric).Should().Contain(measurement => measurement.Value == 0);
        Activity throttled = capture.Spans.First(span => span.Events.Any(happened => happened.Tags.Contains(new(PpcAdsTelemetry.ErrorTypeTag, "429"))));
        throttled.GetTagItem(PpcAdsTelemetry.StatusCodeTag).Should().Be(200);
        throttled.GetTagItem(PpcAdsTelemetry.RequestIdTag).Should().NotBeNull();
    }

    [Fact]
    public async Task No_secret_is_on_a_span()
    {
        await using Ingestion.Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);

        await RunAsync(ingestion, capture);

        string text = string.Join('\n', capture.Spans.SelectMany(span =>
            span.TagObjects.Concat(span.Events.SelectMany(happened => happened.Tags)).Select(tag => $"{tag.Key}={tag.Value}").Append(span.StatusDescription)));
        text.Should().Contain(ingestion.Account.ToString());
        LogScan.Check(text, ingestion.Simulator.ClientSecret);
    }

    private static Task<Ingestion.Ingestion> StartAsync() =>
        Ingestion.Ingestion.StartAsync(null, options => options.Datasets = ["sp.campaign"]);

    private static async Task RunAsync(Ingestion.Ingestion ingestion, TelemetryCapture capture)
    {
        SimulatorFaults faults = ingestion.Simulator.Faults;
        ingestion.Simulator.Quirks.ExtraMembers = true;
        faults.Add(SimulatorFault.Throttled("sp.campaigns.list"));
        faults.Add(SimulatorFault.WithStatus("sp.adGroups.list", 500));
        faults.Add(SimulatorFault.ConnectionClosed("sp.keywords.list"));
        faults.Add(SimulatorFault.FailedReport());
        faults.Add(SimulatorFault.Truncated("reports.download", 100));
        faults.Add(SimulatorFault.WithStatus("reports.create", 500, new AmazonAdsClientOptions().MaxAttempts));
        await ingestion.Storage.Accounts.SetConsentAsync(ingestion.Account, new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());
        capture.Observe();
        await ingestion.CompleteAsync();
        capture.Observe();

        // An hour later the token is old, and the advertiser has taken the consent back.
        ingestion.Time.Advance(TimeSpan.FromHours(2));
        faults.Add(SimulatorFault.WithBody("lwa.token", 400, """{"error":"invalid_grant","error_description":"revoked"}"""));
        IngestionResult refused = await ingestion.SyncAsync();
        refused.Succeeded.Should().BeFalse();
    }

    private static IEnumerable<string> Values(TelemetryCapture capture, string metric, string tag) =>
        capture.Of(metric).SelectMany(measurement => measurement.Tags).Where(pair => pair.Key == tag).Select(pair => (string)pair.Value!).Distinct();
}
