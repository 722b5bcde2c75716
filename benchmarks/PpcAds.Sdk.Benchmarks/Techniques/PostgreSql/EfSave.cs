using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary><c>AddRange</c> and <c>SaveChanges</c>, a context for each thousand rows.</summary>
internal sealed class EfSave(RunRequest request) : EfTechnique(request)
{
    protected override async Task SaveAsync(string connectionString, string path, long profileId, long rows, CancellationToken cancellationToken)
    {
        await foreach (ReportLine[] lines in ReadAsync(path, rows, cancellationToken))
        {
            await using PostgreSqlPpcAdsDbContext context = OpenContext(connectionString);
            context.PerformanceRecords.AddRange(lines.Select(line => ToRecord(line, profileId)));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static PpcPerformanceRecord ToRecord(ReportLine line, long profileId)
    {
        var record = new PpcPerformanceRecord
        {
            AccountId = InputFiles.AccountId,
            ProfileId = profileId,
            Dataset = "sp.target",
            Date = line.Date,
            EntityKey = line.GetEntityKey(),
            ChangedAt = ChangedAt,
        };
        Fill(record, line);
        return record;
    }
}
