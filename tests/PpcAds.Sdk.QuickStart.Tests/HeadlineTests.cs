using System.Globalization;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>The first lines of the result: all that the file holds.</summary>
public sealed class HeadlineTests : IDisposable
{
    private static readonly string[] Small = ["--profiles", "2", "--campaigns", "5", "--days", "10"];

    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task All_products_are_in_it()
    {
        QuickStartResult run = await RunAsync("--all-products");

        Line(run, "Loaded").Should().Be(
            $"{Count("ppc_profiles")} profiles, {Count("ppc_portfolios")} portfolios, {Count("ppc_campaigns")} campaigns, "
            + $"{Count("ppc_ad_groups")} ad groups, {Count("ppc_keywords")} keywords, {Count("ppc_targets")} targets, "
            + $"{Count("ppc_ads")} ads, "
            + $"{Count("ppc_negative_keywords") + Count("ppc_negative_targets")} negatives");
        Line(run, "Rows").Should().Be($"{Number(Count("performance_records"))} of 19 datasets");
        run.Row("campaigns").Loaded.Should().Be(Count("ppc_campaigns"));
    }

    [Fact]
    public async Task Spend_is_of_all_products_and_by_currency()
    {
        QuickStartResult run = await RunAsync("--all-products");

        string[] currencies = ["GBP", "USD"];
        Lines(run, "Spent").Should().Equal(currencies.Select(currency =>
        {
            decimal products = run.Row($"sp.campaign cost {currency}").Source;
            decimal brands = run.Row($"sb.campaign cost {currency}").Source;
            decimal display = run.Row($"sd.campaign cost {currency}").Source;
            return $"{Amount(products + brands + display)} {currency} (Sponsored Products {Amount(products)}, "
                + $"Sponsored Brands {Amount(brands)}, Sponsored Display {Amount(display)})";
        }));
        run.Output.Should().MatchRegex($"USD +2026-03-05 to 2026-03-14: {Lines(run, "Spent")[1].Split(' ')[0]} spent");
    }

    [Fact]
    public async Task With_one_product_it_has_what_that_one_has()
    {
        QuickStartResult run = await RunAsync();

        Line(run, "Loaded").Should().Be(
            $"2 profiles, 10 campaigns, {Count("ppc_ad_groups")} ad groups, {Count("ppc_keywords")} keywords");
        Line(run, "Rows").Should().Be($"{Number(Count("performance_records"))} of 3 datasets");
        Lines(run, "Spent").Should().HaveCount(2).And.OnlyContain(line => line.Contains("(Sponsored Products "));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Line(QuickStartResult run, string what) => Lines(run, what).Should().ContainSingle().Subject;

    private static string[] Lines(QuickStartResult run, string what) =>
    [
        .. run.Output.Split('\n').Where(line => line.StartsWith($"{what}: ", StringComparison.Ordinal))
            .Select(line => line[(what.Length + 2)..].TrimEnd()),
    ];

    /// <summary>What Amazon listed; what only reports name is no entity that was loaded.</summary>
    private long Count(string table)
    {
        string listed = table.StartsWith("ppc_", StringComparison.Ordinal) ? "WHERE source = 'list'" : "";
        return long.Parse(_database.Query($"SELECT COUNT(*) FROM {table} {listed}").Single(), CultureInfo.InvariantCulture);
    }

    private Task<QuickStartResult> RunAsync(params string[] arguments) =>
        QuickStartProcess.RunAsync(["--database", _database.File, .. Small, .. arguments]);
}
