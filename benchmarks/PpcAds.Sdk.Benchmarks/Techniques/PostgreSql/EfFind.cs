using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary><c>FindAsync</c>, set, <c>SaveChanges</c> for each thousand rows: of rows that are there, as many as were restated.</summary>
internal sealed class EfFind(RunRequest request) : EfTechnique(request)
{
    public override long Rows => Request.Restated;

    /// <summary>The rows that the other techniques stored in the warm database are another profile's: none is found, the work is the same.</summary>
    protected override async Task SaveAsync(string connectionString, string path, long profileId, long rows, CancellationToken cancellationToken)
    {
        await using PostgreSqlPpcAdsDbContext context = OpenContext(connectionString);
        await foreach (ReportLine[] lines in ReadAsync(path, rows, cancellationToken))
        {
            foreach (ReportLine line in lines)
            {
                PpcPerformanceRecord? record = await context.PerformanceRecords.FindAsync(
                    [InputFiles.AccountId, profileId, "sp.target", line.Date, line.GetEntityKey()], cancellationToken);
                if (record is not null)
                {
                    Fill(record, line);
                }
            }

            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }
}
