// Reads a report from a url or a file and prints what it cost: {"rows":..,"bytes":..,"vmHwmKb":..}. It is a process of its own,
// since the peak of a test process tells nothing about the reader, and it has no runtime settings that a user's would not have.
using System.Globalization;
using PpcAds.Sdk.Reports;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: PpcAds.Sdk.MemoryProbe <url-or-file>");
    return 2;
}

string[] columns = ["date", "campaignId", "campaignName", "keyword", "impressions", "clicks", "cost", "sales7d"];

long rows = 0;
long bytes = 0;
await using (Stream report = await OpenAsync(args[0]))
{
    await foreach (ReportBatch batch in ReportRowReader.ReadAsync(report, columns))
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            rows++;
            for (int column = 0; column < batch.Columns.Count; column++)
            {
                bytes += batch.GetUtf8(row, column).Length;
            }
        }
    }
}

// VmHWM: the most memory that was ever resident, as the kernel counted it.
string peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
string vmHwmKb = peak.Split(' ', '\t').First(word => word.All(char.IsAsciiDigit) && word.Length > 0);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"rows":{{rows}},"bytes":{{bytes}},"vmHwmKb":{{vmHwmKb}}}"""));
return 0;

// The one line to change when reports come through the client.
static async Task<Stream> OpenAsync(string source) => source.StartsWith("http", StringComparison.Ordinal)
    ? await new HttpClient().GetStreamAsync(new Uri(source))
    : new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
