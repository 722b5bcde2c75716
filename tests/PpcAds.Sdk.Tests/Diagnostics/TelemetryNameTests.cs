using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Diagnostics;

public sealed partial class TelemetryNameTests
{
    [Fact]
    public void The_page_names_every_metric_span_and_tag_and_no_other()
    {
        TelemetryDocs.Metrics.Select(metric => metric.Name).Should().BeEquivalentTo(TelemetryDocs.Constants("Metric"));
        TelemetryDocs.Spans.Keys.Should().BeEquivalentTo(TelemetryDocs.Constants("Span"));
        TelemetryDocs.Tags.Should().BeEquivalentTo(TelemetryDocs.Constants("Tag"));
        TelemetryDocs.Metrics.SelectMany(metric => metric.Tags).Distinct().Should().BeEquivalentTo(TelemetryDocs.MetricTags);
        TelemetryDocs.Spans.Values.SelectMany(tags => tags).Should().BeSubsetOf(TelemetryDocs.Tags);
    }

    [Fact]
    public void Every_instrument_is_on_the_page_with_its_kind_and_unit()
    {
        var seen = new List<(string Name, string Kind, string Unit)>();
        using var listener = new MeterListener();
        using var factory = new OneMeterFactory();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                instrument.Description.Should().NotBeNullOrEmpty();
                seen.Add((instrument.Name, KindOf(instrument), instrument.Unit!));
            }
        };
        listener.Start();

        using var client = new ClientMetrics(factory);
        using var ingestion = new IngestionMetrics(factory);

        seen.Should().BeEquivalentTo(TelemetryDocs.Metrics.Select(metric => (metric.Name, metric.Kind, metric.Unit)));
    }

    [Fact]
    public void The_dashboard_asks_for_every_metric_and_for_nothing_that_does_not_exist()
    {
        using var dashboard = JsonDocument.Parse(RepositoryFiles.Read("docs", "grafana-dashboard.json"));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        string[] expressions = [.. panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)];
        string page = RepositoryFiles.Read("docs", "observability.md");

        HashSet<string> used = [.. expressions.Append(page).SelectMany(text => PrometheusName().Matches(text)).Select(match => match.Value)];
        string[] metrics = [.. TelemetryDocs.Metrics.SelectMany(metric => metric.PrometheusNames)];
        used.Should().BeSubsetOf([.. metrics, .. TelemetryDocs.MetricTags.Select(tag => tag.Replace('.', '_'))]);
        TelemetryDocs.Metrics.Should().OnlyContain(metric => metric.PrometheusNames.Any(name => expressions.Any(text => text.Contains(name))));
        panels.Select(panel => panel.GetProperty("id").GetInt32()).Should().OnlyHaveUniqueItems();
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name switch
    {
        var name when name.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var name when name.StartsWith("Counter", StringComparison.Ordinal) => "counter",
        _ => "gauge",
    };

    [GeneratedRegex("(ppcads|http)_[a-z_]+")]
    private static partial Regex PrometheusName();

    private sealed class OneMeterFactory : IMeterFactory
    {
        private readonly List<Meter> _meters = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            var meter = new Meter(options);
            _meters.Add(meter);
            return meter;
        }

        public void Dispose() => _meters.ForEach(meter => meter.Dispose());
    }
}
