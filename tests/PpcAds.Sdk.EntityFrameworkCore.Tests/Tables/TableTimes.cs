using System.Diagnostics;
using PpcAds.Sdk.Reading;
using Xunit.Abstractions;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>How long reads of a table take, each the third time.</summary>
internal static class TableTimes
{
    public static async Task PrintAsync(IPerformanceTableReader reader, PerformanceSelection selection, ITestOutputHelper output)
    {
        var query = new PerformanceTableQuery(selection) { Previous = selection.Period.Previous };
        ReadPage<PerformanceTableRow> page = await reader.ReadPageAsync(query, new PageRequest(25));
        page.Items.Should().HaveCount(25).And.OnlyContain(row => row.Sums.Cost > 0 && row.DaysLoaded == 28);
        foreach ((string name, Func<Task> read) in new (string, Func<Task>)[]
        {
            ("page", () => reader.ReadPageAsync(query, new PageRequest(25))),
            ("page without previous", () => reader.ReadPageAsync(query with { Previous = null }, new PageRequest(25))),
            ("next page", () => reader.ReadPageAsync(query, new PageRequest(25, page.Next))),
            ("by name", () => reader.ReadPageAsync(query with { Sort = new PerformanceSort(PerformanceColumn.Name, false), Text = "7" }, new PageRequest(25))),
            ("sums", () => reader.SumAsync(query with { Previous = null })),
            ("sums with previous", () => reader.SumAsync(query)),
            ("days", () => reader.ReadDaysAsync(selection)),
            ("days of 25 rows", () => reader.ReadDaysOfRowsAsync(selection, [.. page.Items.Select(row => row.Id)])),
            ("movers", () => reader.ListMoversAsync(query, PerformanceColumn.Cost, 8)),
        })
        {
            TimeSpan time = default;
            for (int i = 0; i < 3; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await read();
                time = Stopwatch.GetElapsedTime(start);
            }

            output.WriteLine($"{selection.Grain}, {name}: {time.TotalMilliseconds:0} ms");
        }
    }
}
