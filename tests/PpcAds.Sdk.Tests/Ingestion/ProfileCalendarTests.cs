using System.Globalization;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Planning;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Days are the profile's own, also those of 23 and of 25 hours.</summary>
public sealed class ProfileCalendarTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08T07:59:59Z", "2026-03-07")]
    [InlineData("America/Los_Angeles", "2026-03-08T08:00:00Z", "2026-03-08")]
    [InlineData("America/Los_Angeles", "2026-03-09T06:59:59Z", "2026-03-08")]
    [InlineData("America/Los_Angeles", "2026-03-09T07:00:00Z", "2026-03-09")]
    [InlineData("America/Los_Angeles", "2026-11-01T07:00:00Z", "2026-11-01")]
    [InlineData("America/Los_Angeles", "2026-11-02T07:59:59Z", "2026-11-01")]
    [InlineData("America/Los_Angeles", "2026-11-02T08:00:00Z", "2026-11-02")]
    [InlineData("Europe/London", "2026-03-29T22:59:59Z", "2026-03-29")]
    [InlineData("Europe/London", "2026-03-29T23:00:00Z", "2026-03-30")]
    [InlineData("Australia/Sydney", "2026-04-05T13:59:59Z", "2026-04-05")]
    [InlineData("Australia/Sydney", "2026-04-05T14:00:00Z", "2026-04-06")]
    [InlineData("Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23")]
    [InlineData("Africa/Cairo", "2026-04-23T22:00:00Z", "2026-04-24")]
    [InlineData("Asia/Tokyo", "2026-03-14T15:00:00Z", "2026-03-15")]
    public void The_day_changes_at_the_profiles_midnight(string zone, string instant, string day) =>
        ProfileCalendar.DateAt(TimeZoneInfo.FindSystemTimeZoneById(zone), At(instant)).Should().Be(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-01T12:00:00Z", 16)]
    [InlineData("America/Los_Angeles", "2026-10-25T12:00:00Z", 16)]
    [InlineData("Europe/Paris", "2026-03-22T12:00:00Z", 16)]
    [InlineData("America/Sao_Paulo", "2026-10-25T12:00:00Z", 16)]
    public void Plans_of_every_hour_around_a_change_ask_each_day_once_and_never_today(string zoneId, string from, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var ledger = new Dictionary<DateOnly, PerformanceDay>();
        var asked = new List<DateOnly>();
        DateTimeOffset start = At(from);
        for (DateTimeOffset now = start; now < start.AddDays(days); now = now.AddHours(1))
        {
            DateOnly today = ProfileCalendar.DateAt(zone, now);
            foreach (PlanWindow window in ReportPlanner.Plan(new PlanInput
            {
                Today = today,
                Now = now,
                TimeZone = zone,
                MaxRangeDays = 31,
                RetentionDays = 95,
                BackfillDays = 1,
                Restatement = [],
                Ledger = [.. ledger.Values],
            }))
            {
                window.End.Should().BeBefore(today);
                window.Days.Should().Be(1);
                asked.Add(window.Start);
                ledger.Add(window.Start, Taken(window.Start, now));
            }
        }

        asked.Should().Equal(Enumerable.Range(0, asked.Count).Select(asked[0].AddDays));
        asked.Should().HaveCountGreaterThanOrEqualTo(days);
    }

    [Fact]
    public void Restatement_windows_are_a_products_own()
    {
        var options = new IngestionOptions();
        foreach ((string product, int lastAge, int every) in (ReadOnlySpan<(string, int, int)>)
            [(AdProducts.SponsoredProducts, 90, 30), (AdProducts.SponsoredBrands, 60, 14), (AdProducts.SponsoredDisplay, 65, 14)])
        {
            RestatementRule[] rules = [.. options.GetRestatement().Where(rule => (rule.AdProduct ?? product) == product)];
            rules.Should().BeEquivalentTo(new[] { (5, 1), (31, 7), (lastAge, every) }.Select(rule => new { MaxAgeDays = rule.Item1, EveryDays = rule.Item2 }));
        }
    }

    private static PerformanceDay Taken(DateOnly date, DateTimeOffset at) => new()
    {
        Date = date,
        State = PerformanceDayState.Loaded,
        ReportId = "r",
        ReportGeneratedAt = at,
        LoadedAt = at,
        Rows = 1,
        RowsRemoved = 0,
        Impressions = 0,
        Clicks = 0,
        Cost = 0,
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
