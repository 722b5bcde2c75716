using System.Globalization;
using System.Text;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Components.Charts;
using PpcAds.Sdk.Dashboard.Formatting;

namespace PpcAds.Sdk.Dashboard.Tests.Parts;

/// <summary>Figures, days, files and lines.</summary>
public sealed class FormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 8, 53, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en-US", 90724.4, "USD", "$90,724")]
    [InlineData("en-US", 9999.5, "USD", "$9,999.50")]
    [InlineData("en-US", 17310, "CAD", "CA$17,310")]
    [InlineData("en-US", 512.4, "JPY", "¥512")]
    [InlineData("de-DE", 9999.5, "EUR", "9.999,50 €")]
    [InlineData("en-US", 1.5, "XYZ", "XYZ 1.50")]
    public void Headline_amounts_have_their_currency_and_no_cents_when_large(
        string culture, decimal amount, string currency, string text)
    {
        using var _ = new Culture(culture);
        NumberText.Money(amount, currency).Replace('\u00a0', ' ').Should().Be(text);
    }

    [Fact]
    public void Days_and_moments_read_as_people_say_them()
    {
        using var _ = new Culture("en-US");
        DateText.Day(new DateOnly(2026, 11, 28), Now).Should().Be("28 Nov");
        DateText.Day(new DateOnly(2025, 11, 28), Now).Should().Be("28 Nov 2025");
        DateText.Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 28), Now).Should().Be("1–28 Nov");
        DateText.Period(new DateOnly(2026, 10, 4), new DateOnly(2026, 11, 1), Now).Should().Be("4 Oct – 1 Nov");
        DateText.Moment(Now.AddMinutes(-12), Now).Should().Be("08:41");
        DateText.Moment(new DateTimeOffset(2026, 11, 28, 4, 12, 0, TimeSpan.Zero), Now).Should().Be("28 Nov 04:12");
        DateText.Duration(new TimeSpan(0, 4, 2)).Should().Be("4 min 02 s");
        DateText.Duration(new TimeSpan(2, 41, 0)).Should().Be("2 h 41 min");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a,b \"c\"", "\"a,b \"\"c\"\"\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("Trail | Exact", "Trail | Exact")]
    public async Task Formulas_in_files_are_text(string text, string cell) => (await WriteAsync([text])).Should().Be(cell);

    [Fact]
    public async Task Files_have_points_and_days_of_no_culture()
    {
        using var _ = new Culture("de-DE");
        (await WriteAsync([1234.5m, new DateOnly(2026, 11, 28), null, -3L])).Should().Be("1234.5,2026-11-28,,-3");
    }

    [Fact]
    public void A_day_that_is_not_loaded_is_a_gap_and_not_a_zero()
    {
        var paths = new ChartPaths(5, 100, 100);

        paths.Line([0, 50, null, 100, 100], 0, 4).Should().Be("M59 100 290 50M752 0 983 0");
        paths.Singles([null, 10, null, 20, 30], 0, 4).Should().Be("M290 90h.01", "a single day is a dot");
        paths.Singles([0, 50, null, 100, 100], 0, 4).Should().BeEmpty();
        paths.Line([null, null, null, null, null], 0, 4).Should().BeEmpty();
    }

    [Theory]
    [InlineData(30_000, 10_000, 3)]
    [InlineData(16_400, 5_000, 4)]
    [InlineData(0.31, 0.1, 4)]
    [InlineData(7, 2, 4)]
    [InlineData(0, 1, 2)]
    public void Axes_have_few_round_steps(decimal largest, decimal step, int steps) =>
        ChartScale.For(largest).Should().Be(new ChartScale(step, steps));

    [Theory]
    [InlineData(0.272, 0.287, -1, "▼ 1.5 pp", "up")]
    [InlineData(0.30, 0.28, -1, "▲ 2.0 pp", "dn")]
    public void A_change_has_the_colour_of_its_meaning(decimal now, decimal before, int meaning, string text, string css)
    {
        using var _ = new Culture("en-US");
        FigureDelta.Points(now, before, meaning, "vs before").Should().Be(new FigureDelta(text, css, "vs before"));
    }

    [Fact]
    public void More_spend_is_neither_good_nor_bad()
    {
        using var _ = new Culture("en-US");
        FigureDelta.Percent(122.2m, 100, 0, "").Should().Be(new FigureDelta("▲ 22.2%", "fl", ""));
        FigureDelta.Percent(1, 0, 0, "").Should().BeNull();
    }

    private static async Task<string> WriteAsync(IEnumerable<object?> values)
    {
        using var stream = new MemoryStream();
        await using (var csv = new CsvWriter(stream))
        {
            await csv.WriteAsync(values, CancellationToken.None);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\ufeff').TrimEnd('\r', '\n');
    }

    private sealed class Culture : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
