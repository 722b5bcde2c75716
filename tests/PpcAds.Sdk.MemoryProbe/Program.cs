// Reads a report through the client, cell by cell, and prints what it cost: {"rows":..,"textBytes":..,"vmHwmKb":..,"allocatedKb":..,"collections":..}. It is a process
// of its own, since the peak of a test process tells nothing about the client, and it has no runtime settings that a user's would not have.
using System.Globalization;
using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Reports;

if (args is not [var address, var clientId, var clientSecret, var refreshToken, var profileId])
{
    Console.Error.WriteLine("Usage: PpcAds.Sdk.MemoryProbe <base address> <client id> <client secret> <refresh token> <profile id>");
    return 2;
}

var root = new Uri(address);
var options = new AmazonAdsClientOptions
{
    Regions = [AmazonAdsRegion.NorthAmerica],
    Endpoints = new AmazonAdsEndpoints { NorthAmerica = root, Token = new Uri(root, "auth/o2/token") },
};
using var client = new AmazonAdsClient(new LwaCredentials(clientId, clientSecret, refreshToken), options);
var request = new ReportRequest
{
    ReportTypeId = ReportTypes.SpTargeting.Id,
    GroupBy = ["targeting"],
    Columns = ["date", "campaignId", "campaignName", "adGroupId", "keywordId", "keyword", "matchType", "impressions", "clicks", "cost", "purchases7d", "sales7d"],
    StartDate = new DateOnly(2026, 3, 1),
    EndDate = new DateOnly(2026, 3, 14),
};

long rows = 0;
long textBytes = 0;
await using (ReportDownload download = await client.ForProfile(ProfileId.Parse(profileId)).Reports.RunReportAsync(request))
{
    await foreach (ReportBatch batch in download.ReadBatchesAsync())
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            rows++;
            for (int column = 0; column < batch.Columns.Count; column++)
            {
                textBytes += batch.GetUtf8(row, column).Length;
            }
        }
    }
}

// VmHWM: the most memory that was ever resident, as the kernel counted it.
string peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
string vmHwmKb = peak.Split(' ', '\t').First(word => word.Length > 0 && word.All(char.IsAsciiDigit));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"rows":{{rows}},"textBytes":{{textBytes}},"vmHwmKb":{{vmHwmKb}},"allocatedKb":{{GC.GetTotalAllocatedBytes() / 1024}},"collections":{{GC.CollectionCount(0)}}}"""));
return 0;
