using QuickStart.Loaded;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>A picture of the result: spend and ACoS by day, and where the money goes.</summary>
internal static class Charts
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const int LongestLine = 60;

    public static void Write(IAnsiConsole console, LoadedData loaded)
    {
        foreach (var currency in loaded.ReadDays().GroupBy(day => day.Currency))
        {
            LoadedDay[] days = [.. currency.TakeLast(LongestLine)];
            decimal cost = days.Sum(day => day.Cost);
            decimal sales = days.Sum(day => day.Sales);
            console.WriteLine();
            console.MarkupLineInterpolated(
                $"[bold]{currency.Key}[/]  {days[0].Date:yyyy-MM-dd} to {days[^1].Date:yyyy-MM-dd}: {cost:N2} spent, ACoS {(sales == 0 ? 0 : cost / sales):P1}");
            console.MarkupLineInterpolated($"  spend by day  [blue]{Line([.. days.Select(day => day.Cost)])}[/]");
            console.MarkupLineInterpolated($"  ACoS by day   [yellow]{Line([.. days.Select(day => day.Sales == 0 ? 0 : day.Cost / day.Sales)])}[/]");
        }

        foreach (var currency in loaded.ReadTopCampaigns().GroupBy(campaign => campaign.Currency))
        {
            console.WriteLine();
            var chart = new BarChart().Label($"Top campaigns by spend, {currency.Key}").LeftAlignLabel().Width(90);
            Color[] colours = [Color.Blue, Color.Green, Color.Yellow, Color.Aqua, Color.Fuchsia];
            int i = 0;
            foreach (LoadedCampaign campaign in currency)
            {
                chart.AddItem($"{campaign.Name} (ACoS {(campaign.Acos is { } acos ? acos.ToString("P0", System.Globalization.CultureInfo.InvariantCulture) : "-")})", (double)campaign.Cost, colours[i++ % colours.Length]);
            }

            console.Write(chart);
        }
    }

    private static string Line(decimal[] values)
    {
        decimal most = values.Max();
        return string.Concat(values.Select(value => most == 0 ? Blocks[0] : Blocks[(int)Math.Round(value / most * (Blocks.Length - 1))]));
    }
}
