using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary><c>FindAsync</c>, set, <c>SaveChanges</c> for each thousand rows: of rows that are there, as many as were restated.</summary>
internal sealed class EfFind(RunRequest request) : EfTechnique(request)
{
    public override long Rows => Request.Restated;

    /// <summary>The warm database has rows of other profiles: none is found, the work is the same.</summary>
    protected override async Task SaveAsync(
        string connectionString, string path, long profileId, long rows, CancellationToken cancellationToken)
    {
        await using WideContext context = OpenContext(connectionString);
        await foreach (ReportLine[] lines in ReadAsync(path, rows, cancellationToken))
        {
            foreach (ReportLine line in lines)
            {
                WideRecord? record = await context.Records.FindAsync(
                    [InputFiles.AccountId, profileId, Dataset.Id, line.Date, line.GetEntityKey()], cancellationToken);
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
